import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { RingbackError, renderHtml } from '@ringback/core';
import type { Context } from 'hono';
import { problem } from '../http/problem.ts';
import type { TakeSound } from '../live/take-sound.ts';
import type { TakeReader } from '../ports/stores.ts';
import { type Asked, documentedApp, json, type Of, REFUSED } from './documented.ts';
import { idParam } from './documents.ts';
import { DOWNLOAD_FORMATS, downloadOf } from './download.ts';

/** Peaks of one drawing: two for each bar of a wide screen. House rule. */
const MOST_PEAKS = 2000;

/** Bytes that are made letters at a time: as many as a call takes arguments. */
const LETTERS_AT_ONCE = 0x8000;

function dataAddress(wav: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < wav.length; at += LETTERS_AT_ONCE) letters += String.fromCharCode(...wav.subarray(at, at + LETTERS_AT_ONCE));
  return `data:audio/wav;base64,${btoa(letters)}`;
}

const sound = (description: string) => ({
  description,
  content: { 'audio/wav': { schema: z.string().openapi({ format: 'binary' }) } },
});
const audio = createRoute({
  method: 'get',
  path: '/takes/{id}/audio.wav',
  summary: 'The sound of a take, whole or a range of its bytes, or as a file to keep',
  request: { params: idParam, query: z.object({ as: z.enum(DOWNLOAD_FORMATS).optional() }) },
  responses: {
    200: sound('The sound'),
    206: sound('The bytes asked for'),
    404: REFUSED,
    416: { ...REFUSED, description: 'Beyond its end' },
    422: REFUSED,
  },
});
const drawn = createRoute({
  method: 'get',
  path: '/takes/{id}/peaks',
  summary: 'The loudest sample of each of many equal stretches of a take, to draw',
  request: { params: idParam },
  responses: { 200: json(z.array(z.number().min(0).max(1)), 'Peaks, 0 to 1'), 404: REFUSED },
});
const report = createRoute({
  method: 'get',
  path: '/takes/{id}/report.html',
  summary: 'The review of a take as one page to share, its sound inside when asked for',
  request: { params: idParam, query: z.object({ sound: z.enum(['0', '1']).default('0') }) },
  responses: { 200: { description: 'The page', content: { 'text/html': { schema: z.string() } } }, 404: REFUSED },
});

/** `/takes/{id}/audio.wav` to play and to download, `/takes/{id}/peaks` to draw, and `/takes/{id}/report.html` to share. */
export function takeSoundRoutes(of: Of<TakeReader>, sounds: TakeSound): OpenAPIHono<Asked> {
  const app = documentedApp();
  app.openapi(audio, async (context) => {
    const { id } = context.req.valid('param');
    const { as } = context.req.valid('query');
    const takes = of(context);
    if (!(await takes.has(id))) throw noSound();
    if (as === undefined) return (await ranged(context, sounds, id)) as never;
    const file = await sounds.read(id);
    if (file === null) throw noSound();
    const name = (await takes.find(id))?.name ?? 'Take';
    return context.body((await downloadOf(file, as)) as Uint8Array<ArrayBuffer>, 200, {
      'content-type': 'audio/wav',
      'content-disposition': attachment(`${name} ${as}.wav`),
      'cache-control': 'no-store',
    });
  });
  app.openapi(drawn, async (context) => {
    const { id } = context.req.valid('param');
    const peaks = (await of(context).has(id)) ? await sounds.peaks(id, MOST_PEAKS) : null;
    if (peaks === null) throw noSound();
    return context.json(peaks, 200);
  });
  app.openapi(report, async (context) => {
    const take = await of(context).find(context.req.valid('param').id);
    if (!take?.review) throw new RingbackError('no-such-take', 'There is no review of this take yet.');
    const file = context.req.valid('query').sound === '1' ? await sounds.read(take.id) : null;
    const html = renderHtml(take.review, file ? { sound: dataAddress(await downloadOf(file, '16k')) } : {});
    return context.body(html, 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': attachment(`${take.name} review${file ? ' with sound' : ''}.html`),
    });
  });
  return app;
}

/** A file name for any name a person may give: plain letters for old programs, the true one beside it (RFC 6266). */
function attachment(name: string): string {
  const safe = name.replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/gu, '-');
  const ascii = safe.replace(/[^\x20-\x7e]/g, '_');
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function noSound(): RingbackError {
  return new RingbackError('no-such-take', 'There is no sound of such a take; it may have been deleted.');
}

/** Players seek by asking for a range of bytes. Only what is asked for is read. */
async function ranged(context: Context<Asked>, sound: TakeSound, id: string): Promise<Response> {
  const match = /^bytes=(\d+)-(\d*)$/.exec(context.req.header('range') ?? '');
  const from = match ? Number(match[1]) : 0;
  const part = await sound.part(id, from, match?.[2] ? Number(match[2]) : Number.MAX_SAFE_INTEGER);
  if (part === null) throw noSound();
  const headers = { 'content-type': 'audio/wav', 'accept-ranges': 'bytes', 'cache-control': 'no-store' };
  const body = part.bytes as Uint8Array<ArrayBuffer>;
  if (!match) return new Response(body, { headers });
  if (body.length === 0) {
    context.header('content-range', `bytes */${part.size}`);
    return problem(context, 416, 'bad-request', `The sound has ${part.size} bytes: ask for a range that begins within them.`);
  }
  const contentRange = `bytes ${from}-${from + body.length - 1}/${part.size}`;
  return new Response(body, { status: 206, headers: { ...headers, 'content-range': contentRange } });
}
