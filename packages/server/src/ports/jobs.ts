/** A take as it was when work on it was asked for: what finds it at another revision does nothing. */
export interface TakeAt {
  takeId: string;
  revision: number;
}

/** What is done behind a call, as plain data: another process may do it. */
export interface JobData {
  /** Hears a take from its kept sound, and judges it. */
  hear: TakeAt;
  /** Judges a take again from what was heard of it. */
  review: TakeAt;
  /** Runs the drive test on the number of a take that was heard. */
  grade: TakeAt;
  /** Hears many takes again, each by a job of its own. */
  batch: { takeIds: string[] };
  /** Judges every take again that was heard, each by a job of its own. */
  rejudge: Record<string, never>;
}

/** One of the kinds in {@link JobData}. */
export type JobKind = keyof JobData;

/** `waiting`: its turn comes, or its next try; `failed`: it was given up, and can be sent again. */
export type JobState = 'waiting' | 'active' | 'done' | 'failed' | 'cancelled';

/** A job to do. */
export interface Job<K extends JobKind = JobKind> {
  id: string;
  kind: K;
  owner: string;
  data: JobData[K];
}

/** A job that is begun. */
export interface BegunJob<K extends JobKind = JobKind> extends Job<K> {
  /** Somebody waits for it. */
  waits: boolean;
}

/** A job as the queue has it. */
export interface JobRecord extends Job {
  state: JobState;
  /** Times that it was begun. */
  tries: number;
  /** ISO 8601. */
  createdAt: string;
  /** Of the last try. ISO 8601; null before. */
  startedAt: string | null;
  /** ISO 8601; null before. */
  endedAt: string | null;
}

/** How a job is added. */
export interface JobOptions {
  owner: string;
  /** Somebody waits for it: it goes before all work that nobody waits for. Default false. */
  waits?: boolean;
  /** Its id, where the caller chooses it; by default a job has the id that its kind and data give, so that one added twice is one job. */
  id?: string;
  /** The job that this one is a part of. */
  partOf?: string;
}

/** How far the parts of a job are. */
export interface JobParts {
  total: number;
  done: number;
  failed: number;
}

/** Does a job. `signal` is raised when it was cancelled. What it throws is tried again, later each time, until the job is given up. */
export type Work<K extends JobKind> = (job: BegunJob<K>, signal: AbortSignal) => Promise<void>;

/** Work behind calls. A job may be done more than once, as when a machine fails at the end of one: its work must be such that twice is once. */
export interface Jobs {
  /** Says how one kind is done. Before {@link Jobs.start}. */
  handle<K extends JobKind>(kind: K, work: Work<K>): void;
  /** Told of each job that was given up, also where what did it was killed. */
  whenGivenUp(tell: (job: Job) => Promise<void>): void;
  /** Begins to do jobs, at most so many at a time, and one more that somebody waits for; 0 does none. */
  start(atOnce: number): void;
  /** Resolves with its id when the job is taken, not when it is done. */
  add<K extends JobKind>(kind: K, data: JobData[K], options: JobOptions): Promise<string>;
  find(owner: string, id: string): Promise<JobRecord | null>;
  /** Newest first. */
  list(owner: string, options: { state?: JobState | undefined; limit: number }): Promise<JobRecord[]>;
  parts(id: string): Promise<JobParts>;
  /** Sends a job again that was given up; false where there is no such job. */
  retry(owner: string, id: string): Promise<boolean>;
  /** Takes a job back that is not done; false where there is no such job. */
  cancel(owner: string, id: string): Promise<boolean>;
  /** Deletes every job of a take; without one, every job of its owner. */
  forget(owner: string, takeId?: string): Promise<void>;
  /** Begins nothing more; what is under way may end within `graceMs`, then its signal is raised and it is given back for another to do. */
  stop(graceMs: number): Promise<void>;
  /** After {@link Jobs.stop}: resolves when what was given back has let go. */
  close(): Promise<void>;
}

/** The same words have the same id: a UUID of version 8, made from a hash. */
export async function jobIdOf(...words: string[]): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(words)));
  const hash = Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
