import { type Command, Option } from 'commander';
import type { Console, Register } from 'ringback';
import { JobDesk, type JobView } from '../../live/job-desk.ts';
import { takeSound } from '../../live/take-sound.ts';
import { TakeWork } from '../../live/take-work.ts';
import { LOCAL_OWNER } from '../../ports/owner.ts';
import { jobRoutes } from '../../routes/jobs.ts';
import { openBlobs } from '../blob-place.ts';
import { briefStore } from '../postgres/briefs.ts';
import { scriptStore } from '../postgres/scripts.ts';
import { takeStore } from '../postgres/takes.ts';
import { hearingProcess } from '../process/hearing-process.ts';
import { bossJobs } from '../queue/boss-jobs.ts';
import { type Access, openAccess } from './access.ts';
import { queryOf } from './log/log-flags.ts';

/** What jobs are done with, where the command itself does them. */
interface WorkPlace {
  modelsDir: string;
  dataDir: string;
}

/**
 * The jobs by their HTTP interface, whether a server runs or not.
 * @param place Where no server runs, the jobs are done as well while this is open.
 */
export function openJobs(env: Readonly<Record<string, string | undefined>>, now: () => Date, place?: WorkPlace): Promise<Access> {
  return openAccess(env, async (database) => {
    const { db } = database;
    // Whoever works on a shared database goes on with it.
    const jobs = await bossJobs({ database, alone: !env.DATABASE_URL, log: () => {} });
    const rowsOf = (owner: string) => {
      return { takes: takeStore(db, now, owner), scripts: scriptStore(db, now, owner), briefs: briefStore(db, now, owner) };
    };
    const hearing = place && hearingProcess(place.modelsDir);
    if (place && hearing) {
      new TakeWork({ of: rowsOf, sound: takeSound(await openBlobs(place.dataDir, env)), hearing: () => hearing, jobs, log: () => {} });
      jobs.start(1);
    }
    const desk = new JobDesk({ jobs, takes: rowsOf(LOCAL_OWNER).takes, owner: LOCAL_OWNER });
    const close = async () => {
      await jobs.stop(0);
      await hearing?.close();
      await jobs.close();
    };
    return { app: jobRoutes(() => desk), close };
  });
}

/** One line of a list: what, how it stands, since when, and of which take. */
const lineOf = ({ id, kind, state, tries, createdAt, takeId }: JobView): string =>
  [id, kind.padEnd('rejudge'.length), state.padEnd('cancelled'.length), `${tries} tries`, createdAt, takeId ?? ''].join('  ').trimEnd();

/** Adds `ringback jobs`. */
export const registerJobs: Register = (program: Command, console, finish) => {
  const jobs = program.command('jobs').description('work behind calls: what waits, what was given up, and sending it again');
  const withJobs = async (work: (access: Access) => Promise<string>): Promise<void> => {
    console.stdout.write(await inAccess(console, work));
    finish(0);
  };
  jobs
    .command('list', { isDefault: true })
    .description('jobs, newest first')
    .addOption(
      new Option('--state <state>', 'only those; "failed" are given up').choices(['waiting', 'active', 'done', 'failed', 'cancelled']),
    )
    .option('--limit <number>', 'so many at most', '100')
    .option('--json', 'as JSON')
    .action(({ state, limit, json }: { state?: string; limit: string; json?: true }) =>
      withJobs(async (access) => {
        const found = (await (await access.ask(`/jobs${queryOf({ state, limit })}`)).json()) as JobView[];
        return json ? `${JSON.stringify(found, null, 2)}\n` : found.map((job) => `${lineOf(job)}\n`).join('');
      }),
    );
  for (const [name, description, path, method] of [
    ['retry', 'sends a job again that was given up; without an id all of them', '/retry', 'POST'],
    ['cancel', 'takes a job back that is not done', '', 'DELETE'],
  ] as const) {
    jobs
      .command(name)
      .description(description)
      .argument(name === 'retry' ? '[id]' : '<id>', 'the job')
      .action((id: string | undefined) =>
        withJobs(async (access) => {
          const ids = id === undefined ? await failedJobs(access) : [id];
          for (const one of ids) await access.ask(`/jobs/${encodeURIComponent(one)}${path}`, { method });
          return `${ids.length} done\n`;
        }),
      );
  }
};

async function failedJobs(access: Access): Promise<string[]> {
  const found = (await (await access.ask(`/jobs${queryOf({ state: 'failed', limit: 1000 })}`)).json()) as JobView[];
  return found.map(({ id }) => id);
}

async function inAccess(console: Console, work: (access: Access) => Promise<string>): Promise<string> {
  const access = await openJobs(console.env, console.now);
  try {
    return await work(access);
  } finally {
    await access.close();
  }
}
