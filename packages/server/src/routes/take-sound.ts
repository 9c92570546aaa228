import { RingbackError, renderHtml } from '@ringback/core';
import { Hono } from 'hono';
import { downloadOf, isDownloadFormat } from '../sound/download.ts';
import type { SoundFolder } from '../sound/sound-folder.ts';
import type { TakeStore } from '../store/takes.ts';

/** `/takes/{id}/audio.wav` to play and to download, and `/takes/{id}/report.html` to share. */
export function takeSoundRoutes(store: TakeStore, sound: SoundFolder): Hono {
  const app = new Hono();
  app.get('/takes/:id/audio.wav', async (context) => {
    const { id } = context.req.param();
    if (!isId(id)) throw noSound();
    const file = await sound.read(id);
    if (file === null) throw noSound();
    const as = context.req.query('as');
    if (as === undefined) return ranged(file, context.req.header('range'));
    if (!isDownloadFormat(as)) throw new RingbackError('bad-request', 'A take downloads as "16k" or "8k-mulaw".');
    const bytes = await downloadOf(file, as);
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { 'content-type': 'audio/wav', 'content-disposition': `attachment; filename="take-${as}.wav"`, 'cache-control': 'no-store' },
    });
  });
  app.get('/takes/:id/report.html', async (context) => {
    const take = isId(context.req.param('id')) ? await store.find(context.req.param('id')) : null;
    if (!take?.review) throw new RingbackError('no-such-take', 'There is no review of this take yet.');
    const html = renderHtml(take.review);
    return context.body(html, 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': 'attachment; filename="review.html"',
    });
  });
  return app;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function isId(text: string): boolean {
  return UUID.test(text);
}

function noSound(): RingbackError {
  return new RingbackError('no-such-take', 'There is no sound of such a take; it may have been deleted.');
}

/** Players seek by asking for a range of bytes. */
function ranged(file: Uint8Array, range: string | undefined): Response {
  const headers = { 'content-type': 'audio/wav', 'accept-ranges': 'bytes', 'cache-control': 'no-store' };
  const match = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (!match) return new Response(file as Uint8Array<ArrayBuffer>, { headers });
  const from = Number(match[1]);
  const to = match[2] ? Math.min(Number(match[2]), file.length - 1) : file.length - 1;
  if (from > to) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.length}` } });
  const part = file.slice(from, to + 1);
  return new Response(part as Uint8Array<ArrayBuffer>, {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${from}-${to}/${file.length}` },
  });
}
