import type { LevelTrack, PitchTrack, SpeechActivity } from '../documents/artifacts.ts';
import type { PhoneNumber } from '../documents/message.ts';
import type { Measure } from '../documents/review.ts';

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

export type { Dictation, DigitGroup, MentionDictation } from '../documents/dictation.ts';

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
