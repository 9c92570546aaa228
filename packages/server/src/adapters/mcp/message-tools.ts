import type { McpServer } from '@modelcontextprotocol/server';
import { allowedTips, briefSchema, missingParts, parseBrief, parseBriefDraft, type Review } from '@ringback/core';
import { compareMessages, composeMessage, findBridge, readContacts, reviewScript } from 'ringback';
import { z } from 'zod';
import { answer, attempt, type ToolAnswer } from './answer.ts';
import type { McpDesk } from './mcp-desk.ts';
import { rankingInBrief, reviewInBrief, reviewUri } from './review-shelf.ts';

/** Longest message, characters: an hour of speech, the limit of core. */
const LONGEST_TEXT = 60_000;
const MOST_COMPARED = 10;
const MOST_TIES = 8;

const text = z.string().max(LONGEST_TEXT).describe('The words as they would be said.');
const READS = { readOnlyHint: true, openWorldHint: false } as const;
const anyObject = z.looseObject({});

/** Tools for planning, writing and judging a message. Nothing is written and nothing leaves the machine. */
export function registerMessageTools(server: McpServer, desk: McpDesk): void {
  const judged = (review: Review): ToolAnswer => {
    const id = desk.shelf.keep(review);
    return answer({ reviewId: id, ...reviewInBrief(review) }, reviewUri(id));
  };
  const reviewOf = async (words: string, name: string) => reviewScript(words, { name, review: { reader: await desk.reader() } }).review;

  server.registerTool(
    'plan_call',
    {
      title: 'Plan a call',
      description: 'Tells what a brief still lacks, why each part matters and how to ask for it. Ask the person; never make anything up.',
      inputSchema: z.object({ brief: anyObject.describe('The brief so far; its schema is ringback://schemas/brief. {} to begin.') }),
      annotations: READS,
    },
    ({ brief }) =>
      attempt(async () => {
        const draft = parseBriefDraft(brief);
        return answer({ missing: missingParts(draft), tipsThatCanPass: allowedTips(draft) });
      }),
  );
  server.registerTool(
    'compose_message',
    {
      title: 'Compose scripts',
      description: 'Writes scripts from a brief, each checked by the seven tips. Says nothing that the brief does not say.',
      inputSchema: z.object({
        brief: anyObject.describe('The brief; its schema is ringback://schemas/brief.'),
        count: z.int().min(1).max(5).default(3),
        seed: z.int().min(1).default(1).describe('Another number, other wordings.'),
      }),
      annotations: READS,
    },
    ({ brief, count, seed }) =>
      attempt(async () => answer(composeMessage(parseBrief(brief), { reader: await desk.reader(), count, seed }))),
  );
  server.registerTool(
    'review_script',
    {
      title: 'Review a script',
      description: 'Judges a script against the seven tips: what it reads like, what to mend first, with the words quoted.',
      inputSchema: z.object({ text, name: z.string().max(200).default('script') }),
      annotations: READS,
    },
    ({ text: words, name }) => attempt(async () => judged(await reviewOf(words, name))),
  );
  server.registerTool(
    'review_recording',
    {
      title: 'Review a recording',
      description: "Listens to a recording on the person's own machine and judges it as review_script does, with how it was said.",
      inputSchema: z.object({ path: z.string().min(1).max(4_096).describe('Whole path of an audio file on this machine.') }),
      annotations: READS,
    },
    ({ path }) => attempt(async () => judged(await desk.recordings.review(path))),
  );
  server.registerTool(
    'compare_messages',
    {
      title: 'Compare messages',
      description: 'Ranks scripts, best first, and says what decided.',
      inputSchema: z.object({
        messages: z
          .array(z.object({ name: z.string().max(200), text }))
          .min(2)
          .max(MOST_COMPARED),
      }),
      annotations: READS,
    },
    ({ messages }) =>
      attempt(async () => {
        const comparison = await compareMessages(messages, (message) => reviewOf(message.text, message.name));
        return answer(
          rankingInBrief(
            messages.map(({ name }) => name),
            comparison,
          ),
        );
      }),
  );
  server.registerTool(
    'find_bridge',
    {
      title: 'Find a bridge',
      description: "Finds true ties to the person called in the caller's own contact files, each with the records that prove it.",
      inputSchema: z.object({
        me: anyObject.describe('The caller, small or as JSON Resume.'),
        to: anyObject.describe('The person called, small or as JSON Resume.'),
        contacts: z.array(z.string().max(4_096)).max(10).default([]).describe('Paths of contact files: CSV or vCard.'),
      }),
      annotations: READS,
    },
    ({ me, to, contacts }) =>
      attempt(async () => {
        const books = [];
        for (const path of contacts) books.push(await readContacts(path));
        const { report, warnings } = findBridge({ me, to, books, now: desk.now(), limit: MOST_TIES });
        return answer({ ...report, warnings });
      }),
  );
}

/** Names of a brief's parts, for the prompt. */
export const BRIEF_PARTS: readonly string[] = Object.keys(briefSchema.shape);
