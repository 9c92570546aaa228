import type { Artifacts } from '../documents/artifacts.ts';
import type { Facts, Message } from '../documents/message.ts';
import type { Delivery, Finding, TipStatus } from '../documents/review.ts';

/** All that a tip may look at. Derived once, before any tip runs. */
export interface TipInput<Options> {
  text: string;
  artifacts: Artifacts;
  message: Message;
  facts: Facts;
  delivery: Delivery;
  options: Options;
}

/** What a tip answers; the id is added by the caller. */
export interface TipAnswer {
  status: TipStatus;
  /** 0..1; null for `notApplicable` and `error`. */
  score: number | null;
  headline: string;
  findings: Finding[];
}

/** A threshold: a named option with a default, a unit and a source. */
export interface Threshold {
  default: number;
  unit: string;
  /** A paper, our own figure, or "house rule". */
  source: string;
  description: string;
}

/** One tip or note: a small pure judge. */
export interface Tip<Id extends string, Thresholds extends Record<string, Threshold>> {
  id: Id;
  /** The question it answers. */
  question: string;
  thresholds: Thresholds;
  judge(input: TipInput<{ [Name in keyof Thresholds]: number }>): TipAnswer;
}
