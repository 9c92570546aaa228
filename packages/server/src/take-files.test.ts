import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Take } from '@ringback/core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { wavHeader } from './ports/kept-wav.ts';
import type { RunningServer } from './start-server.ts';
import { put, RATE, takeIn, tone, wav } from './test-api.fixture.ts';
import { startTestServer } from './test-server.fixture.ts';

let folder: string;
let server: RunningServer;
let takeId = randomUUID();
/** The clock goes on by a minute with every look. */
let minutes = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-files-'));
  server = await startTestServer(folder, {
    now: () => new Date(Date.UTC(2026, 10, 23, 8) + minutes++ * 60_000),
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  takeId = randomUUID();
});

const api = (path: string, init?: RequestInit) => fetch(`${server.url}/api/v1${path}`, init);
const takeWhen = (state: Take['state'], id = takeId) => takeIn(state, `${server.url}/api/v1/takes/${id}`);

test('downloads come at 16 kHz and as telephone mu-law', async () => {
  await api(`/takes/${takeId}/audio?name=a`, { method: 'PUT', body: wav(tone(2)) });
  await takeWhen('reviewed');
  const view = async (as: string) => new DataView(await (await api(`/takes/${takeId}/audio.wav?as=${as}`)).arrayBuffer());
  const wide = await view('16k');
  expect([wide.getUint16(20, true), wide.getUint32(24, true), wide.byteLength]).toEqual([1, 16_000, 44 + 2 * 2 * 16_000]);
  const narrow = await view('8k-mulaw');
  expect([narrow.getUint16(20, true), narrow.getUint32(24, true), narrow.byteLength]).toEqual([7, 8_000, 58 + 2 * 8_000]);
});

test('a range of the sound is answered as a range', async () => {
  await api(`/takes/${takeId}/audio?name=a`, { method: 'PUT', body: wav(tone()) });
  const part = await api(`/takes/${takeId}/audio.wav`, { headers: { range: 'bytes=44-47' } });
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe(`bytes 44-47/${44 + tone().byteLength}`);
  expect((await part.arrayBuffer()).byteLength).toBe(4);
});

test('a range never holds the stale header of a recording that goes on, and ends with the file', async () => {
  await api(`/takes/${takeId}/audio?name=a`, { method: 'PUT', body: wav(tone()) });
  const size = 44 + tone().byteLength;
  const file = join(folder, 'data', 'takes', `${takeId}.wav`);
  await writeFile(file, Buffer.concat([wavHeader(RATE, 7), (await readFile(file)).subarray(44)]));
  const start = await api(`/takes/${takeId}/audio.wav`, { headers: { range: 'bytes=40-99' } });
  const bytes = new DataView(await start.arrayBuffer());
  expect([bytes.byteLength, bytes.getUint32(0, true)]).toEqual([60, tone().byteLength]);
  expect(bytes.getInt16(8, true)).toBe(tone()[2]);
  const tail = await api(`/takes/${takeId}/audio.wav`, { headers: { range: `bytes=${size - 4}-` } });
  expect(tail.headers.get('content-range')).toBe(`bytes ${size - 4}-${size - 1}/${size}`);
  expect((await api(`/takes/${takeId}/audio.wav`, { headers: { range: `bytes=${size}-` } })).status).toBe(416);
});

test('peaks to draw are as many as a screen has room for, each the loudest of its stretch', async () => {
  const sound = new Int16Array(60 * RATE);
  sound[30 * RATE] = -16_384;
  sound[sound.length - 1] = 32_767;
  await api(`/takes/${takeId}/audio?name=a`, { method: 'PUT', body: wav(sound) });
  const peaks = (await (await api(`/takes/${takeId}/peaks`)).json()) as number[];
  expect(peaks.length).toBe(2000);
  expect(peaks.flatMap((peak, i) => (peak > 0.01 ? [[i, Math.round(peak * 10)]] : []))).toEqual([
    [1000, 5],
    [1999, 10],
  ]);
});

test('downloads carry the name of the take, whatever letters it has', async () => {
  await api(`/takes/${takeId}/audio?name=a`, { method: 'PUT', body: wav(tone()) });
  await takeWhen('reviewed');
  const rename = { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'Tür "1"\r\n/x' }) };
  await api(`/takes/${takeId}`, rename);
  const disposition = (await api(`/takes/${takeId}/report.html`)).headers.get('content-disposition') ?? '';
  expect(disposition).toBe(`attachment; filename="T_r -1----x review.html"; filename*=UTF-8''T%C3%BCr%20-1----x%20review.html`);
});

test('the takes of a script are ranked without their words, and what changed last is told', async () => {
  const script = randomUUID();
  await api(`/scripts/${script}`, put({ name: 'a', text: 'Hello.' }));
  const ids = [randomUUID(), randomUUID()];
  for (const id of ids) {
    await api(`/takes/${id}/audio?name=a&script=${script}`, { method: 'PUT', body: wav(tone()) });
    await takeWhen('reviewed', id);
  }
  const words = [{ text: 'Hello.', charStart: 0, charEnd: 6, start: 0, end: 0.4, confidence: 1, method: 'attention' }];
  await api(`/takes/${ids[1]}/transcript`, put({ text: 'Hello.', words }));
  const ranking = (await (await api(`/scripts/${script}/ranking`)).json()) as {
    takes: { takeId: string; next: { message: string } | null; tips: object[] }[];
    change: { from: string; to: string; gained: object[]; lost: { element: string }[] };
  };
  expect(ranking.takes.map(({ takeId: id }) => id)).toEqual(ids);
  expect(ranking.takes[1]).toMatchObject({ next: { message: expect.any(String) } });
  expect(ranking.takes[0]?.tips.length).toBe(7);
  expect(JSON.stringify(ranking)).not.toContain('"words"');
  expect([ranking.change.from, ranking.change.to]).toEqual(ids);
  expect(ranking.change.lost.map(({ element }) => element)).toEqual(expect.arrayContaining(['request', 'bridge', 'caller']));
});
