import { LABEL_COUNT, labelOf } from './labels.ts';
import { backward, forward, latticeOf, probabilitiesOf, stateOf } from './lattice.ts';
import type { Posteriors } from './posteriors.ts';

const TEN = 10;

/**
 * How much likelier a row of digits becomes with one digit more: natural logarithm of the gain, `[place][digit]`, where place 0 is before
 * the first digit and the last is behind the last. One pass forward and one backward tell all of them.
 */
export function insertionGains(posteriors: Posteriors, digits: string): number[][] {
  const lattice = latticeOf(digits);
  const shares = probabilitiesOf(posteriors);
  const { table: ahead, scales } = forward(shares, lattice);
  const behind = backward(shares, lattice, scales);
  const states = lattice.labels.length;
  const ending = ahead.subarray(ahead.length - lattice.end).reduce((sum, value) => sum + value, 0);
  const tables = { labels: lattice.labels, states, frames: posteriors.frames, shares, scales, ahead, behind };
  return Array.from({ length: digits.length + 1 }, (_, place) =>
    Array.from({ length: TEN }, (__, digit) => Math.log(pathsThrough(tables, stateOf(place) - 1, labelOf(digit)) / ending)),
  );
}

interface Tables {
  labels: readonly number[];
  states: number;
  frames: number;
  shares: Float64Array;
  scales: Float64Array;
  ahead: Float64Array;
  behind: Float64Array;
}

/** Sum over all paths that say one label more in the blank between two digits, or before the first or behind the last. */
function pathsThrough({ labels, states, frames, shares, scales, ahead, behind }: Tables, blank: number, label: number): number {
  const isFirst = blank === stateOf(0) - 1;
  // Behind the last digit only other speech and a blank follow.
  const isLast = blank === states - 3;
  const [mayLeapIn, mayLeapOut] = [label !== labels[blank - 1], label !== labels[blank + 1]];
  let inside = 0;
  let total = 0;
  for (let frame = 0; frame < frames; frame += 1) {
    const [before, after] = [(frame - 1) * states + blank, (frame + 1) * states + blank];
    let entered = frame === 0 ? Number(isFirst) : (ahead[before] ?? 0);
    if (frame > 0 && mayLeapIn) entered += ahead[before - 1] ?? 0;
    inside = ((inside + entered) * (shares[frame * LABEL_COUNT + label] ?? 0)) / (scales[frame] || 1);
    let left = frame === frames - 1 ? Number(isLast) : (behind[after] ?? 0);
    if (frame < frames - 1 && mayLeapOut) left += behind[after + 1] ?? 0;
    total += inside * left;
  }
  return total;
}
