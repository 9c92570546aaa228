import { RingbackError, renderHtml } from '@ringback/core';
import { Hono } from 'hono';
import type { TakeSound } from '../live/take-sound.ts';
import type { TakeStore } from '../ports/stores.ts';
import { downloadOf, isDownloadFormat } from './download.ts';

/** Peaks of one drawing: two for each bar of a wide screen. House rule. */
const MOST_PEAKS = 2000;

/** Bytes that are made letters at a time: as many as a call takes arguments. */
const LETTERS_AT_ONCE = 0x8000;

function dataAddress(wav: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < wav.length; at += LETTERS_AT_ONCE) letters += String.fromCharCode(...wav.subarray(at, at + LETTERS_AT_ONCE));
  return `data:audio/wav;base64,${btoa(letters)}`;
}

/** `/takes/{id}/audio.wav` to play and to download, `/takes/{id}/peaks` to draw, and `/takes/{id}/report.html` to share. */
export function takeSoundRoutes(store: TakeStore, sound: TakeSound): Hono {
  const app = new Hono();
  app.get('/takes/:id/audio.wav', async (context) => {
    const { id } = context.req.param();
    if (!isId(id)) throw noSound();
    const as = context.req.query('as');
    if (as === undefined) return ranged(sound, id, context.req.header('range'));
    const file = await sound.read(id);
    if (file === null) throw noSound();
    if (!isDownloadFormat(as)) throw new RingbackError('bad-request', 'A take downloads as "16k" or "8k-mulaw".');
    const bytes = await downloadOf(file, as);
    const name = (await store.find(id))?.name ?? 'Take';
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        'content-type': 'audio/wav',
        'content-disposition': attachment(`${name} ${as}.wav`),
        'cache-control': 'no-store',
      },
    });
  });
  app.get('/takes/:id/peaks', async (context) => {
    const { id } = context.req.param();
    const peaks = isId(id) ? await sound.peaks(id, MOST_PEAKS) : null;
    if (peaks === null) throw noSound();
    return context.json(peaks, 200);
  });
  app.get('/takes/:id/report.html', async (context) => {
    const take = isId(context.req.param('id')) ? await store.find(context.req.param('id')) : null;
    if (!take?.review) throw new RingbackError('no-such-take', 'There is no review of this take yet.');
    const file = context.req.query('sound') === '1' ? await sound.read(take.id) : null;
    const html = renderHtml(take.review, file ? { sound: dataAddress(await downloadOf(file, '16k')) } : {});
    return context.body(html, 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': attachment(`${take.name} review${file ? ' with sound' : ''}.html`),
    });
  });
  return app;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function isId(text: string): boolean {
  return UUID.test(text);
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
async function ranged(sound: TakeSound, id: string, range: string | undefined): Promise<Response> {
  const match = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  const from = match ? Number(match[1]) : 0;
  const part = await sound.part(id, from, match?.[2] ? Number(match[2]) : Number.MAX_SAFE_INTEGER);
  if (part === null) throw noSound();
  const headers = { 'content-type': 'audio/wav', 'accept-ranges': 'bytes', 'cache-control': 'no-store' };
  const body = part.bytes as Uint8Array<ArrayBuffer>;
  if (!match) return new Response(body, { headers });
  if (body.length === 0) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${part.size}` } });
  const contentRange = `bytes ${from}-${from + body.length - 1}/${part.size}`;
  return new Response(body, { status: 206, headers: { ...headers, 'content-range': contentRange } });
}
