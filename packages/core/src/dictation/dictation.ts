import type { LevelTrack, PitchTrack, SpeechActivity } from '../documents/artifacts.ts';
import type { PhoneNumber } from '../documents/message.ts';
import type { Measure } from '../documents/review.ts';
import type { Span } from '../documents/span.ts';
import type { TimedDigit } from '../documents/transcript.ts';

/** What is measured: one number of a message, with what is known of the sound. */
export interface DictationInput {
  number: PhoneNumber;
  /** Seconds: length of the recording. */
  durationSec: number;
  /** Sharpens the edges of the number and shows hesitations. */
  activity?: SpeechActivity | null;
  /** Shows the silences between digits, which a recogniser's times do not. */
  level?: LevelTrack | null;
  /** Shows rises and falls. */
  pitch?: PitchTrack | null;
  /** Sizes in which the number is usually written in its country, such as [3, 3, 4]; breaks a tie where the sound has no gaps. */
  usualGroups?: readonly number[];
}

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

/** What is judged of a dictation. */
export type DictationFigureId =
  | 'digits-per-second'
  | 'group-digits-per-second'
  | 'group-sizes'
  | 'group-gaps'
  | 'group-rises'
  | 'final-fall'
  | 'hesitations'
  | 'corrections'
  | 'times-said'
  | 'after-first';

/** One measure of a dictation against its target. */
export interface DictationFigure {
  id: DictationFigureId;
  /** `hint`: short of the target, but listeners do not depend on it. `unknown`: could not be measured. */
  status: 'pass' | 'improve' | 'fail' | 'hint' | 'unknown';
  /** What was found, in a sentence. */
  message: string;
  /** What to do, in words that could be said aloud to a person; empty when it passes or is unknown. */
  fix: string;
  /** Absent when `unknown`. */
  measure?: Measure;
  /** Seconds: where in the recording. */
  start?: number;
  end?: number;
}
