import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Call, type LogStatistics, OUTCOME_KINDS, statisticsHtml, statisticsText } from '@ringback/core';
import type { CallDesk } from 'ringback';
import { type Asked, documentedApp, json, type Of, REFUSED } from './documented.ts';
import { idParam } from './documents.ts';

/** Most calls of one page. House rule. */
const MOST_CALLS = 500;
const LONGEST_HORIZON = 365;

/** {@link Call}; the frame of it, core checks the rest. */
const callSchema = z
  .looseObject({
    callVersion: z.literal(1),
    id: z.uuid(),
    whom: z.looseObject({ name: z.string() }),
    leftAt: z.iso.datetime(),
    objective: z.string(),
    outcomes: z.array(z.object({ kind: z.enum(OUTCOME_KINDS), at: z.iso.datetime() })),
    followed: z.boolean(),
    history: z.array(z.looseObject({ at: z.iso.datetime() })),
  })
  .openapi('Call') as unknown as z.ZodType<Call>;
const callInput = z.looseObject({ whom: z.looseObject({ name: z.string() }) }).openapi('CallInput');
const pageSchema = z.object({ calls: z.array(callSchema), next: z.string().nullable(), total: z.int() }).openapi('CallPage');
const statisticsSchema = z
  .looseObject({ statisticsVersion: z.literal(1), rate: z.looseObject({}), notYet: z.string() })
  .openapi('LogStatistics') as unknown as z.ZodType<LogStatistics>;

const list = createRoute({
  method: 'get',
  path: '/calls',
  summary: 'The log, newest first',
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(MOST_CALLS).default(100),
      after: z
        .string()
        .regex(/^[\d.:TZ-]+_[0-9a-f-]{36}$/)
        .optional()
        .openapi({ description: '`next` of the page before' }),
    }),
  },
  responses: { 200: json(pageSchema, 'Calls'), 422: REFUSED },
});
const find = createRoute({
  method: 'get',
  path: '/calls/{id}',
  summary: 'One call; the beginning of its id is enough',
  request: { params: z.object({ id: z.string().min(1).max(36) }) },
  responses: { 200: json(callSchema, 'The call'), 404: REFUSED, 422: REFUSED },
});
const save = createRoute({
  method: 'put',
  path: '/calls/{id}',
  summary: 'Keeps a message that was left, under an id the caller chose; sending twice does no harm',
  request: { params: idParam, body: { required: true, ...json(callInput, 'The call') } },
  responses: { 200: json(callSchema, 'The call as kept'), 422: REFUSED },
});
const change = createRoute({
  method: 'patch',
  path: '/calls/{id}',
  summary: 'Changes a call; what was there before stays in its history',
  request: { params: idParam, body: { required: true, ...json(z.looseObject({}), 'The fields that change') } },
  responses: { 200: json(callSchema, 'The call'), 404: REFUSED, 422: REFUSED },
});
const outcome = createRoute({
  method: 'post',
  path: '/calls/{id}/outcomes',
  summary: 'Adds what came of a call',
  request: {
    params: idParam,
    body: {
      required: true,
      ...json(z.object({ kind: z.enum(OUTCOME_KINDS), at: z.iso.datetime({ offset: true }).optional() }), 'What and when'),
    },
  },
  responses: { 200: json(callSchema, 'The call'), 404: REFUSED, 422: REFUSED },
});
const remove = createRoute({
  method: 'delete',
  path: '/calls/{id}',
  summary: 'Deletes a call for good',
  request: { params: idParam },
  responses: { 204: { description: 'Deleted' }, 404: REFUSED },
});
const statistics = createRoute({
  method: 'get',
  path: '/calls/statistics',
  summary: 'What the log says, and what it cannot say yet',
  request: {
    query: z.object({
      horizon: z.coerce.number().int().min(1).max(LONGEST_HORIZON).optional().openapi({ description: 'days' }),
      format: z.enum(['json', 'text', 'html']).default('json'),
    }),
  },
  responses: { 200: json(statisticsSchema, 'Statistics; with `format` as text or a page'), 422: REFUSED },
});

/** `/calls`, but for files. */
export function callRoutes(of: Of<CallDesk>): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(list, async (context) => {
    const { limit, after } = context.req.valid('query');
    return context.json(await of(context).page(limit, after), 200);
  });
  // Before `/calls/{id}`, which would take the word for an id.
  app.openapi(statistics, async (context) => {
    const { horizon, format } = context.req.valid('query');
    const found = await of(context).statistics(horizon);
    if (format === 'html') return context.html(statisticsHtml(found)) as never;
    if (format === 'text') return context.text(statisticsText(found)) as never;
    return context.json(found, 200);
  });
  app.openapi(find, async (context) => context.json(await of(context).find(context.req.valid('param').id), 200));
  app.openapi(save, async (context) => context.json(await of(context).save(context.req.valid('json'), context.req.valid('param').id), 200));
  app.openapi(change, async (context) =>
    context.json(await of(context).change(context.req.valid('param').id, context.req.valid('json')), 200),
  );
  app.openapi(outcome, async (context) => {
    const { kind, at } = context.req.valid('json');
    return context.json(await of(context).outcome(context.req.valid('param').id, kind, at), 200);
  });
  app.openapi(remove, async (context) => {
    await of(context).remove(context.req.valid('param').id);
    return context.body(null, 204);
  });
  return app;
}
