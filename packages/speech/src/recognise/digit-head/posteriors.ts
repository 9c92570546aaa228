import { LABEL_COUNT } from './labels.ts';

/** What the head hears in each frame (41.7 a second). */
export interface Posteriors {
  frames: number;
  /** Natural logarithm of each label's probability: `logs[frame * LABEL_COUNT + label]`. */
  logs: Float32Array;
  /** Probability that a digit begins in the frame, 0..1. */
  onset: Float32Array;
}

/** Several takes of one sound as one listener: the geometric mean of the labels, the mean of the onsets. */
export function meanOfTakes(takes: readonly Posteriors[]): Posteriors {
  const [first] = takes;
  if (first === undefined || takes.length === 1) return first ?? { frames: 0, logs: new Float32Array(0), onset: new Float32Array(0) };
  const mean = (pick: (take: Posteriors) => Float32Array, i: number) =>
    takes.reduce((sum, take) => sum + (pick(take)[i] ?? 0), 0) / takes.length;
  const logs = first.logs.map((_, i) => mean((take) => take.logs, i));
  for (let at = 0; at < logs.length; at += LABEL_COUNT) {
    const row = logs.subarray(at, at + LABEL_COUNT);
    const norm = row.reduce(logAdd, Number.NEGATIVE_INFINITY);
    for (let label = 0; label < LABEL_COUNT; label += 1) row[label] = (row[label] ?? 0) - norm;
  }
  return { frames: first.frames, logs, onset: first.onset.map((_, i) => mean((take) => take.onset, i)) };
}

/** Frames `from` to `to` (exclusive), a view. */
export function framesOf({ logs, onset }: Posteriors, from: number, to: number): Posteriors {
  return { frames: to - from, logs: logs.subarray(from * LABEL_COUNT, to * LABEL_COUNT), onset: onset.subarray(from, to) };
}

/** Logarithm of the sum of two probabilities given as logarithms. */
export function logAdd(a: number, b: number): number {
  const [high, low] = a > b ? [a, b] : [b, a];
  return low === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(low - high));
}
