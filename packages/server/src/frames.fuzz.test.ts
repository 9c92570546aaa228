import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FAILURE_CODES, type LiveAnswer, type TakeSummary } from '@ringback/core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type MadeStep, madeSteps } from './made-frames.fixture.ts';
import { samplesOf } from './ports/kept-wav.ts';
import type { RunningServer } from './start-server.ts';
import { startTestServer } from './test-server.fixture.ts';

/** RINGBACK_FUZZ_SEED and RINGBACK_FUZZ_RUNS are set by `npm run fuzz`; what breaks is printed with its seed. */
const FUZZ = { seed: Number(process.env.RINGBACK_FUZZ_SEED ?? 18), numRuns: Number(process.env.RINGBACK_FUZZ_RUNS ?? 60) };
const LONG_MS = 600_000;
const GRACE_MS = 20;
const WAIT_MS = 30;
/** What was done when something once broke. */
const KEPT = JSON.parse(await readFile(new URL('../seeds/frames.json', import.meta.url), 'utf8')) as MadeStep[][];
const ANSWERS = new Set(['started', 'stored', 'heard', 'reviewed', 'failed']);

let folder: string;
let server: RunningServer;
const broken: unknown[] = [];
const onBroken = (reason: unknown): void => void broken.push(reason);
const api = (path: string, init?: RequestInit) => fetch(`${server.url}/api/v1${path}`, init);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-frames-'));
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) process.on(event, onBroken);
  server = await startTestServer(folder, { graceMs: GRACE_MS });
});
afterAll(async () => {
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) process.off(event, onBroken);
  await server.close();
  await rm(folder, { recursive: true });
});

/** Connections of one who records, what they were told, and samples that were acknowledged. */
class Recorder {
  readonly wrong: string[] = [];
  readonly stored = new Map<string, number>();
  readonly #sockets: WebSocket[] = [];

  async connect(): Promise<void> {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/v1/live`);
    this.#sockets.push(socket);
    let takeId = '';
    socket.on('error', () => {});
    socket.on('message', (data) => {
      const answer = JSON.parse(String(data)) as LiveAnswer;
      if (!ANSWERS.has(answer.type)) this.wrong.push(String(data));
      if (answer.type === 'failed' && answer.code === 'internal') this.wrong.push(String(data));
      if (answer.type === 'started') takeId = answer.takeId;
      if (answer.type === 'started' || answer.type === 'stored') this.stored.set(takeId, answer.received);
    });
    socket.on('close', (code, reason) => {
      const told = String(reason);
      if (code === 1011 || told === 'internal' || (code === 1008 && !(told in FAILURE_CODES))) this.wrong.push(`closed by ${code} ${told}`);
    });
    await once(socket, 'open');
  }

  async do(step: MadeStep): Promise<void> {
    const socket = this.#sockets.at(-1) as WebSocket;
    if (step.kind === 'again') return this.connect();
    if (step.kind === 'wait') return pause(WAIT_MS);
    if (socket.readyState !== WebSocket.OPEN) return;
    if (step.kind === 'text') socket.send(step.text);
    else if (step.kind === 'binary') socket.send(Buffer.from(step.text));
    else if (step.kind === 'part') socket.send(step.text, { fin: false });
    else if (step.kind === 'sound') socket.send(new Uint8Array(2 * step.samples + Number(step.isOdd ?? false)));
    else if (step.kind === 'ping') socket.ping('x');
    else if (step.kind === 'close') socket.close(step.code, 'x');
    else if (step.kind === 'end') socket.terminate();
    else (socket as unknown as { _socket: Socket })._socket.write(Buffer.from(step.bytes, 'latin1'));
  }

  async leave(): Promise<void> {
    // What was sent is taken in before the connection is gone.
    await pause(WAIT_MS);
    const open = this.#sockets.filter(({ readyState }) => readyState !== WebSocket.CLOSED);
    const closed = open.map((socket) => once(socket, 'close'));
    for (const socket of open) socket.terminate();
    await Promise.all(closed);
  }
}

const takes = async () => (await (await api('/takes')).json()) as TakeSummary[];

/** Every take that was begun comes to its end, with all its sound, and beside the takes there is no file. */
async function allEnds({ stored }: Recorder): Promise<void> {
  await expect
    .poll(async () => (await takes()).filter(({ state }) => state === 'recording' || state === 'hearing'), { timeout: 10_000 })
    .toEqual([]);
  const there = await takes();
  for (const { id } of there) {
    const { samples } = samplesOf(new Uint8Array(await (await api(`/takes/${id}/audio.wav`)).arrayBuffer()));
    expect(samples.length).toBeGreaterThanOrEqual(stored.get(id) ?? 0);
  }
  // A take that is discarded is gone from the list a moment before its sound.
  const files = async () => (await readdir(join(folder, 'data', 'takes'))).sort();
  const isOneToOne = async () =>
    (await takes())
      .map(({ id }) => `${id}.wav`)
      .sort()
      .join() === (await files()).join();
  await expect.poll(isOneToOne, { timeout: 10_000 }).toBe(true);
  // A start that waited for a discard may have begun its take only now.
  const filesWithoutTakes = async () => {
    for (const { id } of await takes()) await api(`/takes/${id}`, { method: 'DELETE' });
    return files();
  };
  await expect.poll(filesWithoutTakes, { timeout: 10_000 }).toEqual([]);
}

test('live: whatever is sent ends in takes that are heard or refused, and breaks nothing', { timeout: LONG_MS }, async () => {
  await fc.assert(
    fc.asyncProperty(madeSteps, async (steps) => {
      const recorder = new Recorder();
      await recorder.connect();
      for (const step of steps) await recorder.do(step);
      await recorder.leave();
      await allEnds(recorder);
      expect(recorder.wrong).toEqual([]);
      expect(broken).toEqual([]);
    }),
    { ...FUZZ, examples: KEPT.map((steps) => [steps]) },
  );
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});
