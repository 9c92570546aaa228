import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { problemOf } from '../http/problem.ts';
import type { JobDesk } from '../live/job-desk.ts';
import { type Asked, documentedApp, json, type Of, REFUSED } from './documented.ts';
import { idParam } from './documents.ts';

/** Takes in one batch. House rule: a hundred times what a person records in a year. */
const MOST_TAKES = 10_000;
const MOST_LISTED = 1000;
const LISTED = 100;

const stateSchema = z.enum(['waiting', 'active', 'done', 'failed', 'cancelled']);
const jobSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(['hear', 'review', 'grade', 'batch', 'rejudge']),
    state: stateSchema.openapi({ description: '"failed": it was given up after several tries, and can be sent again.' }),
    takeId: z.uuid().nullable(),
    tries: z.int().nonnegative(),
    progress: z.number().min(0).max(1),
    parts: z.int().nonnegative().openapi({ description: 'Of a batch: jobs that it handed out.' }),
    failedParts: z.int().nonnegative().openapi({ description: 'Of a batch: parts that were given up.' }),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
  })
  .openapi('Job');

const wanted = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('batch'), takeIds: z.array(z.uuid().toLowerCase()).min(1).max(MOST_TAKES) }),
  z.object({ kind: z.literal('rejudge') }),
]);

const list = createRoute({
  method: 'get',
  path: '/jobs',
  summary: 'Work behind calls, newest first; with "state=failed" what was given up',
  request: { query: z.object({ state: stateSchema.optional(), limit: z.coerce.number().int().min(1).max(MOST_LISTED).default(LISTED) }) },
  responses: { 200: json(z.array(jobSchema), 'Jobs') },
});
const add = createRoute({
  method: 'post',
  path: '/jobs',
  summary: 'Hears many takes again ("batch"), or judges all takes again from what was heard ("rejudge"), which needs no sound',
  request: { body: { required: true, ...json(wanted, 'What is to be done') } },
  responses: { 202: json(jobSchema, 'The job'), 422: REFUSED },
});
const find = createRoute({
  method: 'get',
  path: '/jobs/{id}',
  summary: 'One job',
  request: { params: idParam },
  responses: { 200: json(jobSchema, 'The job'), 404: REFUSED },
});
const cancel = createRoute({
  method: 'delete',
  path: '/jobs/{id}',
  summary: 'Takes a job back that is not done',
  request: { params: idParam },
  responses: { 204: { description: 'Taken back, or over already' }, 404: REFUSED },
});
const retry = createRoute({
  method: 'post',
  path: '/jobs/{id}/retry',
  summary: 'Sends a job again that was given up',
  request: { params: idParam },
  responses: { 202: json(jobSchema, 'The job'), 404: REFUSED },
});
const events = createRoute({
  method: 'get',
  path: '/jobs/{id}/events',
  summary: 'The job whenever it changes, until it is over, as server-sent events named "job"; "problem" where they end before',
  request: { params: idParam },
  responses: {
    200: { description: 'Events; the data of each is a Job', content: { 'text/event-stream': { schema: z.string() } } },
    404: REFUSED,
  },
});

/** `/jobs` */
export function jobRoutes(of: Of<JobDesk>): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(list, async (context) => context.json(await of(context).list(context.req.valid('query')), 200));
  app.openapi(add, async (context) => {
    const job = context.req.valid('json');
    const id = crypto.randomUUID();
    if (job.kind === 'batch') await of(context).hearAll(id, job.takeIds);
    else await of(context).judgeAll(id);
    return context.json(await of(context).find(id), 202);
  });
  app.openapi(find, async (context) => context.json(await of(context).find(context.req.valid('param').id), 200));
  app.openapi(cancel, async (context) => {
    await of(context).cancel(context.req.valid('param').id);
    return context.body(null, 204);
  });
  app.openapi(retry, async (context) => context.json(await of(context).retry(context.req.valid('param').id), 202));
  app.openapi(events, async (context) => {
    const { id } = context.req.valid('param');
    // One that is not there is told before the stream begins.
    await of(context).find(id);
    return streamSSE(context, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      try {
        for await (const job of of(context).watch(id, gone.signal)) await stream.writeSSE({ event: 'job', data: JSON.stringify(job) });
      } catch (error) {
        // The answer has begun: what ends it is told as the last event.
        await stream.writeSSE({ event: 'problem', data: await problemOf(error, context).text() });
      }
    });
  });
  return app;
}
