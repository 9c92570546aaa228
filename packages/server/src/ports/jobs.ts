import type { RecordingFacts } from '@ringback/core';

/** What is done behind a call, as plain data: another process may do it. `owner` is whose take it is. */
export interface JobData {
  /** Hears a take from its kept sound. */
  hear: { owner: string; takeId: string; name: string; recording: RecordingFacts };
  /** Runs the drive test on the number of a take whose review reads `text`. */
  grade: { owner: string; takeId: string; text: string };
}

/** One of the kinds in {@link JobData}. */
export type JobKind = keyof JobData;

/** Work that nobody waits for. What a handler throws is logged, never lost on the caller. */
export interface Jobs {
  /** Says how one kind is done. Before the first `add` of that kind. */
  handle<K extends JobKind>(kind: K, work: (data: JobData[K]) => Promise<void>): void;
  /** Resolves when the job is taken, not when it is done. */
  add<K extends JobKind>(kind: K, data: JobData[K]): Promise<void>;
  /** Resolves when nothing that was added here is under way. */
  settled(): Promise<void>;
}
