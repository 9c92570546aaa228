import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Judging } from '../ports/hearing.ts';
import { toPcm16, wavHeader } from '../ports/kept-wav.ts';
import { type Asked, documentedApp, json, REFUSED } from './documented.ts';

/** Longest script that is read aloud, characters: four times what anyone hears out. House rule. */
const LONGEST_PREVIEW = 3_000;

const previewSchema = z.object({
  text: z.string().min(1).max(LONGEST_PREVIEW),
  tune: z.enum(['rise', 'fall']).optional().openapi({ description: 'With it the text is one group of digits that ends so' }),
});

const preview = createRoute({
  method: 'post',
  path: '/previews',
  summary: 'Reads a script aloud with the bundled voice, numbers at dictation speed; keeps nothing',
  request: { body: { required: true, ...json(previewSchema, 'The script') } },
  responses: {
    200: { description: '16-bit WAV', content: { 'audio/wav': { schema: z.string().openapi({ format: 'binary' }) } } },
    422: REFUSED,
  },
});

/** `/previews` */
export function previewRoutes(judging: Judging): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(preview, async (context) => {
    const { text, tune } = context.req.valid('json');
    const { samples, sampleRate } = await judging.speak(text, tune);
    const pcm = toPcm16(samples);
    const body = new Uint8Array(wavHeader(sampleRate, pcm.length).length + pcm.byteLength);
    body.set(wavHeader(sampleRate, pcm.length));
    body.set(new Uint8Array(pcm.buffer), body.length - pcm.byteLength);
    return context.body(body, 200, { 'content-type': 'audio/wav', 'cache-control': 'no-store' });
  });
  return app;
}
