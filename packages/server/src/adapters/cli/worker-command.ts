import { RingbackError } from '@ringback/core';
import { modelsFolder } from '@ringback/speech/node';
import type { Register } from 'ringback';
import { startWorker } from '../../start-worker.ts';
import { dataFolder } from '../disk/data-folder.ts';
import { LEASE_SEC } from '../queue/boss-jobs.ts';
import { eventLog, logOption } from './event-log.ts';

const MEGABYTE = 1_000_000;
/** Megabytes of one process that hears; three times what a message of a minute needs. House rule. */
const MEMORY_MB = 1200;
/** Seconds that work under way may take to end when the worker is told to stop. House rule: below the 30 s after which containers are killed. */
const GRACE_SEC = 20;
const SECOND_MS = 1000;
const MOST = 1_000_000;

function numberFlag(text: string, flag: string, least: number): number {
  const number = Number(text);
  if (Number.isFinite(number) && number >= least && number <= MOST) return number;
  throw new RingbackError('bad-call', `${flag} takes a number from ${least}.`);
}

/** Adds `ringback worker`. */
export const registerWorker: Register = (program, console, finish) => {
  program
    .command('worker')
    .description('does the jobs of a team: hears takes that its server took in (needs DATABASE_URL and the same store of sound)')
    .option('--concurrency <number>', 'jobs at a time, one core each; one more is begun for a person who waits', '1')
    .option('--memory <MB>', 'a process that hears is begun anew once it has more', String(MEMORY_MB))
    .option('--grace <seconds>', 'when stopped, work under way may end within these; the rest is given back', String(GRACE_SEC))
    .option('--lease <seconds>', 'a worker without a sign of life for so long counts as dead', String(LEASE_SEC))
    .addOption(logOption())
    .action(async (flags: { concurrency: string; memory: string; grace: string; lease: string; log: 'text' | 'json' }) => {
      const databaseUrl = console.env.DATABASE_URL;
      if (!databaseUrl) {
        throw new RingbackError(
          'bad-call',
          'A worker needs the team\'s database in DATABASE_URL; on one machine alone "ringback serve" does all work.',
        );
      }
      const { opened, ...told } = eventLog(console, flags.log, 'worker');
      const worker = await startWorker({
        databaseUrl,
        dataDir: dataFolder(console.env),
        modelsDir: modelsFolder(console.env),
        atOnce: Math.floor(numberFlag(flags.concurrency, '--concurrency', 1)),
        memoryBytes: numberFlag(flags.memory, '--memory', 1) * MEGABYTE,
        leaseSec: numberFlag(flags.lease, '--lease', 1),
        now: console.now,
        env: console.env,
        ...told,
      });
      opened('Ringback works (Ctrl-C ends it)\n', {});
      await new Promise<void>((resolve) => {
        if (console.signal.aborted) resolve();
        console.signal.addEventListener('abort', () => resolve(), { once: true });
      });
      told.note?.('the worker is being closed');
      await worker.close(numberFlag(flags.grace, '--grace', 0) * SECOND_MS);
      told.note?.('the worker is closed');
      finish(0);
    });
};
