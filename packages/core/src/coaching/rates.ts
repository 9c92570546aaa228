import type { TipId } from '../documents/tip-ids.ts';
import { type Rate, rateOf } from '../outcomes/statistics/rate.ts';

/** How often a tip was judged and passed, week by week. A take in which it was not needed or could not be checked counts in neither. */
export interface TipWeeks {
  tip: TipId;
  /** Takes of each week in which the tip was judged, oldest week first. */
  judged: number[];
  passed: number[];
}

/** The share of takes that passed a tip, with its 95 % interval (Jeffreys), over all weeks together. */
export const passRate = ({ judged, passed }: Pick<TipWeeks, 'judged' | 'passed'>): Rate => rateOf(sum(passed), sum(judged));

/** The same tips counted over several people. */
export function together(people: readonly (readonly TipWeeks[])[]): TipWeeks[] {
  const all = new Map<TipId, TipWeeks>();
  for (const { tip, judged, passed } of people.flat()) {
    const known = all.get(tip);
    all.set(tip, known ? { tip, judged: plus(known.judged, judged), passed: plus(known.passed, passed) } : { tip, judged, passed });
  }
  return [...all.values()];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const plus = (a: readonly number[], b: readonly number[]): number[] => a.map((value, i) => value + (b[i] ?? 0));
