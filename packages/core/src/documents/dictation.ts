import type { Span } from './span.ts';
import type { TimedDigit } from './transcript.ts';

/** Digits said together. */
export interface DigitGroup extends Span {
  digits: TimedDigit[];
  /** Rate inside the group; null for a single digit. */
  digitsPerSec: number | null;
  /** Length of the last digit over the mean of the others; null for a single digit. */
  finalLengthening: number | null;
  /** Semitones by which pitch moves over the last digit: above zero a rise; null where there is too little voice or no pitch. */
  endPitchMove: number | null;
  /** Seconds of silence between this group and the next; null for the last. */
  gapAfterSec: number | null;
  /** Whether a listener hears that a group ends here: the gap stands out and is long enough, or the voice rises. False: only the usual writing says so. */
  gapHeard: boolean;
}

/** One time the number was said. */
export interface MentionDictation extends Span {
  digits: TimedDigit[];
  groups: DigitGroup[];
  /** Digits over the time from the first one's start to the last one's end. */
  digitsPerSec: number;
  /** Rate inside the fastest group of two digits or more; null when there is none. */
  fastestGroupDigitsPerSec: number | null;
  /** Silences inside a group, and "um"s anywhere in the number. */
  hesitations: (Span & { kind: 'silence' | 'filler' })[];
  /** Digits that were said and taken back, in order. */
  corrected: TimedDigit[];
  /** Whether every digit of the number was said this time (a second time may be only the last four). */
  complete: boolean;
}

/** How a number was dictated. */
export interface Dictation {
  /** Every time it was said with known times, in order. */
  mentions: MentionDictation[];
  /** Index of the mention a listener would write from: complete, then slowest. */
  clearest: number;
  /** Times it was said, complete, whether timed or not. */
  timesSaid: number;
  /** Seconds from the end of one mention to the start of the next. */
  apartSec: number[];
  /** Seconds of recording after the end of the first mention, and of the last. */
  afterFirstSec: number;
  afterLastSec: number;
}
