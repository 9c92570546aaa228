import { LABEL_COUNT, labelOf } from './labels.ts';
import { backward, forward, latticeOf, stateOf } from './lattice.ts';
import { logAdd, type Posteriors } from './posteriors.ts';

const NEVER = Number.NEGATIVE_INFINITY;
const TEN = 10;

/**
 * For each place of a row of digits that is said in the frames, how likely each of the ten digits is there when all others are as given:
 * `[place][digit]`, each place sums to 1.
 */
export function digitShares(posteriors: Posteriors, digits: string): number[][] {
  const lattice = latticeOf(digits);
  const [ahead, behind] = [forward(posteriors, lattice), backward(posteriors, lattice)];
  return [...digits].map((_, place) => {
    const logs = Array.from({ length: TEN }, (__, digit) =>
      logWith(posteriors, { ...lattice, ahead, behind }, stateOf(place), labelOf(digit)),
    );
    const sum = logs.reduce(logAdd, NEVER);
    return logs.map((log) => (sum === NEVER ? 1 / TEN : Math.exp(log - sum)));
  });
}

interface Tables {
  labels: readonly number[];
  begin: number;
  end: number;
  ahead: Float64Array;
  behind: Float64Array;
}

/** Logarithm of probability of all paths with another label in one state. */
function logWith({ frames, logs }: Posteriors, { labels, begin, end, ahead, behind }: Tables, state: number, label: number): number {
  const states = labels.length;
  const before = (frame: number, at: number) => ahead[frame * states + at] ?? NEVER;
  const after = (frame: number, at: number) => (at < states ? (behind[frame * states + at] ?? NEVER) : NEVER);
  let inside = NEVER;
  let total = NEVER;
  for (let frame = 0; frame < frames; frame += 1) {
    let entered = frame === 0 ? (state < begin ? 0 : NEVER) : before(frame - 1, state - 1);
    if (frame > 0 && label !== labels[state - 2]) entered = logAdd(entered, before(frame - 1, state - 2));
    inside = logAdd(inside, entered) + (logs[frame * LABEL_COUNT + label] ?? NEVER);
    let left = frame === frames - 1 ? (state >= states - end ? 0 : NEVER) : after(frame + 1, state + 1);
    if (frame < frames - 1 && label !== labels[state + 2]) left = logAdd(left, after(frame + 1, state + 2));
    total = logAdd(total, inside + left);
  }
  return total;
}
