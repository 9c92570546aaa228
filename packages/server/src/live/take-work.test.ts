import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RingbackError } from '@ringback/core';
import { decodeRecording } from '@ringback/speech/node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { blobFolder } from '../adapters/disk/blob-folder.ts';
import { briefStore } from '../adapters/postgres/briefs.ts';
import { type OpenDatabase, openDatabase } from '../adapters/postgres/database.ts';
import { scriptStore } from '../adapters/postgres/scripts.ts';
import { takeStore } from '../adapters/postgres/takes.ts';
import { bossJobs } from '../adapters/queue/boss-jobs.ts';
import { fakeHearing } from '../ports/hearing.fake.ts';
import type { Hearing, MeantWords } from '../ports/hearing.ts';
import type { Jobs } from '../ports/jobs.ts';
import type { TakeStore } from '../ports/stores.ts';
import { tone, wav } from '../test-api.fixture.ts';
import { JobDesk } from './job-desk.ts';
import { TakeDesk } from './take-desk.ts';
import { takeSound } from './take-sound.ts';
import { TakeWork } from './take-work.ts';

const LONG_MS = 240_000;
const WAIT = { timeout: 30_000 };
const now = () => new Date();

let folder: string;
let database: OpenDatabase;
let owner: string;
let jobs: Jobs;
let takes: TakeStore;
let desk: TakeDesk;
let work: TakeWork;
let jobDesk: JobDesk;
let ear: Hearing;
let heard: string[];
/** What was known of each take before it was heard. */
let meant: MeantWords[];
/** What the next hearings throw. */
let faults: Error[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-work-'));
  database = await openDatabase({ memory: true });
}, LONG_MS);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
}, LONG_MS);

beforeEach(async () => {
  owner = randomUUID();
  [heard, meant, faults] = [[], [], []];
  const fake = await fakeHearing();
  ear = {
    ...fake,
    async hear(...question) {
      const { name, script, known } = question[0];
      heard.push(name);
      meant.push({ script, ...(known && { known }) });
      const fault = faults.shift();
      if (fault) throw fault;
      return fake.hear(...question);
    },
  };
  jobs = await bossJobs({ database, alone: true, log: () => {} });
  const rowsOf = (whose: string) => ({
    takes: takeStore(database.db, now, whose),
    scripts: scriptStore(database.db, now, whose),
    briefs: briefStore(database.db, now, whose),
  });
  const { scripts } = rowsOf(owner);
  takes = rowsOf(owner).takes;
  const sound = takeSound(await blobFolder(join(folder, 'takes')));
  desk = new TakeDesk({ owner, takes, scripts, sound, decode: decodeRecording, judging: fake, jobs });
  work = new TakeWork({ of: rowsOf, sound, hearing: () => ear, jobs, log: () => {} });
  jobDesk = new JobDesk({ jobs, takes, owner, lookMs: 5 });
  return async () => {
    await jobs.stop(0);
    await jobs.close();
  };
});

const bytes = async () => new Uint8Array(await wav(tone()).arrayBuffer());
const upload = async (id: string, inBatch = false) =>
  desk.upload({ id, name: `take ${id}`, scriptId: null, bytes: await bytes(), inBatch });
const reviewed = (id: string) => expect.poll(async () => (await takes.find(id))?.state, WAIT).toBe('reviewed');
const at = async (takeId: string) => ({ takeId, revision: (await takes.find(takeId))?.revision ?? -1 });
const jobOf = async (takeId: string) =>
  (await jobDesk.list({ limit: 99 })).find((job) => job.takeId === takeId && job.kind === 'hear')?.id ?? '';

test('a recording that is sent twice is one take, heard once', async () => {
  const id = randomUUID();
  await upload(id);
  await upload(id);
  jobs.start(2);
  await reviewed(id);
  await upload(id);
  await expect.poll(async () => (await takes.find(id))?.artifacts?.sound?.legibility?.ok, WAIT).toBe(true);
  expect(heard).toEqual([`take ${id}`]);
  expect(await takes.find(id)).toMatchObject({ state: 'reviewed', revision: 2 });
});

test('work that is done twice changes nothing the second time, and two at once keep one result', async () => {
  const id = randomUUID();
  await upload(id);
  const asked = await at(id);
  await Promise.all([work.hear(owner, asked), work.hear(owner, asked)]);
  const first = await takes.find(id);
  expect(first).toMatchObject({ state: 'reviewed', revision: asked.revision + 1 });
  await work.hear(owner, asked);
  expect(await takes.find(id)).toEqual(first);
});

test('a name that is put right in one take is known to the ear in the next, and to the same take heard again', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  await briefStore(database.db, now, owner).save(randomUUID(), { caller: { name: 'Theo Lindgren' } });
  jobs.start(1);
  await upload(first);
  await reviewed(first);
  const before = (await takes.find(first))?.artifacts?.transcript;
  if (!before?.ok) throw new TypeError('the fake always hears words');
  const words = before.value.words.map((word) => (word.text === 'Adair' ? { ...word, text: 'Adler' } : word));
  await desk.correct(first, { text: before.value.text.replace('Adair', 'Adler'), words });
  await upload(second);
  await reviewed(second);
  const known = { terms: ['Theo Lindgren'], corrections: [{ heard: 'Adair', meant: 'Adler' }] };
  expect(meant).toMatchObject([
    { script: null, known: { ...known, corrections: [] } },
    { script: null, known },
  ]);
  await desk.hearAgain(first);
  await expect.poll(() => meant.length, WAIT).toBe(3);
  await reviewed(first);
  expect(await takes.corrections(9)).toEqual(known.corrections);
  expect(meant[2]).toMatchObject({ known });
});

test('a take of a script is heard with that alone in mind', async () => {
  const [id, scriptId] = [randomUUID(), randomUUID()];
  await briefStore(database.db, now, owner).save(randomUUID(), { caller: { name: 'Theo Lindgren' } });
  await scriptStore(database.db, now, owner).save({ id: scriptId, name: 'To Ms. Calder', text: 'Hello Ms. Calder.' });
  jobs.start(1);
  await desk.upload({ id, name: 'a', scriptId, bytes: await bytes() });
  await reviewed(id);
  expect(meant).toEqual([{ script: 'Hello Ms. Calder.' }]);
});

test('the drive test follows also where a process died between the review and asking for it', async () => {
  const id = randomUUID();
  await upload(id);
  const asked = await at(id);
  const { artifacts, review } = await (await fakeHearing()).hear(
    { samples: new Float32Array(9), recording: {} as never, name: 'a', script: null },
    {},
  );
  await takes.finish(asked, artifacts, review);
  jobs.start(1);
  await expect.poll(async () => (await takes.find(id))?.artifacts?.sound?.legibility?.ok, WAIT).toBe(true);
  expect(heard).toEqual([]);
});

test('what no try will mend is told at once; a fault of ours is tried again', async () => {
  const [silent, unlucky] = [randomUUID(), randomUUID()];
  faults.push(new RingbackError('not-understood', 'Nobody speaks.'));
  jobs.start(1);
  await upload(silent);
  await expect.poll(async () => (await takes.find(silent))?.failure?.code, WAIT).toBe('not-understood');
  expect(await jobDesk.find(await jobOf(silent))).toMatchObject({ state: 'done', tries: 1 });
  faults.push(new TypeError('ours'));
  await upload(unlucky);
  await reviewed(unlucky);
  expect(heard.filter((name) => name === `take ${unlucky}`)).toHaveLength(2);
});

test('a hearing that was given up is told, listed, and heard when it is sent again', async () => {
  const id = randomUUID();
  faults.push(...Array.from({ length: 3 }, () => new TypeError('ours')));
  jobs.start(1);
  await upload(id);
  await expect.poll(async () => (await takes.find(id))?.failure?.code, WAIT).toBe('hearing-failed');
  const [failed] = await jobDesk.list({ state: 'failed', limit: 9 });
  expect(failed).toMatchObject({ kind: 'hear', takeId: id, tries: 3 });
  await jobDesk.retry(failed?.id ?? '');
  await reviewed(id);
  expect((await takes.find(id))?.failure).toBeNull();
});

test('a cancelled hearing is told as such, and its result does not come after all', async () => {
  const id = randomUUID();
  await upload(id, true);
  const asked = await at(id);
  await jobDesk.cancel(await jobOf(id));
  expect((await takes.find(id))?.failure?.code).toBe('aborted');
  await work.hear(owner, asked);
  expect(await takes.find(id)).toMatchObject({ state: 'failed', review: null });
  await desk.hearAgain(id);
  jobs.start(1);
  await reviewed(id);
});

test('all takes are judged again without being heard, and the whole is watched until it is over', async () => {
  const ids = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of ids) {
    await upload(id);
    await work.hear(owner, await at(id));
  }
  for (const id of ids) await (await import('node:fs/promises')).rm(join(folder, 'takes', `${id}.wav`));
  const before = await Promise.all(ids.map((id) => at(id)));
  const id = await jobDesk.judgeAll(randomUUID());
  jobs.start(1);
  const seen = [];
  for await (const view of jobDesk.watch(id, AbortSignal.timeout(LONG_MS))) seen.push(view);
  expect(seen.at(-1)).toMatchObject({ kind: 'rejudge', state: 'done', progress: 1, failedParts: 0 });
  expect(seen[0]?.progress).toBe(0);
  expect(heard).toHaveLength(3);
  for (const one of before) expect((await at(one.takeId)).revision).toBeGreaterThan(one.revision);
});

test('a batch hears each of its takes once, however often it is begun, and leaves out what is gone', async () => {
  const ids = [randomUUID(), randomUUID()];
  for (const id of ids) {
    await upload(id);
    await work.hear(owner, await at(id));
  }
  heard = [];
  const id = await jobDesk.hearAll(randomUUID(), [...ids, randomUUID()]);
  jobs.start(1);
  await expect.poll(async () => (await jobDesk.find(id)).state, WAIT).toBe('done');
  // As after a worker that died at its very end.
  await database.run(`UPDATE pgboss.job SET state = 'retry', completed_on = NULL WHERE id = '${id}'`);
  await jobs.add('hear', { takeId: randomUUID(), revision: 0 }, { owner });
  await expect.poll(async () => (await jobDesk.find(id)).tries, WAIT).toBe(2);
  await expect.poll(async () => (await jobDesk.find(id)).state, WAIT).toBe('done');
  expect(heard.sort()).toEqual(ids.map((one) => `take ${one}`).sort());
});

test('a deleted take leaves no work behind', async () => {
  const id = randomUUID();
  await upload(id);
  await desk.remove(id);
  expect(await jobDesk.list({ limit: 9 })).toEqual([]);
});
