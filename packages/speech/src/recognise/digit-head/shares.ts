import { LABEL_COUNT, labelOf } from './labels.ts';
import { backward, forward, type Lattice, latticeOfLabels, logOfLabels, probabilitiesOf, stateOf } from './lattice.ts';
import type { Posteriors } from './posteriors.ts';
import { type Spelling, spellingsOf } from './spellings.ts';

const TEN = 10;

/**
 * For each place of a row of digits that is said in the frames, how likely each of the ten digits is there when all others are as given:
 * `[place][digit]`, each place sums to 1. Digits that were said as one word, as in "triple five", are as sure as that word.
 */
export function digitShares(posteriors: Posteriors, digits: string): number[][] {
  const shares = probabilitiesOf(posteriors);
  const { labels, counts } = likeliestSpelling(posteriors, digits, shares);
  const lattice = latticeOfLabels(labels);
  const { table: ahead, scales } = forward(shares, lattice);
  const tables = { ...lattice, shares, scales, ahead, behind: backward(shares, lattice, scales) };
  return counts.flatMap((count, place) => {
    if (count === 0) return [];
    const weights = Array.from({ length: TEN }, (__, digit) => pathsWith(tables, stateOf(place), labelOf(digit)));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const row = weights.map((weight) => (sum > 0 ? weight / sum : 1 / TEN));
    return Array.from({ length: count }, () => row);
  });
}

/** How a row of digits was most likely said. */
export function likeliestSpelling(posteriors: Posteriors, digits: string, shares: Float64Array = probabilitiesOf(posteriors)): Spelling {
  const [first, ...others] = spellingsOf(digits, posteriors);
  if (first === undefined || others.length === 0) return first ?? { labels: [], counts: [] };
  const logOf = ({ labels }: Spelling) => logOfLabels(shares, latticeOfLabels(labels));
  let [best, most] = [first, logOf(first)];
  for (const other of others) {
    const log = logOf(other);
    if (log > most) [best, most] = [other, log];
  }
  return best;
}

/**
 * By how much the head is too sure of itself in noise: its shares to the power of one over this are right as often as they say. Likeliest
 * of 1, 1.5, 2, 2.5, 3, 4 and 6 for five of six recordings by five speakers between -12 and 22 dB, second to 2.5 by a hundredth for one
 * (2,160 tries, docs/number.md). Without noise nothing is changed: there the head's sureness is right by other means (docs/accuracy.md).
 */
const OVERCONFIDENCE_IN_NOISE = 2;

/** Shares of the digits as they come true where there is noise: a head that is sure and wrong tells less than one that doubts. */
export function humbled(shares: readonly (readonly number[])[], overconfidence: number = OVERCONFIDENCE_IN_NOISE): number[][] {
  return shares.map((row) => {
    const powers = row.map((share) => share ** (1 / overconfidence));
    const sum = powers.reduce((total, power) => total + power, 0);
    return powers.map((power) => power / sum);
  });
}

interface Tables extends Lattice {
  shares: Float64Array;
  scales: Float64Array;
  ahead: Float64Array;
  behind: Float64Array;
}

/** Sum over all paths with another label in one state, divided by all scales. */
function pathsWith({ labels, begin, end, shares, scales, ahead, behind }: Tables, state: number, label: number): number {
  const states = labels.length;
  const frames = scales.length;
  const [mayLeapIn, mayLeapOut] = [label !== labels[state - 2], label !== labels[state + 2]];
  let inside = 0;
  let total = 0;
  for (let frame = 0; frame < frames; frame += 1) {
    const [before, after] = [(frame - 1) * states + state, (frame + 1) * states + state];
    let entered = frame === 0 ? Number(state < begin) : (ahead[before - 1] ?? 0);
    if (frame > 0 && mayLeapIn) entered += ahead[before - 2] ?? 0;
    inside = ((inside + entered) * (shares[frame * LABEL_COUNT + label] ?? 0)) / (scales[frame] || 1);
    let left = frame === frames - 1 ? Number(state >= states - end) : (behind[after + 1] ?? 0);
    if (frame < frames - 1 && mayLeapOut) left += behind[after + 2] ?? 0;
    total += inside * left;
  }
  return total;
}
