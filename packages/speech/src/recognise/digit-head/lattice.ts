import { BLANK, LABEL_COUNT, labelOf, OTHER } from './labels.ts';
import { logAdd, type Posteriors } from './posteriors.ts';

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
  const inner = [...digits].flatMap((digit) => [labelOf(Number(digit)), BLANK]);
  return { labels: [BLANK, OTHER, BLANK, ...inner, OTHER, BLANK], begin: FIRST_DIGIT + 1, end: FIRST_DIGIT + 1 };
}

/** Whether a path may step over the blank before this state. */
export function mayLeap(labels: readonly number[], state: number): boolean {
  const label = labels[state];
  return state >= 2 && label !== BLANK && label !== labels[state - 2];
}

/** `table[frame * states + state]`: logarithm of probability of all paths that are in the state after the frame. */
export function forward({ frames, logs }: Posteriors, { labels, begin }: Lattice): Float64Array {
  const states = labels.length;
  const table = new Float64Array(frames * states).fill(NEVER);
  for (let frame = 0; frame < frames; frame += 1) {
    for (let state = 0; state < states; state += 1) {
      let before = frame === 0 ? (state < begin ? 0 : NEVER) : (table[(frame - 1) * states + state] ?? NEVER);
      if (frame > 0 && state > 0) before = logAdd(before, table[(frame - 1) * states + state - 1] ?? NEVER);
      if (frame > 0 && mayLeap(labels, state)) before = logAdd(before, table[(frame - 1) * states + state - 2] ?? NEVER);
      table[frame * states + state] = before + (logs[frame * LABEL_COUNT + (labels[state] ?? BLANK)] ?? NEVER);
    }
  }
  return table;
}

/** `table[frame * states + state]`: logarithm of probability of all paths to the end that are in the state in the frame. */
export function backward({ frames, logs }: Posteriors, { labels, end }: Lattice): Float64Array {
  const states = labels.length;
  const table = new Float64Array(frames * states).fill(NEVER);
  for (let frame = frames - 1; frame >= 0; frame -= 1) {
    for (let state = states - 1; state >= 0; state -= 1) {
      const last = frame === frames - 1;
      let after = last ? (state >= states - end ? 0 : NEVER) : (table[(frame + 1) * states + state] ?? NEVER);
      if (!last && state + 1 < states) after = logAdd(after, table[(frame + 1) * states + state + 1] ?? NEVER);
      if (!last && state + 2 < states && mayLeap(labels, state + 2))
        after = logAdd(after, table[(frame + 1) * states + state + 2] ?? NEVER);
      table[frame * states + state] = after + (logs[frame * LABEL_COUNT + (labels[state] ?? BLANK)] ?? NEVER);
    }
  }
  return table;
}

/** Natural logarithm of the probability that the frames say just these digits, whatever is said before and behind. */
export function logOfDigits(posteriors: Posteriors, digits: string): number {
  if (posteriors.frames === 0) return NEVER;
  const lattice = latticeOf(digits);
  const last = forward(posteriors, lattice).subarray((posteriors.frames - 1) * lattice.labels.length);
  return last.subarray(last.length - lattice.end).reduce((sum, log) => logAdd(sum, log), NEVER);
}
