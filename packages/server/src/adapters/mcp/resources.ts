import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import {
  artifactsSchema,
  briefJsonSchema,
  callJsonSchema,
  RingbackError,
  reviewSchema,
  TIP_IDS,
  TIPS,
  type TipId,
  WEIGHTS,
} from '@ringback/core';
import { z } from 'zod';
import type { McpDesk } from './mcp-desk.ts';
import { BRIEF_PARTS } from './message-tools.ts';
import { reviewUri } from './review-shelf.ts';

const JSON_TYPE = 'application/json';

const jsonAt = (uri: URL, document: unknown) => ({
  contents: [{ uri: uri.href, mimeType: JSON_TYPE, text: JSON.stringify(document) }],
});

/** What a program reads or writes here, each with its JSON Schema (draft 2020-12). */
const SCHEMAS: Readonly<Record<string, () => unknown>> = {
  artifacts: () => z.toJSONSchema(artifactsSchema, { unrepresentable: 'any' }),
  brief: briefJsonSchema,
  call: callJsonSchema,
  review: () => z.toJSONSchema(reviewSchema, { unrepresentable: 'any' }),
};

/** A tip with its question, thresholds and weight. */
function tipDocument(id: TipId): unknown {
  const { question, thresholds } = TIPS[id];
  return { id, question, thresholds, weight: id === 'number' ? WEIGHTS.reach : WEIGHTS[id] };
}

/** Tips, the contract's schemas, and the reviews made for this client. */
export function registerResources(server: McpServer, desk: McpDesk): void {
  for (const id of TIP_IDS) {
    const about = { title: `Tip: ${id}`, description: TIPS[id].question, mimeType: JSON_TYPE };
    server.registerResource(`tip-${id}`, `ringback://tips/${id}`, about, (uri) => jsonAt(uri, tipDocument(id)));
  }
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    const about = { title: `Schema: ${name}`, description: `JSON Schema of a ${name}`, mimeType: JSON_TYPE };
    server.registerResource(`schema-${name}`, `ringback://schemas/${name}`, about, (uri) => jsonAt(uri, schema()));
  }
  const template = new ResourceTemplate('ringback://reviews/{id}', {
    list: () => ({ resources: desk.shelf.ids().map((id) => ({ uri: reviewUri(id), name: `review ${id}`, mimeType: JSON_TYPE })) }),
  });
  server.registerResource('review', template, { title: 'A whole review', mimeType: JSON_TYPE }, (uri, { id }) => {
    const review = desk.shelf.find(String(id));
    if (review === undefined) throw new RingbackError('no-such-review', 'There is no such review any more: review the message again.');
    return jsonAt(uri, review);
  });
}

/** The way through a message, for a client to offer. */
export function registerPrompts(server: McpServer): void {
  const said = (text: string) => ({ messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] });
  server.registerPrompt(
    'leave-this-message',
    {
      title: 'Help me leave this message',
      description: 'Plans the call, finds a true bridge, writes scripts and has them checked.',
      argsSchema: z.object({ whom: z.string().describe('Whom you call'), about: z.string().describe('What you want') }),
    },
    ({ whom, about }) =>
      said(
        `I want to leave a voicemail for ${whom}, about this: ${about}\n\nBegin with plan_call and ask me for what it says is missing (parts of a brief: ${BRIEF_PARTS.join(', ')}). Never invent a tie, a name, a number or a date: say only what I told you. Then compose_message, show me the scripts with what review_script says of the one I choose, and after I have left it, log_call with its reviewId.`,
      ),
  );
  server.registerPrompt(
    'better-message',
    {
      title: 'Make this message better',
      description: 'Reviews a script and mends what matters most first.',
      argsSchema: z.object({ text: z.string().describe('The script') }),
    },
    ({ text }) =>
      said(
        `Review this voicemail script with review_script, tell me what to mend first and why, and propose the smallest change that mends it, in my own words. Review it again and go on until nothing fails.\n\n${text}`,
      ),
  );
}
