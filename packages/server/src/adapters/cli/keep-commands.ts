import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { count, RingbackError } from '@ringback/core';
import { modelsFolder } from '@ringback/speech/node';
import type { Command } from 'commander';
import { CallDesk, type Console, loadReader, type Register } from 'ringback';
import type { JobView } from '../../live/job-desk.ts';
import { takeSound } from '../../live/take-sound.ts';
import { LOCAL_OWNER } from '../../ports/owner.ts';
import { backup, type KeptStore, restore } from '../archive/backup.ts';
import { deleteOwned, keptTables } from '../archive/kept-tables.ts';
import { exportPerson } from '../archive/person-files.ts';
import { openBlobs } from '../blob-place.ts';
import { databasePlace, dataFolder } from '../disk/data-folder.ts';
import { inUse, takeFolder } from '../disk/open-folder.ts';
import { briefStore } from '../postgres/briefs.ts';
import { callStore } from '../postgres/calls.ts';
import { commentStore } from '../postgres/comments.ts';
import { type OpenDatabase, openDatabase } from '../postgres/database.ts';
import { peopleStore } from '../postgres/people.ts';
import { scriptStore } from '../postgres/scripts.ts';
import { takeStore } from '../postgres/takes.ts';
import { bossJobs } from '../queue/boss-jobs.ts';
import { openJobs } from './jobs-command.ts';

type Env = Readonly<Record<string, string | undefined>>;
type OpenStore = KeptStore & { database: OpenDatabase };

/** Whose things a command is about, on a person's own machine the one person's. */
const OWNER_FLAG = ['--owner <person>', 'whose, by name or id; on your own machine yours', LOCAL_OWNER] as const;
const LOOK_MS = 300;

/** All that is kept; an embedded database only while nobody else has it. */
async function withStore<T>(env: Env, work: (store: OpenStore) => Promise<T>): Promise<T> {
  const dataDir = dataFolder(env);
  // A database server has many at a time.
  const folder = env.DATABASE_URL ? null : await takeFolder(dataDir);
  if (folder !== null && 'heldBy' in folder) throw inUse(folder.heldBy.url);
  try {
    const database = await openDatabase(databasePlace(dataDir, env.DATABASE_URL));
    return await work({ db: database.db, database, blobs: await openBlobs(dataDir, env) }).finally(() => database.close());
  } finally {
    await folder?.release();
  }
}

/** The id of a person that was named. Throws "bad-call" where nobody is called so: nothing is written or deleted of nobody. */
async function ownerOf({ db }: OpenStore, named: string, now: () => Date): Promise<string> {
  if (named === LOCAL_OWNER) return named;
  const person = (await peopleStore(db, now).people()).find(({ id, name }) => id === named || name === named);
  if (person !== undefined) return person.id;
  throw new RingbackError('bad-call', 'Nobody here has the name or id of --owner: "ringback tokens list" tells the names.');
}

async function erase({ db, database, blobs }: OpenStore, owner: string, { env, now }: Console): Promise<number> {
  const sound = takeSound(blobs);
  const takes = takeStore(db, now, owner);
  const jobs = await bossJobs({ database, alone: !env.DATABASE_URL, log: () => {} });
  const all = await takes.list();
  // The rows last: what ends half way can be asked for again.
  for (const { id } of all) await sound.remove(id);
  await jobs.forget(owner);
  await jobs.close();
  await deleteOwned(db, await keptTables(db), owner);
  return all.length;
}

/** Adds `ringback backup`, `restore`, `export` and `erase`. */
export const registerKeep: Register = (program: Command, console, finish) => {
  const told = (text: string): void => {
    console.stdout.write(text);
    finish(0);
  };
  program
    .command('backup')
    .description('writes all that is kept, of everyone and with the sound, into one file')
    .argument('<file>')
    .action(async (file: string) => {
      const { rows, sounds } = await withStore(console.env, (store) => backup(store, file));
      told(`in the backup: ${count(rows, 'row')}, ${count(sounds, 'sound')}\n`);
    });
  program
    .command('restore')
    .description('brings a backup back where nothing is kept yet')
    .argument('<file>')
    .action(async (file: string) => {
      const { rows, sounds } = await withStore(console.env, (store) => restore(store, file));
      told(`restored: ${count(rows, 'row')}, ${count(sounds, 'sound')}\n`);
    });
  program
    .command('export')
    .description('writes all that is yours as files that need no Ringback: text, JSON, CSV, WAV')
    .argument('<folder>', 'empty, or made')
    .option(...OWNER_FLAG)
    .action(async (folder: string, { owner: named }: { owner: string }) => {
      const { scripts, takes, briefs } = await withStore(console.env, async (store) => {
        const { db, blobs } = store;
        const owner = await ownerOf(store, named, console.now);
        const own = { scripts: scriptStore(db, console.now, owner), takes: takeStore(db, console.now, owner) };
        const calls = new CallDesk({ ...own, calls: callStore(db, owner), reader: loadReader, now: console.now });
        const more = { briefs: briefStore(db, console.now, owner), comments: commentStore(db, console.now) };
        return exportPerson({ ...own, ...more, owner, calls }, takeSound(blobs), folder);
      });
      told(`written: ${count(takes, 'take')}, ${count(scripts, 'script')}, ${count(briefs, 'plan')} and the log\n`);
    });
  program
    .command('erase')
    .description('deletes all that is yours for good: rows, sound and work that waits')
    .option(...OWNER_FLAG)
    .option('--yes', 'without asking; nothing is deleted without it')
    .action(async ({ owner, yes }: { owner: string; yes?: true }) => {
      if (!yes)
        throw new RingbackError(
          'bad-call',
          'This deletes everything for good; say so with --yes, after "ringback export" where you want to keep a copy.',
        );
      const takes = await withStore(console.env, async (store) => erase(store, await ownerOf(store, owner, console.now), console));
      told(`deleted: ${count(takes, 'take')} and all else\n`);
    });
  // "ringback review --again", told apart in bin/ringback.js: that command needs no database.
  program.command('judge-again', { hidden: true }).action(async () => told(`judged again: ${count(await judgeAgain(console), 'take')}\n`));
};

/** Judges every take again from what was heard of it: by the server that runs, else here. Returns how many. */
async function judgeAgain({ env, now }: Console): Promise<number> {
  const access = await openJobs(env, now, { modelsDir: modelsFolder(env), dataDir: dataFolder(env) });
  try {
    const asked = await access.ask('/jobs', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ kind: 'rejudge' }),
    });
    let job = (await asked.json()) as JobView;
    while (job.state === 'waiting' || job.state === 'active') {
      await pause(LOOK_MS);
      job = (await (await access.ask(`/jobs/${job.id}`)).json()) as JobView;
    }
    if (job.failedParts > 0)
      throw new RingbackError(
        'internal',
        `${count(job.failedParts, 'take')} could not be judged: "ringback jobs list --state failed" tells which.`,
        { kind: 'internal' },
      );
    return job.parts;
  } finally {
    await access.close();
  }
}
