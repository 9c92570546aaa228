import type { Verdict } from '@ringback/core';
import { table } from './section.ts';

/** Hits and misses of one yes-or-no question. */
export interface Counts {
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  trueNegatives: number;
}

const DIGITS = 2;
const ratio = (part: number, whole: number): string => (whole === 0 ? 'n/a' : (part / whole).toFixed(DIGITS));

/** Counts pairs of what is labelled and what was found. */
export function countsOf(pairs: readonly (readonly [labelled: boolean, found: boolean])[]): Counts {
  const count = (labelled: boolean, found: boolean): number => pairs.filter(([a, b]) => a === labelled && b === found).length;
  return {
    truePositives: count(true, true),
    falsePositives: count(false, true),
    falseNegatives: count(true, false),
    trueNegatives: count(false, false),
  };
}

/** Precision, recall and F1 in two digits, with how many are true of how many. */
export function scoresOf({
  truePositives,
  falsePositives,
  falseNegatives,
  trueNegatives,
}: Counts): Record<'precision' | 'recall' | 'f1' | 'sample', string> {
  return {
    precision: ratio(truePositives, truePositives + falsePositives),
    recall: ratio(truePositives, truePositives + falseNegatives),
    f1: ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
    sample: `${truePositives + falseNegatives} of ${truePositives + falsePositives + falseNegatives + trueNegatives}`,
  };
}

/** Bins of the calibration error. */
const BINS = 10;

/** Expected calibration error: how far the chances lie from the shares that hold, over ten bins of equal width. */
export function calibrationError(pairs: readonly (readonly [labelled: boolean, chance: number])[]): number {
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const inside = pairs.filter(([, chance]) => Math.min(BINS - 1, Math.floor(chance * BINS)) === bin);
    if (inside.length === 0) continue;
    const mean = inside.reduce((sum, [, chance]) => sum + chance, 0) / inside.length;
    const holds = inside.filter(([labelled]) => labelled).length / inside.length;
    error += (inside.length / pairs.length) * Math.abs(mean - holds);
  }
  return error;
}

/** Chance that a text to return ranks above one to delete; ties count half. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  let wins = 0;
  for (const high of positives) for (const low of negatives) wins += high > low ? 1 : high === low ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}

/** A verdict as labelled and as judged. */
export interface JudgedText {
  label: Verdict['decision'];
  decision: Verdict['decision'];
  score: number;
}

const DECISIONS: readonly Verdict['decision'][] = ['return', 'toss-up', 'delete'];

/** Labelled against judged verdicts: a table, agreement, swaps, ranking. Markdown. */
export function verdictReport(judged: readonly JudgedText[]): string {
  const count = (label: Verdict['decision'], decision: Verdict['decision']): number =>
    judged.filter((verdict) => verdict.label === label && verdict.decision === decision).length;
  const rows = DECISIONS.map((label) => [label, ...DECISIONS.map((decision) => count(label, decision))]);
  const swapped = count('return', 'delete') + count('delete', 'return');
  const agreed = DECISIONS.reduce((sum, decision) => sum + count(decision, decision), 0);
  const scores = (label: Verdict['decision']): number[] => judged.filter((verdict) => verdict.label === label).map(({ score }) => score);
  const area = areaUnderCurve(scores('return'), scores('delete'));
  return [
    table(['labelled \\ judged', ...DECISIONS], rows),
    `Same decision in ${agreed} of ${judged.length} (${ratio(agreed, judged.length)}); return and delete swapped in ${swapped} of ${judged.length} ` +
      `(${ratio(swapped, judged.length)}); return ranked above delete with an area under the curve of ${area.toFixed(3)}.`,
  ].join('\n\n');
}
