import type { Comparison } from './comparisons.ts';
import type { Rate } from './rate.ts';

/** What the sentence looks at. */
export interface Said {
  rate: Rate;
  comparisons: readonly Comparison[];
  horizonDays: number;
  /** All calls of the log. */
  calls: number;
}

/** An interval wider than this leaves the rate open, as a share. House rule: a quarter of all there is. */
const WIDE = 0.25;

/** "12 %". */
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** One plain sentence of what the log cannot say yet, the most basic first. */
export function notYet({ rate, comparisons, horizonDays, calls }: Said): string {
  if (calls === 0) return 'The log is empty: nothing can be said before the first call.';
  if (rate.calls === 0) return `No call is ${horizonDays} days old yet, so nothing can be said of how often you are called back.`;
  if (rate.high - rate.low > WIDE) {
    const some = rate.calls === 1 ? 'One call says' : `${rate.calls} calls say`;
    return `${some} little: your true rate of returns could be anything from ${percent(rate.low)} to ${percent(rate.high)}.`;
  }
  if (!comparisons.some(({ apart }) => apart)) {
    return 'It cannot be said yet that any objective, bridge, tip, length or verdict does better than another: the differences are within chance.';
  }
  return 'It cannot be said what causes the differences: those calls may differ in other ways too, such as whom you called.';
}
