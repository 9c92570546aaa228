import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureOf, type LiveAnswer, type Take } from '@ringback/core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { FAKE_LEGIBILITY, fakeHearing } from './ports/hearing.fake.ts';
import type { Hearing } from './ports/hearing.ts';
import { wavHeader } from './ports/kept-wav.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { put, RATE, takeIn, tone, wav } from './test-api.fixture.ts';

const SCRIPT = '11111111-1111-4111-8111-111111111111';
let takeId = randomUUID();
const CAPTURE = { sampleRate: RATE, automaticGain: false, noiseSuppression: false, echoCancellation: false };

let folder: string;
let server: RunningServer;
let hearing = await fakeHearing();
const log: string[] = [];

async function start(graceMs = 60_000, modelHere = async () => true, openHearing?: () => Hearing): Promise<void> {
  hearing = await fakeHearing();
  server = await startServer({
    port: 0,
    dataDir: join(folder, 'data'),
    modelsDir: join(folder, 'models'),
    pageDir: join(folder, 'page'),
    samplesDir: folder,
    now: () => new Date('2026-11-23T12:00:00Z'),
    log: (event) => log.push(event),
    graceMs,
    openHearing: openHearing ?? (() => hearing),
    modelHere,
  });
}

// A server takes seconds to make its first database: the tests share one, each with a take of its own.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-server-'));
  await start();
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

test('scripts and takes survive a restart', async () => {
  await api(`/scripts/${SCRIPT}`, put({ name: 'To Ms. Calder', text: 'Hello Ms. Calder.' }));
  const upload = await api(`/takes/${takeId}/audio?name=first.wav&script=${SCRIPT}`, { method: 'PUT', body: wav(tone()) });
  expect(upload.status).toBe(202);
  const take = await takeWhen('reviewed');
  expect(take.review?.facts.phoneRepeated).toBe(true);
  await server.close();
  await start();
  expect(await (await api('/scripts')).json()).toMatchObject([{ id: SCRIPT, name: 'To Ms. Calder', text: 'Hello Ms. Calder.' }]);
  expect(await (await api(`/takes?script=${SCRIPT}`)).json()).toMatchObject([{ id: takeId, name: 'first.wav', decision: take.decision }]);
  const sound = new Uint8Array(await (await api(`/takes/${takeId}/audio.wav`)).arrayBuffer());
  expect(sound.length).toBe(44 + tone().byteLength);
});

test('a deleted take leaves nothing behind', async () => {
  await api(`/takes/${takeId}/audio?name=a`, { method: 'PUT', body: wav(tone()) });
  await takeWhen('reviewed');
  expect((await api(`/takes/${takeId}`, { method: 'DELETE' })).status).toBe(204);
  expect((await api(`/takes/${takeId}`)).status).toBe(404);
  await expect(readFile(join(folder, 'data', 'takes', `${takeId}.wav`))).rejects.toThrow('ENOENT');
});

test('a recording without a header is taken where its name or the caller says what it is', async () => {
  const send = (query: string) =>
    api(`/takes/${takeId}/audio?${query}`, { method: 'PUT', body: new Blob([tone() as Int16Array<ArrayBuffer>]) });
  expect((await send('name=msg0001')).status).toBe(422);
  for (const query of ['name=msg0001&raw=sln16', 'name=msg0001.sln16']) {
    expect(await (await send(query)).json()).toMatchObject({ durationSec: 1 });
    await api(`/takes/${takeId}`, { method: 'DELETE' });
  }
  expect((await send('name=msg0001&raw=opus')).status).toBe(422);
});

test('what is no recording is refused in one sentence, as a problem document', async () => {
  const answer = await api(`/takes/${takeId}/audio?name=notes.wav`, { method: 'PUT', body: 'these are only words, no sound at all' });
  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ status: 422, code: expect.any(String), detail: expect.stringMatching(/\.$/) });
  expect((await api(`/takes/${takeId}`)).status).toBe(404);
});

test('a corrected word is judged without hearing again', async () => {
  await api(`/takes/${takeId}/audio?name=a`, { method: 'PUT', body: wav(tone()) });
  const { review } = await takeWhen('reviewed');
  const text = 'Hello there.';
  const words = [
    { text: 'Hello', charStart: 0, charEnd: 5, start: 0, end: 0.4, confidence: 1, method: 'attention' },
    { text: 'there.', charStart: 6, charEnd: 12, start: 0.4, end: 0.8, confidence: 1, method: 'attention' },
  ];
  const corrected = await api(`/takes/${takeId}/transcript`, put({ text, words }));
  expect(await corrected.json()).toMatchObject({ transcript: { text }, facts: { phone: false } });
  expect(review?.facts.phone).toBe(true);
  const misplaced = await api(`/takes/${takeId}/transcript`, put({ text, words: [{ ...words[0], charStart: 1, charEnd: 6 }] }));
  expect(misplaced.status).toBe(422);
});

test('the drive test of the number follows the review', async () => {
  await api(`/takes/${takeId}/audio?name=a`, { method: 'PUT', body: wav(tone()) });
  await takeWhen('reviewed');
  const legibility = async () => ((await (await api(`/takes/${takeId}`)).json()) as Take).sound?.legibility;
  await expect.poll(legibility, { timeout: 10_000 }).toEqual({ ok: true, value: FAKE_LEGIBILITY });
});

/** Sends headers that fetch does not let a program set. */
function raw(headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    request({ host: '127.0.0.1', port, path: '/api/v1/takes', method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('only its own page may ask: rebound names, other origins and cross-site requests are refused', async () => {
  const host = new URL(server.url).host;
  expect(await raw({ host })).toBe(200);
  expect(await raw({ host, origin: `http://${host}` })).toBe(200);
  expect(await raw({ host: 'rebound.example:80' })).toBe(403);
  expect(await raw({ host, origin: 'https://elsewhere.example' })).toBe(403);
  expect(await raw({ host, origin: 'null' })).toBe(403);
  expect(await raw({ host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
  expect(await raw({ host, origin: 'http://localhost:1' })).toBe(403);
});

test('the interface describes itself', async () => {
  const document = (await (await api('/openapi.json')).json()) as { openapi: string; paths: Record<string, unknown> };
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/scripts/{id}', '/takes/{id}', '/takes/{id}/audio', '/reviews']));
});

/** A live connection and all that it was told. */
async function connect(): Promise<{ socket: WebSocket; told: LiveAnswer[]; until(type: LiveAnswer['type']): Promise<LiveAnswer> }> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/v1/live`);
  const told: LiveAnswer[] = [];
  socket.on('message', (data) => told.push(JSON.parse(String(data)) as LiveAnswer));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const until = async (type: LiveAnswer['type']): Promise<LiveAnswer> => {
    await expect.poll(() => told.some((answer) => answer.type === type), { timeout: 10_000 }).toBe(true);
    return told.findLast((answer) => answer.type === type) as LiveAnswer;
  };
  return { socket, told, until };
}

const startOf = () => JSON.stringify({ type: 'start', takeId, scriptId: null, name: 'Take 1', capture: CAPTURE });

test('a live take is kept as it comes and reviewed when it stops', async () => {
  const before = hearing.liveSamples();
  const { socket, until } = await connect();
  socket.send(startOf());
  expect(await until('started')).toMatchObject({ received: 0 });
  socket.send(tone());
  socket.send(tone());
  socket.send('{"type":"stop"}');
  expect(await until('reviewed')).toMatchObject({ takeId });
  expect(hearing.liveSamples() - before).toBe(2 * RATE);
  expect(await takeWhen('reviewed')).toMatchObject({ name: 'Take 1', capture: CAPTURE });
  socket.close();
});

test('a take goes on where it was when the connection breaks', async () => {
  const before = hearing.liveSamples();
  const first = await connect();
  first.socket.send(startOf());
  first.socket.send(tone());
  await first.until('stored');
  first.socket.terminate();
  const second = await connect();
  second.socket.send(startOf());
  expect(await second.until('started')).toMatchObject({ received: RATE });
  second.socket.send(tone());
  second.socket.send('{"type":"stop"}');
  await second.until('reviewed');
  expect(hearing.liveSamples() - before).toBe(2 * RATE);
  second.socket.close();
});

test('a server that died in the middle of a take loses nothing that it stored, and heals a torn file', async () => {
  const first = await connect();
  first.socket.send(startOf());
  first.socket.send(tone());
  await first.until('stored');
  await server.close();
  const path = join(folder, 'data', 'takes', `${takeId}.wav`);
  // Half a sample and a header that still says nothing was written: what a killed process leaves.
  const bytes = await readFile(path);
  await writeFile(path, Buffer.concat([wavHeader(RATE, 0), bytes.subarray(44), Buffer.from([7])]));
  await start();
  const second = await connect();
  second.socket.send(startOf());
  expect(await second.until('started')).toMatchObject({ received: RATE });
  second.socket.send('{"type":"stop"}');
  await second.until('reviewed');
  expect(hearing.liveSamples()).toBe(RATE);
  second.socket.close();
});

test('a take that is gone on with while the model still loads is not heard again when the wait for it is over', async () => {
  const first = await connect();
  first.socket.send(startOf());
  first.socket.send(tone());
  await first.until('stored');
  await server.close();
  const graceMs = 2_000;
  let loaded = (_here: boolean): void => {};
  await start(graceMs, () => new Promise((resolve) => (loaded = resolve)));
  const second = await connect();
  second.socket.send(startOf());
  await second.until('started');
  loaded(true);
  await server.modelLoaded;
  second.socket.send('{"type":"stop"}');
  await second.until('reviewed');
  const words = [{ text: 'Mended.', charStart: 0, charEnd: 7, start: 0, end: 0.4, confidence: 1, method: 'attention' }];
  await api(`/takes/${takeId}/transcript`, put({ text: 'Mended.', words }));
  await new Promise((resolve) => setTimeout(resolve, graceMs * 2));
  expect((await takeWhen('reviewed')).review?.transcript.text).toBe('Mended.');
  second.socket.close();
});

test('a take nobody comes back for is reviewed with what there is', async () => {
  await server.close();
  await start(50);
  const first = await connect();
  first.socket.send(startOf());
  first.socket.send(tone());
  await first.until('stored');
  first.socket.terminate();
  expect((await takeWhen('reviewed')).review?.transcript.text).toContain('Calder');
});

const review = (text: string) =>
  api('/reviews', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text }) });

/** A thread that works through what it is asked in turn, and is not done with a recording before it is closed. */
function busy(thread: Hearing): Hearing {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const answer = last.then(ask);
    last = answer;
    return answer;
  };
  // What is asked after it is closed fails as well: a take may be on its way to it.
  const closing = new AbortController();
  const untilClosed = (): Promise<never> =>
    new Promise((_resolve, reject) => {
      const end = (): void => reject(new Error('closed'));
      if (closing.signal.aborted) end();
      else closing.signal.addEventListener('abort', end);
    });
  return {
    ...thread,
    hear: () => inTurn(untilClosed),
    judge: (...asked) => inTurn(() => thread.judge(...asked)),
    close: async () => closing.abort(),
  };
}

test('a script is reviewed while a recording is still being heard', async () => {
  await server.close();
  await start(60_000, undefined, () => busy(hearing));
  await api(`/takes/${takeId}/audio?name=a`, { method: 'PUT', body: wav(tone()) });
  expect((await review('Hello Ms. Calder, this is Theo Lindgren.')).status).toBe(200);
});

test('a fault of ours while judging answers 500', async () => {
  await server.close();
  const judge = () => Promise.reject(failureOf({ code: 'hearing-failed', message: 'It broke.', kind: 'internal' }));
  await start(60_000, undefined, () => ({ ...hearing, judge }));
  expect((await review('Hello Ms. Calder.')).status).toBe(500);
});

test('nothing personal is logged', () => {
  expect(log.join('\n')).not.toMatch(/Calder|Lindgren|555|Take 1/);
});
