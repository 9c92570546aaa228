import { setTimeout as pause } from 'node:timers/promises';
import { RingbackError } from '@ringback/core';
import PgBoss from 'pg-boss';
import { type Job, type JobKind, type Jobs, jobIdOf, type Work } from '../../ports/jobs.ts';
import type { Log } from '../../ports/log.ts';
import type { OpenDatabase } from '../postgres/database.ts';
import { type JobRows, jobRows, type Kept, QUEUES, type QueueName } from './job-rows.ts';
import { Slots } from './slots.ts';

/** Where jobs wait and how closely they are watched. */
export interface BossOptions {
  database: Pick<OpenDatabase, 'run' | 'oneAtATime'>;
  /** No other process has this database: what is under way when it opens was left by one that died. */
  alone: boolean;
  /** Told of faults of ours; never of anything personal. */
  log: Log;
  /** Told of jobs that were done. */
  note?: Log;
  /** Seconds after which a process that has not been heard of counts as dead, and its jobs are done by others. Default {@link LEASE_SEC}. */
  leaseSec?: number;
}

/** House rule: long enough for a machine that is busy, short enough for a person who waits. */
export const LEASE_SEC = 20;
/** Signs of life within a lease. */
const BEATS = 4;
/** Milliseconds between two looks for work of others; the embedded database has none. */
const POLL_MS = { shared: 500, alone: 5_000 };
/** Tries beyond the first, the first of them after about a second, each later after twice as long. A person is told sooner. House rule. */
const RETRIES = { retryDelay: 1, retryBackoff: true };
const RETRY_LIMIT: Readonly<Record<QueueName, number>> = { person: 2, batch: 4 };
/** Where pg-boss tells of jobs that were given up. */
const GIVEN_UP = 'given-up';
const MOST_TOLD = 50;
const SECOND_MS = 1000;
/** Days that a job waits, and that one that was given up can be sent again. */
const KEPT_DAYS = 30;
const DAY_MINUTES = 1440;

interface Taken {
  job: Job;
  queue: QueueName;
  abort: AbortController;
}

/** Jobs in the database, by pg-boss: any number of processes do them, and one that dies loses none. */
export async function bossJobs(options: BossOptions): Promise<Jobs> {
  const { database, alone, log } = options;
  const { run } = database;
  const boss = new PgBoss({
    db: { executeSql: run },
    schedule: false,
    maintenanceIntervalSeconds: 3600,
    archiveCompletedAfterSeconds: 3600,
    archiveFailedAfterSeconds: KEPT_DAYS * DAY_MINUTES * 60,
    deleteAfterHours: 1,
  });
  boss.on('error', (error) => log('the job queue met a fault', { code: error.name }));
  // Two that made queues at the same time would wait for each other.
  await database.oneAtATime(async () => {
    await boss.start();
    for (const queue of [GIVEN_UP, ...QUEUES]) await boss.createQueue(queue);
  });
  const rows = jobRows(run);
  if (alone) await rows.giveBackAll();
  return new BossJobs(boss, rows, options);
}

class BossJobs implements Jobs {
  readonly #boss: PgBoss;
  readonly #rows: JobRows;
  readonly #log: Log;
  readonly #note: Log | undefined;
  readonly #leaseSec: number;
  readonly #works = new Map<JobKind, Work<JobKind>>();
  readonly #active = new Map<string, Taken>();
  readonly #slots: Slots<Taken>;
  #tell: (job: Job) => Promise<void> = async () => {};
  #beat: NodeJS.Timeout | null = null;

  constructor(boss: PgBoss, rows: JobRows, { alone, log, note, leaseSec = LEASE_SEC }: BossOptions) {
    this.#boss = boss;
    this.#rows = rows;
    this.#log = log;
    this.#note = note;
    this.#leaseSec = leaseSec;
    const work = { take: (queues: readonly QueueName[]) => this.#take(queues), perform: (taken: Taken) => this.#perform(taken) };
    this.#slots = new Slots(work, alone ? POLL_MS.alone : POLL_MS.shared);
  }

  handle<K extends JobKind>(kind: K, work: Work<K>): void {
    this.#works.set(kind, work as Work<JobKind>);
  }

  whenGivenUp(tell: (job: Job) => Promise<void>): void {
    this.#tell = tell;
  }

  start(atOnce: number): void {
    if (atOnce === 0) return;
    this.#slots.start(atOnce);
    this.#beat = setInterval(() => void this.#watch(), (this.#leaseSec / BEATS) * SECOND_MS);
    this.#beat.unref();
  }

  async add<K extends JobKind>(
    kind: K,
    data: Job<K>['data'],
    { owner, waits = false, id: given, partOf }: Parameters<Jobs['add']>[2],
  ): Promise<string> {
    const id = given ?? (await jobIdOf(owner, kind, JSON.stringify(data)));
    if (!(await this.#rows.known(id, waits))) {
      const kept: Kept = { kind, owner, data, ...(partOf !== undefined && { partOf }) };
      const queue = waits ? 'person' : 'batch';
      await this.#boss.send(queue, kept, {
        id,
        ...RETRIES,
        retryLimit: RETRY_LIMIT[queue],
        expireInSeconds: this.#leaseSec,
        retentionMinutes: KEPT_DAYS * DAY_MINUTES,
        deadLetter: GIVEN_UP,
      });
    }
    this.#slots.wake();
    return id;
  }

  async find(owner: string, id: string) {
    const found = await this.#rows.find(owner, id);
    if (found === null) return null;
    const { queue: _, ...job } = found;
    return job;
  }

  list: Jobs['list'] = (owner, options) => this.#rows.list(owner, options);

  parts: Jobs['parts'] = (id) => this.#rows.parts(id);

  async retry(owner: string, id: string): Promise<boolean> {
    const isSent = await this.#rows.retry(owner, id);
    if (isSent) this.#slots.wake();
    return isSent;
  }

  async cancel(owner: string, id: string): Promise<boolean> {
    const found = await this.#rows.find(owner, id);
    if (found === null || (found.state !== 'waiting' && found.state !== 'active')) return false;
    await this.#boss.cancel(found.queue, id);
    this.#active.get(id)?.abort.abort();
    return true;
  }

  forget: Jobs['forget'] = (owner, takeId) => this.#rows.forget(owner, takeId);

  async stop(graceMs: number): Promise<void> {
    const patience = new AbortController();
    await Promise.race([this.#slots.close(), pause(graceMs, undefined, { signal: patience.signal }).catch(() => {})]);
    patience.abort();
    if (this.#beat) clearInterval(this.#beat);
    if (this.#active.size > 0) {
      await this.#rows.giveBack([...this.#active.keys()]);
      this.#note?.('jobs were given back', { jobs: this.#active.size });
    }
    for (const { abort } of this.#active.values()) abort.abort();
  }

  async close(): Promise<void> {
    await this.#slots.close();
    await this.#boss.stop({ graceful: false });
  }

  async #take(queues: readonly QueueName[]): Promise<Taken | null> {
    for (const queue of queues) {
      const [row] = await this.#boss.fetch<Kept>(queue);
      if (row) return { job: { id: row.id, ...jobIn(row.data) }, queue, abort: new AbortController() };
    }
    return null;
  }

  async #perform(taken: Taken): Promise<void> {
    const { job, queue, abort } = taken;
    this.#active.set(job.id, taken);
    const began = performance.now();
    try {
      const work = this.#works.get(job.kind);
      if (work === undefined) throw new TypeError(`nothing here does "${job.kind}"`);
      await work({ ...job, waits: queue === 'person' }, abort.signal);
      await this.#boss.complete(queue, job.id);
      this.#note?.('a job was done', { job: job.kind, jobId: job.id, queue, elapsedMs: Math.round(performance.now() - began) });
    } catch (error) {
      // What was cancelled or given back is no failure.
      if (!abort.signal.aborted) await this.#failed(taken, error);
    } finally {
      this.#active.delete(job.id);
    }
  }

  async #failed({ job, queue }: Taken, error: unknown): Promise<void> {
    const code = error instanceof RingbackError ? error.code : error instanceof Error ? error.name : 'unknown';
    this.#log('work behind a call failed', { code, job: job.kind, jobId: job.id });
    try {
      await this.#boss.fail(queue, job.id, { code });
      await this.#tellGivenUp();
    } catch {
      // Where the database is away the lease runs out, and the job is done again.
      this.#log('the end of a job could not be kept');
    }
  }

  /** Gives signs of life, takes over from those that give none, and tells of what was given up. */
  async #watch(): Promise<void> {
    try {
      if (this.#active.size > 0) {
        const kept = await this.#rows.renew([...this.#active.keys()], this.#leaseSec);
        for (const [id, { abort }] of this.#active) if (!kept.has(id)) abort.abort();
      }
      await this.#rows.catchUp(this.#leaseSec);
      await this.#boss.expire();
      await this.#tellGivenUp();
    } catch {
      this.#log('the job queue does not answer');
    }
  }

  async #tellGivenUp(): Promise<void> {
    const told = await this.#boss.fetch<Kept>(GIVEN_UP, { batchSize: MOST_TOLD });
    for (const { id, data } of told) {
      await this.#tell({ id, ...jobIn(data) });
      await this.#boss.complete(GIVEN_UP, id);
    }
  }
}

const jobIn = ({ kind, owner, data }: Kept): Omit<Job, 'id'> => ({ kind, owner, data });
