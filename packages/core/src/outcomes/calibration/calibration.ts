import type { MessageRead } from '../call.ts';
import type { Observation } from '../statistics/observe.ts';
import { type Rate, rateOf } from '../statistics/rate.ts';
import { CALIBRATION_PRIOR, type CalibrationPrior, ELEMENT_IDS, featuresOf } from './features.ts';
import { type LogisticPosterior, predict } from './logistic.ts';
import { type Foretold, foretell, readableOf } from './prequential.ts';

/** When a prediction may be told. */
export interface CalibrationRule {
  /** Fewest ripe calls whose message was read. House rule. */
  fewestCalls: number;
  /** Fewest of them returned, and fewest not. House rule, after Peduzzi et al. 1996: ten events. */
  fewestOfEach: number;
  /**
   * Log loss that must have been saved against the base rate, in nats: ln 20. The saved loss is the logarithm of a likelihood ratio, and
   * where the messages make no difference such a ratio ever reaches 20 in one log of 20 at most (Ville 1939; Shafer 2021).
   */
  gain: number;
}

/** Defaults of {@link CalibrationRule}. */
export const CALIBRATION_RULE: CalibrationRule = { fewestCalls: 40, fewestOfEach: 10, gain: Math.log(20) };

/** Foretold chances of one band beside what came of them. */
export interface ReliabilityBin {
  /** Band of chances. */
  from: number;
  to: number;
  /** Mean foretold chance. */
  foretold: number;
  /** What came of them. */
  rate: Rate;
}

/** What the log lets us foretell. */
export interface Calibration {
  state: 'not-enough-calls' | 'no-better-than-the-base-rate' | 'predicts';
  /** In words for the person. */
  says: string;
  /** Ripe calls whose message was read. */
  calls: number;
  /** Log loss saved against the base rate, nats in all; null before there are enough calls. */
  gain: number | null;
  /** Empty unless it predicts. */
  reliability: ReliabilityBin[];
  /** What each element adds to the log-odds between its worst and its best; empty unless it predicts. */
  elements: { id: string; logOdds: number }[];
}

/** A calibration with the means to foretell a message. */
export interface Calibrated {
  calibration: Calibration;
  /** Chance that a message is returned within the horizon; null unless the log carries it. */
  chanceOf(read: MessageRead): number | null;
}

const BINS = 5;

/** Equally many calls to a band: with bands of equal width most would be empty. */
function reliabilityOf(foretold: readonly Foretold[]): ReliabilityBin[] {
  const sorted = foretold.toSorted((a, b) => a.chance - b.chance);
  return Array.from({ length: BINS }, (_, bin) =>
    sorted.slice(Math.round((bin * sorted.length) / BINS), Math.round(((bin + 1) * sorted.length) / BINS)),
  ).flatMap((calls) => {
    const [first, last] = [calls[0], calls.at(-1)];
    if (first === undefined || last === undefined) return [];
    const mean = calls.reduce((sum, { chance }) => sum + chance, 0) / calls.length;
    const returned = calls.filter((call) => call.returned).length;
    return [{ from: first.chance, to: last.chance, foretold: mean, rate: rateOf(returned, calls.length) }];
  });
}

/** The score's coefficient reaches each element through its share of the score. */
function effects({ mode }: LogisticPosterior, shares: Readonly<Record<string, { weight: number }>>): Calibration['elements'] {
  const [, score = 0, ...own] = mode;
  const ownSum = own.reduce((sum, value) => sum + value, 0);
  return ELEMENT_IDS.map((id, index) => ({ id, logOdds: (score - ownSum) * (shares[id]?.weight ?? 0) + (own[index] ?? 0) }));
}

const none = (calls: number, state: Calibration['state'], says: string, gain: number | null): Calibrated => ({
  calibration: { state, says, calls, gain, reliability: [], elements: [] },
  chanceOf: () => null,
});

/**
 * Learns from the person's own log how messages are returned: a Bayesian logistic regression whose prior is the documented weights.
 * It foretells only when there are enough calls and it has foretold the calls so far better than their base rate.
 */
export function calibrate(
  ripe: readonly Observation[],
  shares: Readonly<Record<string, { weight: number }>>,
  beliefs: CalibrationPrior = CALIBRATION_PRIOR,
  rule: CalibrationRule = CALIBRATION_RULE,
): Calibrated {
  const readable = readableOf(ripe);
  const returned = readable.filter(({ inTime }) => inTime).length;
  const ofEach = Math.min(returned, readable.length - returned);
  if (readable.length < rule.fewestCalls || ofEach < rule.fewestOfEach) {
    const says = `Not enough calls yet: a prediction needs ${rule.fewestCalls} calls with a known message and result, ${rule.fewestOfEach} of them returned and ${rule.fewestOfEach} not; there are ${readable.length}, ${returned} of them returned.`;
    return none(readable.length, 'not-enough-calls', says, null);
  }
  const { foretold, gain, posterior } = foretell(readable, beliefs);
  if (gain < rule.gain) {
    const says = 'What your messages read like does not foretell yet who calls back: your rate of returns foretells it as well.';
    return none(readable.length, 'no-better-than-the-base-rate', says, gain);
  }
  const calibration: Calibration = {
    state: 'predicts',
    says: `In your own log, what a message reads like foretells returns better than your rate alone (${readable.length} calls).`,
    calls: readable.length,
    gain,
    reliability: reliabilityOf(foretold),
    elements: effects(posterior, shares),
  };
  return { calibration, chanceOf: (read) => predict(posterior, featuresOf(read)) };
}
