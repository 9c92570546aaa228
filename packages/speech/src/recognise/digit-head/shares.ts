import { LABEL_COUNT, labelOf } from './labels.ts';
import { backward, forward, type Lattice, latticeOf, probabilitiesOf, stateOf } from './lattice.ts';
import type { Posteriors } from './posteriors.ts';

const TEN = 10;

/**
 * For each place of a row of digits that is said in the frames, how likely each of the ten digits is there when all others are as given:
 * `[place][digit]`, each place sums to 1.
 */
export function digitShares(posteriors: Posteriors, digits: string): number[][] {
  const lattice = latticeOf(digits);
  const shares = probabilitiesOf(posteriors);
  const { table: ahead, scales } = forward(shares, lattice);
  const tables = { ...lattice, shares, scales, ahead, behind: backward(shares, lattice, scales) };
  return [...digits].map((_, place) => {
    const weights = Array.from({ length: TEN }, (__, digit) => pathsWith(tables, stateOf(place), labelOf(digit)));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => (sum > 0 ? weight / sum : 1 / TEN));
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
