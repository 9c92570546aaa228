import { durationOf } from '../waveform.ts';
import type { DigitListener } from './listener.ts';
import type { NoisyLine } from './noisy-line.ts';
import { CHANCE, errorOf, neededDb, type Stratum, scatterOf, strataOf, type Threshold, type Trial } from './threshold.ts';

/** How many tries, and where. */
export interface TrialPlan {
  /** dB: at the upper end nobody minds the noise, at the lower nobody hears a digit. */
  highDb: number;
  lowDb: number;
  /** dB: the range is cut into strata of this width, and each is tried from its own share of the tries. */
  stratumDb: number;
  /** Tries in each stratum before it is seen where more are needed; default 1. */
  firstTries?: number;
  /** Seconds of sound heard in all tries together, at most: what a try costs is the length of the number. */
  maxHeardSec: number;
  /** Fewest tries, however long the number and however sure the threshold. */
  minTries: number;
  /** dB: tries go on until the error of the threshold is this. */
  wantedErrorDb: number;
}

/** In what the listener is interrupted and told. */
export interface TrialOptions {
  signal?: AbortSignal;
  /** Share done, 0..1, never falling. */
  onProgress?: (share: number) => void;
}

/** Over chance by less than this, nothing is heard. */
const HARDLY_OVER_CHANCE = 0.06;
/** Strata in a row in which nothing is heard, under which nothing is tried. */
const DEAF_STRATA = 2;

/**
 * Lets the listener try the number at falling ratios: first once in every stratum from easy to hard, until nothing is heard; then
 * again and again where one more try lowers the error of the threshold most.
 */
export async function runTrials(
  listener: DigitListener,
  line: NoisyLine,
  digits: string,
  plan: TrialPlan,
  { signal, onProgress }: TrialOptions = {},
): Promise<Stratum[]> {
  const strata = strataOf(plan.lowDb, plan.highDb, plan.stratumDb);
  const most = Math.max(plan.minTries, Math.floor(plan.maxHeardSec / durationOf(line.clean)));
  let tries = 0;
  const attempt = async (stratum: Stratum): Promise<Trial> => {
    signal?.throwIfAborted();
    const snrDb = placeIn(stratum);
    const trial = { snrDb, probabilities: await listener.hear(line.at(snrDb, tries), signal) };
    stratum.trials.push(trial);
    tries += 1;
    onProgress?.(Math.min(1, tries / most));
    return trial;
  };
  let deaf = 0;
  for (const stratum of [...strata].reverse()) {
    deaf = shareRight(await attempt(stratum), digits) < CHANCE + HARDLY_OVER_CHANCE ? deaf + 1 : 0;
    for (let again = 1; again < (plan.firstTries ?? 1); again += 1) await attempt(stratum);
    if (deaf === DEAF_STRATA) break;
  }
  while (tries < most && (tries < plan.minTries || numberThreshold(strata, digits).errorDb > plan.wantedErrorDb)) {
    await attempt(mostTelling(strata, digits));
  }
  return strata;
}

/** Places inside a stratum that fill it evenly however many there are (van der Corput): its middle, its quarters, its eighths. */
function placeIn({ lowDb, highDb, trials }: Stratum): number {
  let share = 0;
  let part = 0.5;
  for (let rest = trials.length + 1; rest > 0; rest = Math.floor(rest / 2)) {
    share += (rest % 2) * part;
    part /= 2;
  }
  return lowDb + share * (highDb - lowDb);
}

/** The stratum, of those tried, in which one more try takes most from the variance of the threshold. */
function mostTelling(strata: readonly Stratum[], digits: string): Stratum {
  const gain = (stratum: Stratum) => {
    const count = stratum.trials.length;
    const width = stratum.highDb - stratum.lowDb;
    return count === 0 ? 0 : (width ** 2 * scatterOf(stratum, (trial) => shareRight(trial, digits))) / (count * (count + 1));
  };
  return strata.reduce((best, next) => (gain(next) > gain(best) ? next : best));
}

/** How likely the listener writes the digit that was said at this place. */
export function digitShare({ probabilities }: Pick<Trial, 'probabilities'>, digits: string, place: number): number {
  return probabilities[place]?.[Number(digits[place])] ?? 0;
}

/** The share of digits right in one try, as the listener's own probability. */
export function shareRight(trial: Pick<Trial, 'probabilities'>, digits: string): number {
  const sum = [...digits].reduce((total, _, place) => total + digitShare(trial, digits, place), 0);
  return sum / Math.max(1, digits.length);
}

/** The threshold of the number: the ratio that its digits need on average. */
export function numberThreshold(strata: readonly Stratum[], digits: string): Threshold {
  const share = (trial: Trial) => shareRight(trial, digits);
  return { snrDb: neededDb(strata, share), errorDb: errorOf(strata, share) };
}
