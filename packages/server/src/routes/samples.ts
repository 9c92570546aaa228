import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { RingbackError } from '@ringback/core';
import type { TakeDesk } from '../live/take-desk.ts';
import { type Asked, documentedApp, json, type Of, REFUSED } from './documented.ts';
import { takeSchema } from './documents.ts';

/** The sample calls, made with a speech synthesiser, and how they are shown. */
export const SAMPLES = {
  alumnus: 'Sample: one question, with a tie',
  reference: 'Sample: checking a reference',
  consultant: 'Sample: an open ask, without a tie',
} as const;

/** One of {@link SAMPLES}. */
export type SampleName = keyof typeof SAMPLES;

const names = z.enum(Object.keys(SAMPLES) as [SampleName, ...SampleName[]]);
const take = createRoute({
  method: 'post',
  path: '/samples/{name}/takes',
  summary: 'Makes a take of a sample recording, to try the page without a microphone',
  request: { params: z.object({ name: names }), query: z.object({ id: z.uuid().toLowerCase(), script: z.uuid().optional() }) },
  responses: { 202: json(takeSchema, 'The take, being heard'), 404: REFUSED },
});
const script = createRoute({
  method: 'get',
  path: '/samples/{name}/script',
  summary: 'The text of a sample call',
  request: { params: z.object({ name: names }) },
  responses: { 200: json(z.object({ name: z.string(), text: z.string() }), 'The text'), 404: REFUSED },
});

/** A file of the sample calls by its folder and name; throws when there is none. */
export type ReadSample = (folder: 'scripts' | 'recordings', name: string) => Promise<Uint8Array>;

/** `/samples`. */
export function sampleRoutes(sample: ReadSample, of: Of<TakeDesk>): OpenAPIHono<Asked> {
  const app = documentedApp();
  const read: ReadSample = (folder, name) =>
    sample(folder, name).catch(() => {
      throw new RingbackError('no-such-page', 'The sample calls are not part of this installation.');
    });
  app.openapi(take, async (context) => {
    const { name } = context.req.valid('param');
    const query = context.req.valid('query');
    const bytes = new Uint8Array(await read('recordings', `${name}.wav`));
    const desk = of(context);
    await desk.upload({ id: query.id, name: SAMPLES[name], scriptId: query.script ?? null, bytes });
    return context.json(await desk.find(query.id), 202);
  });
  app.openapi(script, async (context) => {
    const { name } = context.req.valid('param');
    const text = new TextDecoder().decode(await read('scripts', `${name}.txt`));
    return context.json({ name: SAMPLES[name], text: text.trim() }, 200);
  });
  return app;
}
