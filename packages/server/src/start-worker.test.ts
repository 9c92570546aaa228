import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from './adapters/postgres/postgres.fixture.ts';
import { fakeHearing } from './ports/hearing.fake.ts';
import type { Hearing } from './ports/hearing.ts';
import { startWorker } from './start-worker.ts';

const LONG_MS = 240_000;

let folder: string;
let postgres: TestPostgres;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-worker-'));
  postgres = startPostgres();
}, LONG_MS);
afterAll(async () => {
  postgres?.stop();
  await rm(folder, { recursive: true });
}, LONG_MS);

/** A worker whose processes that hear are these. */
async function startWith(openHearing: () => Hearing) {
  const common = { databaseUrl: postgres.url, dataDir: join(folder, 'data'), modelsDir: folder, now: () => new Date(), log() {} };
  return startWorker({ ...common, atOnce: 2, memoryBytes: 1e9, leaseSec: 5, modelHere: async () => true, openHearing });
}

test('a worker loads the model everywhere before it works, and one that cannot leaves nothing open', { timeout: LONG_MS }, async () => {
  const fake = await fakeHearing();
  const happened: string[] = [];
  const telling = (prepare: () => Promise<void>) => () => ({
    ...fake,
    prepare,
    close: async () => void happened.push('closed'),
  });
  const worker = await startWith(telling(async () => void happened.push('ready')));
  expect(happened).toEqual(['ready', 'ready', 'ready']);
  await worker.close(0);
  happened.length = 0;
  await expect(startWith(telling(() => Promise.reject(new Error('no memory for it'))))).rejects.toThrow('no memory for it');
  expect(happened).toEqual(['closed', 'closed', 'closed']);
});
