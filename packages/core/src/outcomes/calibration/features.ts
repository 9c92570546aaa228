import { type ElementId, WEIGHTS } from '../../verdict/weights.ts';
import type { MessageRead } from '../call.ts';
import type { LogisticPrior } from './logistic.ts';

/** The elements of the verdict, in the order of the features. */
export const ELEMENT_IDS = Object.keys(WEIGHTS) as ElementId[];

/** Where a score is neither good nor bad: the middle of the verdict's toss-up. */
const NEUTRAL = 0.75;

/** What a message looks like to the regression: 1, its score, and how far each element lies from what the score says already. */
export function featuresOf({ score, elements }: MessageRead): Float64Array {
  const features = new Float64Array(2 + ELEMENT_IDS.length);
  features[0] = 1;
  features[1] = score - NEUTRAL;
  for (const [index, id] of ELEMENT_IDS.entries()) features[2 + index] = (elements[id] ?? score) - score;
  return features;
}

/** Beliefs before the first call, as mean and standard deviation of log-odds. */
export interface CalibrationPrior {
  /** The rate of returns of a message of neutral score. Wide: 2.5 on the logit scale (Gelman et al. 2008). */
  base: { mean: number; deviation: number };
  /**
   * What the whole score from 0 to 1 adds: the documented weights share it out. House rule: 1, with as much doubt, since the published
   * experiments on wording find small effects or none.
   */
  score: { mean: number; deviation: number };
  /** How far one element may lie from its documented weight. House rule: half a log-odds. */
  element: { deviation: number };
}

/** Defaults of {@link CalibrationPrior}. */
export const CALIBRATION_PRIOR: CalibrationPrior = {
  base: { mean: -1.5, deviation: 2.5 },
  score: { mean: 1, deviation: 1 },
  element: { deviation: 0.5 },
};

/** The prior as the regression takes it. */
export function logisticPrior({ base, score, element }: CalibrationPrior): LogisticPrior {
  const precision = (deviation: number) => 1 / deviation ** 2;
  return {
    mean: Float64Array.from([base.mean, score.mean, ...ELEMENT_IDS.map(() => 0)]),
    precision: Float64Array.from([
      precision(base.deviation),
      precision(score.deviation),
      ...ELEMENT_IDS.map(() => precision(element.deviation)),
    ]),
  };
}
