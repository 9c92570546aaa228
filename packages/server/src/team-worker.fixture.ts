import { setTimeout as pause } from 'node:timers/promises';
import { fakeHearing } from './ports/hearing.fake.ts';
import { startWorker } from './start-worker.ts';

/** Milliseconds that the fake takes to hear: as long as the shortest messages take. */
const HEARING_MS = 250;
const LEASE_SEC = 2;

// A worker in a process of its own, to be killed: says "ready", and "hearing" whenever it begins to hear.
const [databaseUrl = '', dataDir = ''] = process.argv.slice(2);
const fake = await fakeHearing();
await startWorker({
  databaseUrl,
  dataDir,
  modelsDir: dataDir,
  atOnce: 1,
  memoryBytes: Number.POSITIVE_INFINITY,
  leaseSec: LEASE_SEC,
  now: () => new Date(),
  log: () => {},
  modelHere: async () => true,
  openHearing: () => ({
    ...fake,
    async hear(...question) {
      process.send?.('hearing');
      await pause(HEARING_MS);
      return fake.hear(...question);
    },
  }),
});
process.send?.('ready');
process.on('disconnect', () => process.exit(0));
