import type { DigitProbabilities } from '../recognise/recogniser.ts';
import type { DigitListener } from './listener.ts';
import type { NoisyLine } from './noisy-line.ts';
import { type Crossing, type CurvePoint, crossing, fitThreshold, monotoneCurve, type Threshold } from './psychometric.ts';

/** One try: what a listener made of the number at one ratio. */
export interface Trial {
  snrDb: number;
  probabilities: DigitProbabilities;
}

/** How many tries, and where. */
export interface TrialPlan {
  /** dB, from easy to hard: each is tried `coarseTries` times to find the neighbourhood of the threshold. */
  coarseDb: readonly number[];
  coarseTries: number;
  /** Then this many rounds, each around the threshold found so far. */
  rounds: number;
  /** Tries in a round, shared between `focusDb` above and below. Even. */
  roundTries: number;
  focusDb: number;
  /** Further rounds, as long as the threshold's error is above `wantedErrorDb`. */
  extraRounds: number;
  /** dB. */
  wantedErrorDb: number;
}

/** In what the listener is interrupted and told. */
export interface TrialOptions {
  signal?: AbortSignal;
  /** Share done, 0..1, never falling. */
  onProgress?: (share: number) => void;
}

/** Share of digits right at which groups of three come out right half of the time: the threshold of the digits-in-noise test (Smits et al. 2013). */
export const DIGIT_SHARE = 0.5 ** (1 / 3);

/** Lets the listener try the number at falling ratios, most of them around the threshold. */
export async function runTrials(
  listener: DigitListener,
  line: NoisyLine,
  digits: string,
  plan: TrialPlan,
  { signal, onProgress }: TrialOptions = {},
): Promise<Trial[]> {
  const trials: Trial[] = [];
  const total = plan.coarseDb.length * plan.coarseTries + (plan.rounds + plan.extraRounds) * plan.roundTries;
  const attempt = async (snrDb: number, realisation: number) => {
    signal?.throwIfAborted();
    trials.push({ snrDb, probabilities: await listener.hear(line.at(snrDb, realisation), signal) });
    onProgress?.(trials.length / total);
  };
  for (const snrDb of plan.coarseDb) for (let index = 0; index < plan.coarseTries; index += 1) await attempt(snrDb, index);
  let realisation = 2 * Math.ceil(plan.coarseTries / 2);
  for (let round = 0; round < plan.rounds || (round < plan.rounds + plan.extraRounds && isUnsure(trials, digits, plan)); round += 1) {
    const centre = centreOf(trials, digits, plan);
    for (let index = 0; index < plan.roundTries; index += 1) {
      // Both halves of an upside-down pair go to one ratio.
      await attempt(centre + (index % 4 < 2 ? plan.focusDb : -plan.focusDb), realisation);
      realisation += 1;
    }
  }
  return trials;
}

function isUnsure(trials: readonly Trial[], digits: string, plan: TrialPlan): boolean {
  const found = digitThreshold(trials, digits);
  return found.kind === 'at' && !(found.threshold.errorDb <= plan.wantedErrorDb);
}

/** Where to try next: the threshold so far, or the end of the range beyond which it lies. */
function centreOf(trials: readonly Trial[], digits: string, plan: TrialPlan): number {
  const found = digitThreshold(trials, digits);
  if (found.kind === 'at') return found.threshold.snrDb;
  return found.kind === 'always' ? Math.min(...plan.coarseDb) : Math.max(...plan.coarseDb);
}

/** The share of digits right in one try, as the listener's own probability. */
export function shareRight({ probabilities }: Trial, digits: string): number {
  const shares = [...digits].map((digit, place) => probabilities[place]?.[Number(digit)] ?? 0);
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

/** The share of digits right over the ratio, rising. */
export function shareCurve(trials: readonly Trial[], digits: string): CurvePoint[] {
  return monotoneCurve(trials.map((trial) => ({ snrDb: trial.snrDb, share: shareRight(trial, digits), tries: 1 })));
}

/** The digits-in-noise threshold of the number. */
export function digitThreshold(
  trials: readonly Trial[],
  digits: string,
): { kind: 'at'; threshold: Threshold } | { kind: 'always' | 'never' } {
  const rough: Crossing = crossing(shareCurve(trials, digits), DIGIT_SHARE);
  if (rough.kind !== 'at') return rough;
  const tries = trials.map((trial) => ({ snrDb: trial.snrDb, share: shareRight(trial, digits) }));
  const threshold = fitThreshold(tries, DIGIT_SHARE, rough.snrDb) ?? { snrDb: rough.snrDb, errorDb: Number.NaN };
  return { kind: 'at', threshold };
}
