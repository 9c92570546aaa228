import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Script, TakeSummary } from '@ringback/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KillableServer, killableServers } from './killed-server.fixture.ts';
import { Promised, sampleAt, seededDraw, useUntilGone } from './killed-use.fixture.ts';
import { samplesOf } from './ports/kept-wav.ts';

const KILLS = 30;
/** Every so many kills one comes while the server starts. */
const IN_START_EVERY = 5;
/** What is acknowledged before a kill at most, and milliseconds from the last of it, or from the begin of a start, to the kill. */
const MOST_ACKNOWLEDGED = 8;
const MOST_AFTER_MS = 80;
const MOST_START_MS = 1_500;
/** Milliseconds; it takes two and a half minutes on a machine that does much else. */
const WITHIN_MS = 8 * 60_000;

let folder: string;
let start: () => KillableServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-killed-'));
  start = await killableServers(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function killAgainAndAgain(promised: Promised): Promise<string> {
  const draw = seededDraw(148);
  let said = '';
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = start();
    if (kill % IN_START_EVERY === IN_START_EVERY - 1) await wait(MOST_START_MS * draw());
    else {
      const gone = new AbortController();
      const used = useUntilGone(await server.url, promised, draw, gone.signal);
      const enough = promised.count + 1 + MOST_ACKNOWLEDGED * draw();
      await expect.poll(() => promised.count, { timeout: 30_000, interval: 5 }).toBeGreaterThanOrEqual(enough);
      await wait(MOST_AFTER_MS * draw());
      await server.end('SIGKILL');
      gone.abort();
      await used;
    }
    await server.end('SIGKILL');
    said += server.said();
  }
  return said;
}

test('of what was acknowledged nothing is lost, and nothing is left over, after 30 kills at random moments', {
  timeout: WITHIN_MS,
}, async () => {
  const promised = new Promised();
  const said = await killAgainAndAgain(promised);
  expect(said).toContain('the last run did not end properly');
  expect(promised.count).toBeGreaterThan(KILLS);

  const server = start();
  const url = `${await server.url}/api/v1`;
  const takes = async () => (await (await fetch(`${url}/takes`)).json()) as TakeSummary[];
  await expect
    .poll(async () => (await takes()).filter(({ state }) => state !== 'reviewed' && state !== 'failed'), { timeout: 60_000 })
    .toEqual([]);
  const there = new Map((await takes()).map((take) => [take.id, take]));
  const soundOf = async (id: string) =>
    samplesOf(new Uint8Array(await (await fetch(`${url}/takes/${id}/audio.wav`)).arrayBuffer())).samples;

  for (const [id, samples] of promised.uploads) {
    if (promised.perhapsDeleted.has(id)) continue;
    expect(there.get(id)?.state, `upload ${id}`).toBe('reviewed');
    expect((await soundOf(id)).length).toBe(samples);
  }
  for (const [id, samples] of promised.live) {
    const sound = await soundOf(id);
    expect(sound.length, `live take ${id}`).toBeGreaterThanOrEqual(samples);
    expect(sound.findIndex((value, i) => value !== sampleAt(i))).toBe(-1);
  }
  for (const id of promised.deleted) expect(there.has(id), `deleted ${id}`).toBe(false);
  const scripts = new Map(((await (await fetch(`${url}/scripts`)).json()) as Script[]).map(({ id, text }) => [id, text]));
  for (const [id, { kept, perhaps }] of promised.scripts) expect([kept, ...perhaps], `script ${id}`).toContain(scripts.get(id) ?? null);

  // A take that failed was begun and nothing was said in it.
  for (const { state, failure } of there.values())
    expect(state === 'failed' ? failure?.code : 'reviewed').toMatch(/^(reviewed|empty-take)$/);
  expect((await readdir(join(folder, 'data', 'takes'))).sort()).toEqual([...there.keys()].map((id) => `${id}.wav`).sort());
  expect((await readdir(join(folder, 'data'))).sort()).toEqual(['database', 'in-use.json', 'incoming', 'takes']);
  expect(await readdir(join(folder, 'data', 'incoming'))).toEqual([]);
  expect(await server.end('SIGTERM')).toBe(0);
  expect((await readdir(join(folder, 'data'))).sort()).toEqual(['database', 'incoming', 'takes']);
});

test('a second server on the folder is refused in one sentence before it touches the database', async () => {
  const first = start();
  const url = await first.url;
  const database = join(folder, 'data', 'database');
  const before = await stampsIn(database);
  const second = start();
  expect(await second.ended).toBe(2);
  expect(second.said()).toBe(
    `The data folder is in use: Ringback is open already at ${url}. Wait for it, close it, or give another folder in RINGBACK_DATA.\n`,
  );
  expect(await stampsIn(database)).toEqual(before);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  await first.end('SIGTERM');
});

/** Every file with the time of its last change, but for those that the running database writes by itself. */
async function stampsIn(database: string): Promise<string[]> {
  const names = await readdir(database, { recursive: true });
  return Promise.all(names.sort().map(async (name) => `${name} ${(await stat(join(database, name))).mtimeMs}`));
}
