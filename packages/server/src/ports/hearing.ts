import type { Artifacts, ChecklistItem, KnownWords, RecordingFacts, Review, ReviewSettings, Tune } from '@ringback/core';

/** What was heard of a live take so far. */
export interface HeardSoFar {
  text: string;
  /** Seconds of the take that `text` covers. */
  heardSec: number;
  checklist: ChecklistItem[];
}

/** What a take gave. */
export interface Heard {
  artifacts: Artifacts;
  review: Review;
}

/** A take that is heard while it is spoken. */
export interface LiveTake {
  push(samples: Int16Array): void;
  finish(recording: RecordingFacts, name: string, options: ReviewSettings): Promise<Heard>;
  drop(): void;
}

/** Judges and reads aloud: needs no ear. */
export interface Judging {
  judge(artifacts: Artifacts, options: ReviewSettings): Promise<Heard>;
  /** Reads a script aloud; with a tune, one group of digits. */
  speak(text: string, tune?: Tune): Promise<{ samples: Float32Array; sampleRate: number }>;
}

/** What is known of the words of a take before it is heard. */
export interface MeantWords {
  /** As it would be said; null where it is not known. */
  script: string | null;
  /** What may come up where there is no script; absent where nothing is known. */
  known?: KnownWords;
}

/** A take that is complete. */
export interface SoundToHear extends MeantWords {
  samples: Float32Array;
  recording: RecordingFacts;
  name: string;
}

/**
 * Hears takes and judges them, away from the process that serves. Works through what it is asked one thing after the other.
 * What is asked fails with "hearing-lost" when that process ends before it is done; the next question begins another.
 */
export interface Hearing extends Judging {
  /** Loads the model; resolves when it can hear. Throws "no-model". */
  prepare(): Promise<void>;
  live(sound: MeantWords & { sampleRate: number }, onHeard: (heard: HeardSoFar) => void): LiveTake;
  hear(sound: SoundToHear, options: ReviewSettings, onProgress?: (share: number) => void): Promise<Heard>;
  /** Runs the drive test of the number on a take that was heard, and judges again. `samples` are handed over. */
  grade(samples: Float32Array, artifacts: Artifacts, options: ReviewSettings): Promise<Heard>;
  close(): Promise<void>;
}

/** What takes that are complete are heard and judged with. */
export type TakeEar = Pick<Hearing, 'hear' | 'grade' | 'judge'>;
