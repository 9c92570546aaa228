import { type Job, type JobKind, type JobRecord, type JobState, type Jobs, jobIdOf, type Work } from '../../ports/jobs.ts';
import type { Log } from '../../ports/log.ts';

interface Held extends JobRecord {
  waits: boolean;
  partOf: string | undefined;
  /** Times of this sending; it was sent again where `tries` is more. */
  triesNow: number;
  notBefore: number;
}

/** Jobs in memory, and who does them: processes of one queue share it. */
export interface JobMemory {
  held: Map<string, Held>;
  wake: Set<() => void>;
}

/** Nothing to do yet. */
export const jobMemory = (): JobMemory => ({ held: new Map(), wake: new Set() });

/** Tries of one sending, and milliseconds between two. House rule. */
const MOST_TRIES = 3;
const RETRY_MS = 1000;

/** Jobs in this process alone, lost with it: for a page without a server, whose takes are asked for again at its next start. */
export function jobsInProcess(log: Log, memory: JobMemory = jobMemory(), retryMs: number = RETRY_MS): Jobs {
  return new MemoryJobs(log, memory, retryMs);
}

class MemoryJobs implements Jobs {
  readonly #log: Log;
  readonly #memory: JobMemory;
  readonly #retryMs: number;
  readonly #works = new Map<JobKind, Work<JobKind>>();
  readonly #active = new Map<string, { done: Promise<void>; abort: AbortController; held: Held }>();
  readonly #look = () => this.#begin();
  #tell: (job: Job) => Promise<void> = async () => {};
  #atOnce = 0;

  constructor(log: Log, memory: JobMemory, retryMs: number) {
    this.#log = log;
    this.#memory = memory;
    this.#retryMs = retryMs;
  }

  handle<K extends JobKind>(kind: K, work: Work<K>): void {
    this.#works.set(kind, work as Work<JobKind>);
  }

  whenGivenUp(tell: (job: Job) => Promise<void>): void {
    this.#tell = tell;
  }

  start(atOnce: number): void {
    this.#atOnce = atOnce;
    this.#memory.wake.add(this.#look);
    this.#begin();
  }

  async add<K extends JobKind>(kind: K, data: Job<K>['data'], { owner, waits = false, id, partOf }: Parameters<Jobs['add']>[2]) {
    const of = id ?? (await jobIdOf(owner, kind, JSON.stringify(data)));
    const known = this.#memory.held.get(of);
    if (known) known.waits ||= waits;
    else {
      const times = { createdAt: new Date().toISOString(), startedAt: null, endedAt: null };
      const record: JobRecord = { id: of, kind, owner, data, state: 'waiting', tries: 0, ...times };
      this.#memory.held.set(of, { ...record, waits, partOf, triesNow: 0, notBefore: 0 });
    }
    this.#wakeAll();
    return of;
  }

  async find(owner: string, id: string): Promise<JobRecord | null> {
    const held = this.#owned(owner, id);
    return held && recordOf(held);
  }

  async list(owner: string, { state, limit }: { state?: JobState | undefined; limit: number }): Promise<JobRecord[]> {
    const mine = [...this.#memory.held.values()].filter((job) => job.owner === owner && (state === undefined || job.state === state));
    return mine.reverse().slice(0, limit).map(recordOf);
  }

  async parts(id: string) {
    const parts = [...this.#memory.held.values()].filter(({ partOf }) => partOf === id);
    const count = (...states: JobState[]) => parts.filter(({ state }) => states.includes(state)).length;
    return { total: parts.length, done: count('done'), failed: count('failed', 'cancelled') };
  }

  async retry(owner: string, id: string): Promise<boolean> {
    const held = this.#owned(owner, id);
    if (held?.state !== 'failed') return false;
    Object.assign(held, { state: 'waiting', endedAt: null, triesNow: 0, notBefore: 0 } satisfies Partial<Held>);
    this.#wakeAll();
    return true;
  }

  async cancel(owner: string, id: string): Promise<boolean> {
    const held = this.#owned(owner, id);
    if (held?.state !== 'waiting' && held?.state !== 'active') return false;
    end(held, 'cancelled');
    this.#active.get(id)?.abort.abort();
    return true;
  }

  async forget(owner: string, takeId?: string): Promise<void> {
    for (const [id, held] of this.#memory.held) {
      const isOfTake = takeId === undefined || ('takeId' in held.data && held.data.takeId === takeId);
      if (held.owner === owner && isOfTake) this.#memory.held.delete(id);
    }
  }

  async stop(graceMs: number): Promise<void> {
    this.#atOnce = 0;
    this.#memory.wake.delete(this.#look);
    const underWay = Promise.all([...this.#active.values()].map(({ done }) => done));
    await Promise.race([underWay, new Promise((resolve) => setTimeout(resolve, graceMs))]);
    for (const { abort, held } of this.#active.values()) {
      if (held.state !== 'active') continue;
      Object.assign(held, { state: 'waiting', tries: held.tries - 1, triesNow: held.triesNow - 1 } satisfies Partial<Held>);
      abort.abort();
    }
    this.#wakeAll();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#active.values()].map(({ done }) => done));
  }

  #owned(owner: string, id: string): Held | null {
    const held = this.#memory.held.get(id);
    return held?.owner === owner ? held : null;
  }

  #wakeAll(): void {
    for (const look of this.#memory.wake) look();
  }

  /** Begins what there is room for: one place more than `atOnce` is for people who wait. */
  #begin(): void {
    if (this.#atOnce === 0) return;
    const due = [...this.#memory.held.values()].filter(({ state, notBefore }) => state === 'waiting' && notBefore <= Date.now());
    for (const held of [...due.filter(({ waits }) => waits), ...due.filter(({ waits }) => !waits)]) {
      if (this.#active.size >= this.#atOnce + Number(held.waits)) return;
      const abort = new AbortController();
      Object.assign(held, {
        state: 'active',
        tries: held.tries + 1,
        triesNow: held.triesNow + 1,
        startedAt: new Date().toISOString(),
      } satisfies Partial<Held>);
      const done = this.#perform(held, abort.signal).finally(() => {
        this.#active.delete(held.id);
        this.#wakeAll();
      });
      this.#active.set(held.id, { done, abort, held });
    }
  }

  async #perform(held: Held, signal: AbortSignal): Promise<void> {
    try {
      // Behind the call that has added it.
      await Promise.resolve();
      const work = this.#works.get(held.kind);
      if (work === undefined) throw new TypeError(`nothing here does "${held.kind}"`);
      await work({ ...recordOf(held), waits: held.waits }, signal);
      if (!signal.aborted) end(held, 'done');
    } catch (error) {
      if (signal.aborted) return;
      this.#log('work behind a call failed', { code: error instanceof Error ? error.name : 'unknown' });
      if (held.triesNow < MOST_TRIES) {
        Object.assign(held, { state: 'waiting', notBefore: Date.now() + this.#retryMs * held.triesNow } satisfies Partial<Held>);
        setTimeout(() => {
          // A timer may end before the clock says so.
          held.notBefore = 0;
          this.#wakeAll();
        }, this.#retryMs * held.triesNow);
        return;
      }
      end(held, 'failed');
      await this.#tell(recordOf(held)).catch(() => this.#log('a job that was given up could not be told of'));
    }
  }
}

function end(held: Held, state: JobState): void {
  Object.assign(held, { state, endedAt: new Date().toISOString() } satisfies Partial<Held>);
}

function recordOf({ waits: _w, partOf: _p, triesNow: _t, notBefore: _n, ...record }: Held): JobRecord {
  return record;
}
