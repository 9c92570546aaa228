/** How decoder and head decide what number was said. See docs/adr/0016. */
export interface DecisionOptions {
  /** Dither of each take, full scale 1. */
  dither: readonly number[];
  /** Seed of the first take's dither. */
  seed: number;
  /** Seconds of sound kept before and after the number. */
  marginSec: number;
  /** Readings from which longer ones are looked for. */
  starts: number;
  /** Readings that are weighed by the decoder as well. */
  readings: number;
  /** Natural logarithm of probability: readings that the head and the count make this much less likely than the best are not weighed. */
  reach: number;
  /** What the decoder's logarithm of probability counts for against the head's. */
  decoderWeight: number;
  /** The head must find the digits this much likelier than no digits at all: natural logarithm. */
  overNothing: number;
  /** Two mentions are one number when that costs at most this much against each by itself: natural logarithm. */
  sameNumberCost: number;
  /** Share of each digit from which the head agrees outright, 0..1. */
  agreedFrom: number;
  /** Confidence from which a word is sure, 0..1. */
  sureFrom: number;
  /** Where a script is known: confidence from which a word beside a number is no digit misheard, 0..1. House rule. */
  scriptSureFrom: number;
}

/** Defaults; see the fields for unit. */
export const DECISION_DEFAULTS: DecisionOptions = {
  dither: [0, 0.006, 0.01],
  seed: 33,
  marginSec: 0.4,
  starts: 8,
  readings: 10,
  reach: 12,
  decoderWeight: 0.5,
  overNothing: 8,
  sameNumberCost: 16,
  agreedFrom: 0.8,
  sureFrom: 0.88,
  scriptSureFrom: 0.95,
};
