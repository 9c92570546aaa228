import { randomUUID } from 'node:crypto';
import type { McpServer } from '@modelcontextprotocol/server';
import { type Call, type LogStatistics, messageReadOf, OBJECTIVES, OUTCOME_KINDS } from '@ringback/core';
import { z } from 'zod';
import { answer, attempt } from './answer.ts';
import type { McpDesk } from './mcp-desk.ts';

/** Steps of the curve that a client gets. */
const MOST_STEPS = 20;

const sent = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const moment = z.iso.datetime({ offset: true }).optional();
const inBrief = ({ id, leftAt, whom, objective, outcomes }: Call) => ({ id, leftAt, whom: whom.name, objective, outcomes });

/** Tools for the log of calls: what the person says came of them, and what the log says. */
export function registerLogTools(server: McpServer, desk: McpDesk): void {
  server.registerTool(
    'log_call',
    {
      title: 'Log a call',
      description: 'Logs a message that the person has left.',
      inputSchema: z.object({
        whom: z.string().min(1).max(200),
        organisation: z.string().min(1).max(200).optional(),
        objective: z.enum(OBJECTIVES).default('other'),
        leftAt: moment.describe('Now by default.'),
        reviewId: z.uuid().optional().describe('The review of the message, so that the log can tell what works.'),
        note: z.string().max(2_000).optional(),
      }),
      annotations: { destructiveHint: false, openWorldHint: false },
    },
    ({ whom, organisation, objective, leftAt, reviewId, note }) =>
      attempt(async () => {
        const review = reviewId === undefined ? undefined : desk.shelf.find(reviewId);
        const read = review && messageReadOf(review);
        const call = { whom: { name: whom, ...(organisation && { organisation }) }, objective, leftAt, note, read };
        const kept = await desk.withLog(async (log) => (await (await log.ask(`/calls/${randomUUID()}`, sent('PUT', call))).json()) as Call);
        return answer(inBrief(kept));
      }),
  );
  server.registerTool(
    'log_outcome',
    {
      title: 'Log what came of a call',
      description: 'Adds what came of a logged call: returned by phone or e-mail, met, declined, or nothing.',
      inputSchema: z.object({
        id: z.string().min(4).max(36).describe('The call; the beginning of its id is enough.'),
        kind: z.enum(OUTCOME_KINDS),
        at: moment.describe('Now by default.'),
      }),
      annotations: { destructiveHint: false, openWorldHint: false },
    },
    ({ id, kind, at }) =>
      attempt(async () => {
        const changed = await desk.withLog(async (log) => {
          const call = (await (await log.ask(`/calls/${encodeURIComponent(id)}`)).json()) as Call;
          return (await (await log.ask(`/calls/${call.id}/outcomes`, sent('POST', { kind, at }))).json()) as Call;
        });
        return answer(inBrief(changed));
      }),
  );
  server.registerTool(
    'list_calls',
    {
      title: 'List calls',
      description: 'The latest calls of the log with what came of them.',
      inputSchema: z.object({ limit: z.int().min(1).max(50).default(20) }),
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ limit }) =>
      attempt(async () => {
        const page = await desk.withLog(
          async (log) => (await (await log.ask(`/calls?limit=${limit}`)).json()) as { calls: Call[]; total: number },
        );
        return answer({ total: page.total, calls: page.calls.map(inBrief) });
      }),
  );
  server.registerTool(
    'log_statistics',
    {
      title: 'What the log says',
      description:
        'Rate of returns with its interval, time to a return, comparisons corrected for many looks, and what cannot be said yet.',
      inputSchema: z.object({}),
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    () =>
      attempt(async () => {
        const found = await desk.withLog(async (log) => (await (await log.ask('/calls/statistics')).json()) as LogStatistics);
        return answer({
          ...found,
          curve: found.curve.slice(-MOST_STEPS),
          comparisons: found.comparisons.filter(({ pValue }) => pValue !== null),
        });
      }),
  );
}
