import { BLANK, LABEL_COUNT, labelOf, OTHER } from './labels.ts';
import { logAdd, type Posteriors } from './posteriors.ts';
import { spellingsOf } from './spellings.ts';

const NEVER = Number.NEGATIVE_INFINITY;
/** States before the first digit: a blank, other speech, a blank. */
const FIRST_DIGIT = 3;

/** The state of a digit's place. */
export function stateOf(place: number): number {
  return FIRST_DIGIT + 2 * place;
}

/** A row of digits as the states of a path through the frames: blanks between, and other speech before and behind, or none. */
export interface Lattice {
  /** The label of each state. */
  labels: readonly number[];
  /** A path begins in one of the first `begin` states and ends in one of the last `end`. */
  begin: number;
  end: number;
}

/** The lattice of a row of digits. */
export function latticeOf(digits: string): Lattice {
  return latticeOfLabels([...digits].map((digit) => labelOf(Number(digit))));
}

/** The lattice of a row of labels; each has the place of a digit. */
export function latticeOfLabels(row: readonly number[]): Lattice {
  const inner = row.flatMap((label) => [label, BLANK]);
  return { labels: [BLANK, OTHER, BLANK, ...inner, OTHER, BLANK], begin: FIRST_DIGIT + 1, end: FIRST_DIGIT + 1 };
}

/** Whether a path may step over the blank before this state. */
export function mayLeap(labels: readonly number[], state: number): boolean {
  const label = labels[state];
  return state >= 2 && label !== BLANK && label !== labels[state - 2];
}

/**
 * Sums over paths, `table[frame * states + state]`, each frame divided by its own `scale` so that nothing falls out of the range of
 * numbers (Rabiner 1989): the probability itself is the value times the scales of its frame and of those it was summed over.
 */
export interface PathSums {
  table: Float64Array;
  scales: Float64Array;
}

/** Of all paths that are in the state after the frame. Its scales make every frame add up to one. */
export function forward(shares: Float64Array, { labels, begin }: Lattice): PathSums {
  const states = labels.length;
  const frames = shares.length / LABEL_COUNT;
  const table = new Float64Array(frames * states);
  const scales = new Float64Array(frames);
  const leaps = labels.map((_, state) => mayLeap(labels, state));
  for (let frame = 0; frame < frames; frame += 1) {
    const [here, before] = [frame * states, (frame - 1) * states];
    let sum = 0;
    for (let state = 0; state < states; state += 1) {
      let paths = frame === 0 ? Number(state < begin) : (table[before + state] ?? 0);
      if (frame > 0 && state > 0) paths += table[before + state - 1] ?? 0;
      if (frame > 0 && leaps[state]) paths += table[before + state - 2] ?? 0;
      const value = paths * (shares[frame * LABEL_COUNT + (labels[state] ?? BLANK)] ?? 0);
      table[here + state] = value;
      sum += value;
    }
    scales[frame] = sum;
    for (let state = 0; state < states; state += 1) table[here + state] = (table[here + state] ?? 0) / (sum || 1);
  }
  return { table, scales };
}

/** Of all paths to the end that are in the state in the frame, by the scales of {@link forward}. */
export function backward(shares: Float64Array, { labels, end }: Lattice, scales: Float64Array): Float64Array {
  const states = labels.length;
  const frames = scales.length;
  const table = new Float64Array(frames * states);
  const leaps = labels.map((_, state) => mayLeap(labels, state));
  for (let frame = frames - 1; frame >= 0; frame -= 1) {
    const [here, next] = [frame * states, (frame + 1) * states];
    const last = frame === frames - 1;
    for (let state = states - 1; state >= 0; state -= 1) {
      let paths = last ? Number(state >= states - end) : (table[next + state] ?? 0);
      if (!last && state + 1 < states) paths += table[next + state + 1] ?? 0;
      if (!last && leaps[state + 2]) paths += table[next + state + 2] ?? 0;
      table[here + state] = (paths * (shares[frame * LABEL_COUNT + (labels[state] ?? BLANK)] ?? 0)) / (scales[frame] || 1);
    }
  }
  return table;
}

/** The labels' probabilities: `[frame * LABEL_COUNT + label]`. */
export function probabilitiesOf({ logs }: Posteriors): Float64Array {
  return Float64Array.from(logs, Math.exp);
}

/** Natural logarithm of the probability that the frames say just these digits, in whatever way, and whatever is said before and behind. */
export function logOfDigits(posteriors: Posteriors, digits: string): number {
  if (posteriors.frames === 0) return NEVER;
  const shares = probabilitiesOf(posteriors);
  return spellingsOf(digits, posteriors).reduce((sum, { labels }) => logAdd(sum, logOfLabels(shares, latticeOfLabels(labels))), NEVER);
}

/** Natural logarithm of the sum over all paths through a lattice. */
export function logOfLabels(shares: Float64Array, lattice: Lattice): number {
  const { table, scales } = forward(shares, lattice);
  const last = table.subarray((scales.length - 1) * lattice.labels.length);
  const ending = last.subarray(last.length - lattice.end).reduce((sum, value) => sum + value, 0);
  return scales.reduce((sum, scale) => sum + Math.log(scale), Math.log(ending));
}
