import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { CALL_FIELDS, type CallColumns, FOLLOW_UP_RULE, type FollowUpRule, givenNameSchema, PROGRAMS, RingbackError } from '@ringback/core';
import type { CallDesk } from 'ringback';
import { importFile } from 'ringback';
import { type Asked, documentedApp, json, type Of, REFUSED } from './documented.ts';
import { idParam } from './documents.ts';

/** Largest file of calls, bytes: some 200,000 calls. House rule. */
const LARGEST_FILE = 200 * 1024 * 1024;

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const importQuery = z.object({
  name: givenNameSchema,
  write: flag.optional().openapi({ description: 'without it only a preview' }),
  skipBad: flag.optional(),
  program: z.enum(PROGRAMS).optional(),
  columns: z.string().max(2_000).optional().openapi({ description: 'whom=Full name,leftAt=When' }),
  dates: z.enum(['month-first', 'day-first']).optional(),
  followed: flag.optional().openapi({ description: 'whether calls without an outcome were truly not returned' }),
});
const reportSchema = z
  .looseObject({
    program: z.enum(PROGRAMS),
    found: z.int(),
    added: z.int().nullable(),
    leftOut: z.int(),
    problems: z.array(z.object({ row: z.int(), problem: z.string() })),
    warnings: z.array(z.string()),
  })
  .openapi('CallImport');
const importRoute = createRoute({
  method: 'post',
  path: '/calls/import',
  summary: 'Shows what a file of calls would bring and, with `write`, adds it; a file with a bad row changes nothing',
  request: {
    query: importQuery,
    body: { required: true, content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: { 200: json(reportSchema, 'The preview or what was added'), 413: REFUSED, 422: REFUSED },
});
const exportRoute = createRoute({
  method: 'get',
  path: '/calls/export',
  summary: 'The whole log as a file; the JSON comes back the same',
  request: { query: z.object({ format: z.enum(['json', 'csv']).default('json') }) },
  responses: { 200: { description: 'The file' } },
});

const ruleQuery = z.object({
  wait: z
    .string()
    .regex(/^\d{1,3}(,\d{1,3}){0,9}$/)
    .optional()
    .openapi({ description: 'days to wait after each message', example: '3,5' }),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  weekends: flag.optional(),
});
const tries = createRoute({
  method: 'get',
  path: '/calls/follow-ups',
  summary: 'When to try again, by the rule in the query',
  request: { query: ruleQuery },
  responses: {
    200: json(
      z.array(z.object({ callId: z.uuid(), whom: z.string(), date: z.string(), time: z.string(), attempt: z.int() })),
      'Soonest first',
    ),
    422: REFUSED,
  },
});
const feed = createRoute({
  method: 'get',
  path: '/calls/follow-ups.ics',
  summary: 'The same as a calendar to subscribe to (RFC 5545)',
  request: { query: ruleQuery },
  responses: { 200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } }, 422: REFUSED },
});
const second = createRoute({
  method: 'post',
  path: '/calls/{id}/second-message',
  summary: 'Composes the next message from the first, checked by the same tips',
  request: {
    params: idParam,
    body: { required: true, ...json(z.object({ brief: z.looseObject({}).optional() }), 'The brief, where the call has none') },
  },
  responses: { 200: json(z.looseObject({ scripts: z.array(z.looseObject({ text: z.string() })) }), 'Scripts'), 404: REFUSED, 422: REFUSED },
});

function ruleOf({ wait, at, weekends }: z.infer<typeof ruleQuery>): FollowUpRule {
  return {
    waitDays: wait?.split(',').map(Number) ?? FOLLOW_UP_RULE.waitDays,
    at: at ?? FOLLOW_UP_RULE.at,
    workingDaysOnly: weekends === undefined ? FOLLOW_UP_RULE.workingDaysOnly : !weekends,
  };
}

/** "whom=Full name,leftAt=When" */
function columnsOf(text: string): CallColumns {
  const pairs = text.split(',').map((pair) => pair.split('=').map((side) => side.trim()));
  if (!pairs.every(([field, header, ...rest]) => CALL_FIELDS.some((known) => known === field) && header && rest.length === 0)) {
    throw new RingbackError(
      'bad-columns',
      `A column map is pairs such as whom=Person,leftAt=When; the left sides are ${CALL_FIELDS.join(', ')}.`,
    );
  }
  return Object.fromEntries(pairs) as CallColumns;
}

/** `/calls/import`, `/calls/export`, `/calls/follow-ups` and the second message. */
export function callFileRoutes(of: Of<CallDesk>): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(importRoute, async (context) => {
    const { name, write = false, skipBad = false, program, columns, dates, followed } = context.req.valid('query');
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    if (bytes.length > LARGEST_FILE) throw new RingbackError('too-large', 'The file is larger than 200 MB: import it in parts.');
    const report = await importFile(of(context).store, bytes, name, {
      write,
      skipBad,
      ...(program && { program }),
      ...(columns && { columns: columnsOf(columns) }),
      ...(dates && { dateOrder: dates }),
      ...(followed !== undefined && { followed }),
    });
    return context.json(report, 200);
  });
  app.openapi(exportRoute, async (context) => {
    const { format } = context.req.valid('query');
    const type = format === 'json' ? 'application/json' : 'text/csv; charset=utf-8';
    const headers = { 'content-type': type, 'content-disposition': `attachment; filename="ringback-log.${format}"` };
    return context.body(await of(context).exported(format), 200, headers);
  });
  app.openapi(tries, async (context) => context.json((await of(context).followUps(ruleOf(context.req.valid('query')))).tries, 200));
  app.openapi(feed, async (context) => {
    const { calendar } = await of(context).followUps(ruleOf(context.req.valid('query')));
    return context.body(calendar, 200, { 'content-type': 'text/calendar; charset=utf-8' }) as never;
  });
  app.openapi(second, async (context) => {
    const { brief } = context.req.valid('json');
    return context.json(JSON.parse(JSON.stringify(await of(context).second(context.req.valid('param').id, brief))), 200);
  });
  return app;
}
