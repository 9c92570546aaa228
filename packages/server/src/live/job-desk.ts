import { RingbackError } from '@ringback/core';
import type { JobRecord, JobState, Jobs, TakeAt } from '../ports/jobs.ts';
import type { TakeStore } from '../ports/stores.ts';

/** A job as a person sees it. */
export interface JobView extends Omit<JobRecord, 'owner' | 'data'> {
  /** The take that it is about; null where it is about many. */
  takeId: string | null;
  /** Share that is done, 0..1. */
  progress: number;
  /** Jobs that it handed out. */
  parts: number;
  /** Those of them that were given up. */
  failedParts: number;
}

/** What the desk works with. */
export interface JobDeskOptions {
  jobs: Jobs;
  takes: TakeStore;
  owner: string;
  /** Milliseconds between two looks at a job that somebody watches. Default {@link LOOK_MS}. */
  lookMs?: number;
}

/** House rule: a person sees it move. */
const LOOK_MS = 300;

/** The work of one owner that is done behind calls: looked at, watched, taken back, sent again. */
export class JobDesk {
  readonly #options: JobDeskOptions;

  constructor(options: JobDeskOptions) {
    this.#options = options;
  }

  /** Hears takes again, behind this call and behind whatever somebody waits for. Returns the job's id. */
  async hearAll(id: string, takeIds: string[]): Promise<string> {
    const { jobs, owner } = this.#options;
    return jobs.add('batch', { takeIds }, { owner, id });
  }

  /** Judges again all takes that were heard, as after an upgrade. Returns the job's id. */
  async judgeAll(id: string): Promise<string> {
    const { jobs, owner } = this.#options;
    return jobs.add('rejudge', {}, { owner, id });
  }

  /** Throws "no-such-job". */
  async find(id: string): Promise<JobView> {
    return this.#view(await this.#record(id));
  }

  /** Newest first. */
  async list(options: { state?: JobState | undefined; limit: number }): Promise<JobView[]> {
    const { jobs, owner } = this.#options;
    return Promise.all((await jobs.list(owner, options)).map((record) => this.#view(record)));
  }

  /** Sends a job again that was given up. Throws "no-such-job". */
  async retry(id: string): Promise<JobView> {
    const { jobs, takes, owner } = this.#options;
    const { kind, data } = await this.#record(id);
    // First the take, or a worker that is quick finds one that has failed.
    if (kind === 'hear') await takes.takeUp(data as TakeAt);
    await jobs.retry(owner, id);
    return this.find(id);
  }

  /** Takes a job back; its parts with it that have not begun. Throws "no-such-job". */
  async cancel(id: string): Promise<void> {
    const { jobs, takes, owner } = this.#options;
    const { kind, data } = await this.#record(id);
    if (!(await jobs.cancel(owner, id)) || kind !== 'hear') return;
    await takes.giveUp(data as TakeAt, {
      code: 'aborted',
      message: 'The hearing was cancelled; the sound is kept: "hear again" begins it anew.',
    });
  }

  /** The job now and whenever it changes, until it is over. Throws "no-such-job". */
  async *watch(id: string, signal: AbortSignal): AsyncGenerator<JobView> {
    let told = '';
    while (!signal.aborted) {
      const view = await this.find(id);
      const text = JSON.stringify(view);
      if (text !== told) yield view;
      told = text;
      if (isOver(view)) return;
      await pause(this.#options.lookMs ?? LOOK_MS, signal);
    }
  }

  async #record(id: string): Promise<JobRecord> {
    const found = await this.#options.jobs.find(this.#options.owner, id);
    if (found === null) throw new RingbackError('no-such-job', 'There is no such job; it may have been done long ago.');
    return found;
  }

  async #view({ owner: _, data, ...job }: JobRecord): Promise<JobView> {
    const { jobs, takes } = this.#options;
    const takeId = 'takeId' in data ? data.takeId : null;
    const isDone = job.state === 'done';
    if (takeId !== null) {
      const progress = isDone ? 1 : job.kind === 'hear' ? ((await takes.progressOf(takeId)) ?? 0) : 0;
      return { ...job, takeId, progress, parts: 0, failedParts: 0 };
    }
    const { total, done, failed } = await jobs.parts(job.id);
    const progress = total === 0 ? Number(isDone) : (done + failed) / total;
    // What hands out work is done when the work is.
    const state = isDone && progress < 1 ? 'active' : job.state;
    return { ...job, state, takeId, progress, parts: total, failedParts: failed };
  }
}

const isOver = ({ state }: JobView): boolean => state === 'done' || state === 'failed' || state === 'cancelled';

/** Waits, at most until the signal is raised. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const waited = new AbortController();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = (): void => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true, signal: waited.signal });
  });
  waited.abort();
}
