import { durationOf } from '../signal/waveform.ts';
import type { DigitListener } from './listener.ts';
import type { NoisyLine } from './noisy-line.ts';
import { CHANCE, errorOf, type Ladder, mostTelling, neededDb, type Threshold, type Trial } from './threshold.ts';

/** How many tries, and where. */
export interface TrialPlan {
  /** dB: at the upper end nobody minds the noise, at the lower nobody hears a digit. */
  highDb: number;
  lowDb: number;
  /** dB, from easy to hard: tried first, until nothing is heard. */
  firstDb: readonly number[];
  /** dB under the hardest ratio tried, at which nothing is heard. */
  edgeDb: number;
  /** Tries at each ratio; default 1. */
  times?: number;
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
const HARDLY_OVER_CHANCE = 0.08;
/** Ratios listened to at the same time: most machines have two processor cores at least, and more tell nothing of where to try next. */
const AT_ONCE = 2;

/**
 * Lets the listener try the number at falling ratios, until nothing is heard, and then between those, always where a try lowers the
 * error of the threshold most.
 */
export async function runTrials(
  listener: DigitListener,
  line: NoisyLine,
  digits: string,
  plan: TrialPlan,
  { signal, onProgress }: TrialOptions = {},
): Promise<Ladder> {
  const { lowDb, highDb, edgeDb, firstDb, times = 1 } = plan;
  const ladder: Ladder = { lowDb, highDb, edgeDb, quiet: listener.quiet, rungs: [] };
  const share = (trial: Pick<Trial, 'probabilities'>) => shareRight(trial, digits);
  const most = Math.max(plan.minTries, Math.floor(plan.maxHeardSec / durationOf(line.clean)));
  let tries = 0;
  const attempt = async (ratios: readonly number[]) => {
    signal?.throwIfAborted();
    const places = ratios.flatMap((snrDb) => new Array<number>(times).fill(snrDb));
    const trials = await Promise.all(
      places.map(async (snrDb, index) => ({ snrDb, probabilities: await listener.hear(line.at(snrDb, tries + index), signal) })),
    );
    for (const snrDb of ratios) ladder.rungs.push({ snrDb, trials: trials.filter((trial) => trial.snrDb === snrDb) });
    ladder.rungs.sort((a, b) => a.snrDb - b.snrDb);
    tries += trials.length;
    onProgress?.(Math.min(1, tries / most));
  };
  const isDeaf = () => (ladder.rungs[0]?.trials ?? []).some((trial) => share(trial) < CHANCE + HARDLY_OVER_CHANCE);
  for (let next = 0; next < firstDb.length && !isDeaf(); next += AT_ONCE) await attempt(firstDb.slice(next, next + AT_ONCE));
  while (tries < most && (tries < plan.minTries || numberThreshold(ladder, digits).errorDb > plan.wantedErrorDb)) {
    await attempt(mostTelling(ladder, share, AT_ONCE));
  }
  return ladder;
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
export function numberThreshold(ladder: Ladder, digits: string): Threshold {
  const share = (trial: Pick<Trial, 'probabilities'>) => shareRight(trial, digits);
  return { snrDb: neededDb(ladder, share), errorDb: errorOf(ladder, share) };
}
