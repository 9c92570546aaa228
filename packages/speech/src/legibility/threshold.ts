import type { DigitProbabilities } from '../recognise/recogniser.ts';

/** One try: what a listener made of the number at one ratio. */
export interface Trial {
  snrDb: number;
  probabilities: DigitProbabilities;
}

/** A stretch of ratios with the tries made in it; those that nobody made stand for chance. */
export interface Stratum {
  /** dB. */
  lowDb: number;
  highDb: number;
  trials: Trial[];
}

/** A threshold with how sure it is. */
export interface Threshold {
  /** dB. */
  snrDb: number;
  /** Standard error in dB; it holds only the chance of the noise. */
  errorDb: number;
}

/** Share of digits that somebody gets right who hears nothing: one of ten. */
export const CHANCE = 0.1;
/**
 * What the tries in one stratum scatter by, before they tell themselves: variance of the share right is `spread` times
 * share times its rest, plus `floor`. Our figure: ten digits, five recordings, 1,700 tries each.
 */
const SCATTER = { spread: 0.03, floor: 0.0006 } as const;
/** Tries that the figures above count for against those made. */
const SCATTER_TRIES = 3;

/** Cuts the range of ratios into strata of one width, from hard to easy. */
export function strataOf(lowDb: number, highDb: number, widthDb: number): Stratum[] {
  const count = Math.max(1, Math.round((highDb - lowDb) / widthDb));
  const width = (highDb - lowDb) / count;
  return Array.from({ length: count }, (_, index) => ({ lowDb: lowDb + index * width, highDb: lowDb + (index + 1) * width, trials: [] }));
}

/** A share right without what chance alone gets right: 0 at chance, 1 when all is right. */
function beyond(chance: number, share: number): number {
  return (share - chance) / (1 - chance);
}

/**
 * The ratio that is needed on average: the mean of the distribution of which `share` over the ratio is the cumulative one
 * (Spearman-Karber; Miller & Ulrich 2001). It is the upper end of the range less the area under the curve, so it has no need of a
 * steep curve nor of a model of its form, and always exists: what is never right needs the upper end, what always is the lower.
 * `chance` is the share that comes out right by itself.
 */
export function neededDb(strata: readonly Stratum[], share: (trial: Trial) => number, chance = CHANCE): number {
  const highest = Math.max(...strata.map(({ highDb }) => highDb));
  const lowest = Math.min(...strata.map(({ lowDb }) => lowDb));
  const area = strata.reduce((sum, stratum) => sum + (stratum.highDb - stratum.lowDb) * meanOf(stratum, share, chance), 0);
  return Math.min(highest, Math.max(lowest, highest - area));
}

/** Mean of a share in a stratum, beyond chance. */
function meanOf({ trials }: Stratum, share: (trial: Trial) => number, chance = CHANCE): number {
  return trials.length === 0 ? 0 : beyond(chance, trials.reduce((sum, trial) => sum + share(trial), 0) / trials.length);
}

/** Variance of one try's share right in a stratum, beyond chance: as it usually is, and as far as there are tries, as it was. */
export function scatterOf(stratum: Stratum, share: (trial: Trial) => number): number {
  const mean = Math.min(1, Math.max(0, meanOf(stratum, share)));
  const usual = SCATTER.spread * mean * (1 - mean) + SCATTER.floor;
  const squares = stratum.trials.reduce((sum, trial) => sum + (beyond(CHANCE, share(trial)) - mean) ** 2, 0);
  return (SCATTER_TRIES * usual + squares) / (SCATTER_TRIES + Math.max(0, stratum.trials.length - 1));
}

/** The standard error of {@link neededDb} in dB. Strata without a try were left out because nothing is heard there. */
export function errorOf(strata: readonly Stratum[], share: (trial: Trial) => number): number {
  const parts = strata.map((stratum) =>
    stratum.trials.length === 0 ? 0 : ((stratum.highDb - stratum.lowDb) ** 2 * scatterOf(stratum, share)) / stratum.trials.length,
  );
  return Math.sqrt(parts.reduce((sum, part) => sum + part, 0));
}
