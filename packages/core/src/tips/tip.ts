import type { CallGoal } from '../brief/brief.ts';
import type { Artifacts } from '../documents/artifacts.ts';
import type { Facts, Message } from '../documents/message.ts';
import type { Delivery, Finding } from '../documents/review.ts';
import type { Transcript } from '../documents/transcript.ts';

/** What the person wants to happen after the message. */
export type ReplyGoal = CallGoal | 'either';

/** What the person chose, or what is known of the speaker; the same for every tip. */
export interface Preferences {
  /** Which reply counts as the goal. */
  goal: ReplyGoal;
  /** The same speaker's other takes; delivery is only ever compared with these. */
  otherTakes: Delivery[];
  /** Words per minute this person speaks in messages, where known. */
  paceWordsPerMinute: number | null;
}

/** All that a tip may look at. Derived once, before any tip runs. */
export interface TipInput<Options> {
  transcript: Transcript;
  artifacts: Artifacts;
  message: Message;
  facts: Facts;
  delivery: Delivery;
  preferences: Preferences;
  options: Options;
}

/** Where something is: characters and, where the message has times, seconds. */
export type Place = Pick<Finding, 'charStart' | 'charEnd' | 'start' | 'end'>;

/** Something done well, with the words that show it. */
export type Strength = Pick<Finding, 'message' | 'evidence' | 'measure'> & Place;

/** Something that hurts. */
export type Concern = Pick<Finding, 'message' | 'evidence' | 'fix' | 'measure' | 'doubt'> &
  Place & {
    severity: NonNullable<Finding['severity']>;
    /** 0..1: what it takes off the tip's score; 0 for a hint. */
    cost: number;
  };

/** What a tip answers. Status and score follow from the concerns, once waivers are taken into account. */
export type TipAnswer =
  | {
      kind: 'judged';
      /** The headline when nothing is left to mend. */
      headline: string;
      strengths: Strength[];
      concerns: Concern[];
    }
  | { kind: 'notApplicable' | 'error'; headline: string };

/** A threshold: a named option with a default, a unit and a source. */
export interface Threshold {
  default: number;
  unit: string;
  /** A paper, our own figure, or "house rule". */
  source: string;
  description: string;
}

/** The values of a tip's thresholds. */
export type ThresholdValues<Thresholds> = { [Name in keyof Thresholds]: number };

/** One tip or note: a small pure judge. */
export interface Tip<Id extends string, Thresholds extends Record<string, Threshold>> {
  id: Id;
  /** The question it answers. */
  question: string;
  thresholds: Thresholds;
  judge(input: TipInput<ThresholdValues<Thresholds>>): TipAnswer;
}
