import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { LiveAnswer } from '@ringback/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { hearingProcess } from './adapters/process/hearing-process.ts';
import { seededDraw } from './killed-use.fixture.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { RATE, takeIn, tone, wav } from './test-api.fixture.ts';

/** Kills while an upload is heard, and while a live take is. */
const KILLS = { upload: 15, live: 5 };
/** Times that one upload's hearing is killed at most: after more it is given up, and says so. */
const MOST_A_TAKE = 2;

/** Milliseconds for what a busy machine does in seconds. */
const WITHIN_MS = 60_000;

/** An ear that hears no upload to its end before it may, and says which process has begun to hear. */
const EAR = `
  import { existsSync, writeFileSync } from 'node:fs';
  const asked = [];
  let take = (request) => asked.push(request);
  let folder = '';
  process.on('disconnect', () => process.exit(0));
  process.once('message', ({ modelsDir }) => {
    folder = modelsDir;
    process.on('message', (request) => take(request));
  });
  const { fakeHearing } = await import(${JSON.stringify(new URL('../dist/ports/hearing.fake.js', import.meta.url).href)});
  const fake = await fakeHearing();
  const answer = async ({ kind, id, name, script, artifacts, options, samples }) => {
    if (kind === 'open' || kind === 'hear') writeFileSync(folder + '/at-work-' + process.pid, '');
    while (kind === 'hear' && !existsSync(folder + '/answer')) await new Promise((resolve) => setTimeout(resolve, 10));
    if (kind === 'prepare') process.send({ kind: 'ready', id });
    if (kind === 'hear' || kind === 'finish') process.send({ kind: 'reviewed', id, ...(await fake.hear({ name, script: script ?? null })) });
    if (kind === 'grade') process.send({ kind: 'reviewed', id, ...(await fake.grade(samples, artifacts, options)) });
    if (kind === 'judge') process.send({ kind: 'reviewed', id, ...(await fake.judge(artifacts, options)) });
  };
  take = answer;
  for (const request of asked) answer(request);`;

let folder: string;
let server: RunningServer;
const events: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-ears-'));
  const program = join(folder, 'ear.mjs');
  await writeFile(program, EAR);
  server = await startServer({
    port: 0,
    dataDir: join(folder, 'data'),
    modelsDir: folder,
    pageDir: folder,
    samplesDir: folder,
    now: () => new Date(),
    log: (event) => events.push(event),
    openHearing: () => hearingProcess(folder, { program }),
    modelHere: async () => true,
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const draw = seededDraw(1420);

/** The file of the process that has begun to hear, as soon as there is one. */
async function whoHears(): Promise<string> {
  const atWork = async () => (await readdir(folder)).find((name) => name.startsWith('at-work-'));
  await expect.poll(atWork, { timeout: WITHIN_MS, interval: 10 }).toBeTruthy();
  return (await atWork()) ?? '';
}

/** Kills the process that has begun to hear, somewhere in its work. */
async function killWhoHears(): Promise<void> {
  const name = await whoHears();
  await wait(100 * draw());
  process.kill(Number(name.slice('at-work-'.length)), 'SIGKILL');
  await rm(join(folder, name));
}

const MAY_ANSWER = 'answer';

/** What is heard from now on is told only when it may, and by whom it is heard is not known yet. */
const forget = async () => {
  await rm(join(folder, MAY_ANSWER), { force: true });
  for (const name of await readdir(folder)) if (name.startsWith('at-work-')) await rm(join(folder, name));
};

test('the server outlives what hears uploads, and each is heard in the end', { timeout: 5 * WITHIN_MS }, async () => {
  for (let kills = 0; kills < KILLS.upload; ) {
    const id = randomUUID();
    await forget();
    await fetch(`${server.url}/api/v1/takes/${id}/audio?name=a`, { method: 'PUT', body: wav(tone()) });
    for (let times = kills % MOST_A_TAKE; times < MOST_A_TAKE && kills < KILLS.upload; times += 1, kills += 1) await killWhoHears();
    await whoHears();
    await writeFile(join(folder, MAY_ANSWER), '');
    expect(await takeIn('reviewed', `${server.url}/api/v1/takes/${id}`)).toMatchObject({ failure: null });
  }
});

test('the server outlives what hears live takes, and each is heard from its kept sound', { timeout: 5 * WITHIN_MS }, async () => {
  const capture = { sampleRate: RATE, automaticGain: false, noiseSuppression: false, echoCancellation: false };
  for (let kills = 0; kills < KILLS.live; kills += 1) {
    const takeId = randomUUID();
    await forget();
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/v1/live`);
    const told: LiveAnswer[] = [];
    socket.on('message', (data) => told.push(JSON.parse(String(data)) as LiveAnswer));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'start', takeId, scriptId: null, name: 'spoken', capture }));
    socket.send(tone());
    await killWhoHears();
    await writeFile(join(folder, MAY_ANSWER), '');
    socket.send(tone());
    socket.send(JSON.stringify({ type: 'stop' }));
    await expect.poll(() => told.at(-1), { timeout: WITHIN_MS }).toMatchObject({ type: 'reviewed', takeId });
    expect(await takeIn('reviewed', `${server.url}/api/v1/takes/${takeId}`)).toMatchObject({ durationSec: expect.any(Number) });
    socket.close();
  }
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});
