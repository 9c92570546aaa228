import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { givenNameSchema, MAX_SCRIPT_CHARS, RingbackError, type Transcript, wordSchema } from '@ringback/core';
import { RAW_FORMATS } from '@ringback/speech';
import type { OwnDesk } from '../live/own-desk.ts';
import { documentOf, noSuchTake } from '../live/take-desk.ts';
import type { TakeReader } from '../ports/stores.ts';
import { type Asked, documentedApp, json, type Of, REFUSED } from './documented.ts';
import { idParam, reviewSchema, takeSchema, takeSummarySchema } from './documents.ts';
import { linked, pageOf, pageQuery } from './paged.ts';

const list = createRoute({
  method: 'get',
  path: '/takes',
  summary: 'Takes, newest first',
  request: {
    query: z.object({
      script: z.uuid().optional(),
      ...pageQuery.shape,
      owner: z.string().max(36).optional().openapi({ description: 'A person of the team, or "all"; whoever asks where it is left out.' }),
    }),
  },
  responses: { 200: json(z.array(takeSummarySchema), 'Takes') },
});
const find = createRoute({
  method: 'get',
  path: '/takes/{id}',
  summary: 'One take with its review and what to draw',
  request: { params: idParam },
  responses: { 200: json(takeSchema, 'The take'), 404: REFUSED },
});
const upload = createRoute({
  method: 'put',
  path: '/takes/{id}/audio',
  summary: 'Keeps a recording of any known format as a take; it is heard behind the call',
  request: {
    params: idParam,
    query: z.object({
      name: givenNameSchema,
      script: z.uuid().optional(),
      raw: z.enum(RAW_FORMATS).optional().openapi({ description: 'What a recording without a header is.' }),
      queue: z.enum(['person', 'batch']).default('person').openapi({ description: '"batch" where nobody waits for the review.' }),
    }),
    body: { required: true, content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: { 202: json(takeSchema, 'The take, being heard'), 413: REFUSED, 422: REFUSED },
});
const change = createRoute({
  method: 'patch',
  path: '/takes/{id}',
  summary: 'Renames or keeps a take',
  request: {
    params: idParam,
    body: { required: true, ...json(z.object({ name: givenNameSchema.optional(), kept: z.boolean().optional() }), 'What changes') },
  },
  responses: { 200: json(takeSchema, 'The take'), 404: REFUSED, 422: REFUSED },
});
const remove = createRoute({
  method: 'delete',
  path: '/takes/{id}',
  summary: 'Deletes a take and its sound for good',
  request: { params: idParam },
  responses: { 204: { description: 'Deleted' }, 404: REFUSED },
});
const hearAgain = createRoute({
  method: 'post',
  path: '/takes/{id}/hearing',
  summary: 'Hears the kept sound again',
  request: { params: idParam },
  responses: { 202: json(takeSchema, 'The take, being heard'), 404: REFUSED },
});

/** Words as a person put them right: each is somewhere, and in time. */
const correctedWord = wordSchema.extend({
  text: z.string().min(1),
  charEnd: z.int().positive(),
  start: z.number().nonnegative(),
  end: z.number().nonnegative(),
  confidence: z.number().min(0).max(1),
});
const correct = createRoute({
  method: 'put',
  path: '/takes/{id}/transcript',
  summary: 'Puts misheard words right and judges again, without hearing again',
  request: {
    params: idParam,
    body: {
      required: true,
      ...json(z.object({ text: z.string().max(MAX_SCRIPT_CHARS), words: z.array(correctedWord).max(20_000) }), 'The words'),
    },
  },
  responses: { 200: json(reviewSchema, 'The new review'), 404: REFUSED, 422: REFUSED },
});

/** Fails where a word is not where it says. */
function checked(transcript: Transcript): Transcript {
  const { text, words } = transcript;
  if (words.some((one) => text.slice(one.charStart, one.charEnd) !== one.text)) {
    throw new RingbackError('bad-transcript', 'A word of the transcript is not at its place in the text.');
  }
  return transcript;
}

/** `/takes`; `seen` is what may be looked at, `of` what may be changed. */
export function takeRoutes(seen: Of<TakeReader>, of: Of<OwnDesk>): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(list, async (context) => {
    const { script: scriptId, owner = of(context).owner, ...query } = context.req.valid('query');
    const page = pageOf(query);
    const rows = await seen(context).list({ scriptId, owner: owner === 'all' ? undefined : owner, page });
    return context.json(
      linked(context, rows, page, ({ createdAt, id }) => ({ at: createdAt, id })),
      200,
    );
  });
  app.openapi(find, async (context) => {
    const take = await seen(context).find(context.req.valid('param').id);
    if (take === null) throw noSuchTake();
    return context.json(documentOf(take), 200);
  });
  app.openapi(upload, async (context) => {
    const { id } = context.req.valid('param');
    const { name, script, raw, queue } = context.req.valid('query');
    const { desk } = of(context);
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    await desk.upload({ id, name, scriptId: script ?? null, ...(raw && { raw }), bytes, inBatch: queue === 'batch' });
    return context.json(await desk.find(id), 202);
  });
  app.openapi(change, async (context) => {
    const { id } = context.req.valid('param');
    const { name, kept } = context.req.valid('json');
    const { takes, desk } = of(context);
    if (name !== undefined || kept !== undefined) await takes.change(id, { ...(name && { name }), ...(kept !== undefined && { kept }) });
    return context.json(await desk.find(id), 200);
  });
  app.openapi(remove, async (context) => {
    await of(context).desk.remove(context.req.valid('param').id);
    return context.body(null, 204);
  });
  app.openapi(hearAgain, async (context) => {
    const { id } = context.req.valid('param');
    const { desk } = of(context);
    await desk.hearAgain(id);
    return context.json(await desk.find(id), 202);
  });
  app.openapi(correct, async (context) => {
    return context.json(await of(context).desk.correct(context.req.valid('param').id, checked(context.req.valid('json'))), 200);
  });
  return app;
}
