import type { DigitProbabilities } from '../recognise/recogniser.ts';

/** One try: what a listener made of the number at one ratio. */
export interface Trial {
  snrDb: number;
  probabilities: DigitProbabilities;
}

/** The tries at one ratio, each in noise of its own. */
export interface Rung {
  /** dB. */
  snrDb: number;
  trials: Trial[];
}

/** Ratios that were tried, between two ends that need no try: at the upper one hears as without noise, at the lower nothing. */
export interface Ladder {
  /** dB. */
  lowDb: number;
  highDb: number;
  /** dB under the hardest ratio tried at which nothing is heard any more. */
  edgeDb: number;
  /** What is heard without noise. */
  quiet: DigitProbabilities;
  /** From hard to easy. */
  rungs: Rung[];
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
 * What the tries at one ratio scatter by, before they tell themselves: variance of the share right is `spread` times share times its
 * rest, plus `floor`. Our figure: ten digits, six recordings, 180 tries each.
 */
const SCATTER = { spread: 0.04, floor: 0.0006 } as const;
/** Tries that the figures above count for against those made. */
const SCATTER_TRIES = 6;

/** A share of digits right of a try or of what is heard without noise. */
export type Share = (heard: Pick<Trial, 'probabilities'>) => number;

/** One point of the curve: its share right beyond chance, and from how many tries (none at the ends). */
interface Knot {
  snrDb: number;
  share: number;
  tries: number;
}

/** A share right without what chance alone gets right: 0 at chance, 1 when all is right. */
function beyond(chance: number, share: number): number {
  return (share - chance) / (1 - chance);
}

/** The ends and what was tried between them, from hard to easy. */
function knotsOf({ lowDb, highDb, edgeDb, quiet, rungs }: Ladder, share: Share, chance = CHANCE): Knot[] {
  const tried = rungs.map(({ snrDb, trials }) => ({
    snrDb,
    share: beyond(chance, trials.reduce((sum, trial) => sum + share(trial), 0) / trials.length),
    tries: trials.length,
  }));
  const hardest = tried[0]?.snrDb ?? highDb;
  return [
    { snrDb: Math.max(lowDb, hardest - edgeDb), share: 0, tries: 0 },
    ...tried,
    { snrDb: highDb, share: beyond(chance, share({ probabilities: quiet })), tries: 0 },
  ];
}

/**
 * The ratio that is needed on average: the mean of the distribution of which `share` over the ratio is the cumulative one
 * (Spearman-Karber; Miller & Ulrich 2001). It is the upper end less the area under the curve (straight between what was tried), so it
 * has no need of a steep curve nor of a model of its form, and always exists: what is never right needs the upper end, what always is
 * the lower. `chance` is the share that comes out right by itself.
 */
export function neededDb(ladder: Ladder, share: Share, chance = CHANCE): number {
  const knots = knotsOf(ladder, share, chance);
  const area = knots.slice(1).reduce((sum, knot, index) => {
    const before = knots[index] ?? knot;
    return sum + ((knot.snrDb - before.snrDb) * (knot.share + before.share)) / 2;
  }, 0);
  return Math.min(ladder.highDb, Math.max(ladder.lowDb, ladder.highDb - area));
}

/** Variance of one try's share right beyond chance, as it usually is. */
function usualScatter(share: number): number {
  const mean = Math.min(1, Math.max(0, share));
  return SCATTER.spread * mean * (1 - mean) + SCATTER.floor;
}

/** A knot with its neighbours, and what they say of its share. */
function inside(knots: readonly Knot[]): { knot: Knot; expected: number; halves: number; weights: [Knot, number][] }[] {
  return knots.slice(1, -1).flatMap((knot, index) => {
    const [before, after] = [knots[index], knots[index + 2]];
    if (before === undefined || after === undefined) return [];
    const width = after.snrDb - before.snrDb;
    const part = (knot.snrDb - before.snrDb) / width;
    const expected = before.share * (1 - part) + after.share * part;
    const weights: [Knot, number][] = [
      [before, 1 - part],
      [after, part],
    ];
    return [{ knot, expected, halves: width / 2, weights }];
  });
}

/** The standard error of {@link neededDb} in dB: from the usual scatter, and as far as there are tries, from how they stray from a line. */
export function errorOf(ladder: Ladder, share: Share): number {
  const knots = inside(knotsOf(ladder, share));
  const scatter = ({ tries, share: right }: Knot, expected = right) => (tries === 0 ? 0 : usualScatter((right + expected) / 2) / tries);
  const strays = knots.reduce((sum, { knot, expected, weights }) => {
    const usual = weights.reduce((total, [near, weight]) => total + weight ** 2 * scatter(near), scatter(knot, expected));
    return sum + (knot.share - expected) ** 2 / usual;
  }, 0);
  const factor = (SCATTER_TRIES + strays) / (SCATTER_TRIES + knots.length);
  return Math.sqrt(factor * knots.reduce((sum, { knot, expected, halves }) => sum + halves ** 2 * scatter(knot, expected), 0));
}

/** The ratios, of those in the middle between what was tried, at which a try lowers the error of the threshold most: at most `count`. */
export function mostTelling(ladder: Ladder, share: Share, count: number): number[] {
  const knots = knotsOf(ladder, share);
  const gaps = knots.slice(1).map((knot, index) => {
    const before = knots[index] ?? knot;
    const gain = (knot.snrDb - before.snrDb) ** 2 * usualScatter((knot.share + before.share) / 2);
    return { snrDb: (knot.snrDb + before.snrDb) / 2, gain };
  });
  return gaps
    .sort((a, b) => b.gain - a.gain)
    .slice(0, count)
    .map(({ snrDb }) => snrDb);
}
