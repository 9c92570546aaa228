import type { Word } from '../../../documents/transcript.ts';
import type { Stream } from '../stream/stream.ts';

/** What every finder of moves looks at. */
export interface Reading {
  stream: Stream;
  words: readonly Word[];
  options: ReadOptions;
}

/** Bounds of the reader; every default is a house rule. */
export interface ReadOptions {
  /** Minutes: a longest talk of more than `openRangeRatio` times the shortest, and this much longer, is an open range. */
  openRangeMinutes: number;
  /** Longest over shortest talk from which a range is open ("15 minutes to half an hour" is 2). */
  openRangeRatio: number;
  /** Minutes: a talk longer than this is no limited thing. */
  longestTalkMinutes: number;
  /** Requests for different things from which the asks are a pile. */
  pileOfAsks: number;
  /** Words: budget of a script that can be heard out. */
  wordBudget: number;
  /** Summed strength of flattery, apology and pleading from which a message grovels. */
  grovelling: number;
  /** Confidence from which a bridge counts. */
  bridgeConfidence: number;
}

/** Defaults of {@link ReadOptions}. */
export const READ_DEFAULTS: ReadOptions = {
  openRangeMinutes: 10,
  openRangeRatio: 2,
  longestTalkMinutes: 60,
  pileOfAsks: 3,
  wordBudget: 75,
  grovelling: 1,
  bridgeConfidence: 0.5,
};
