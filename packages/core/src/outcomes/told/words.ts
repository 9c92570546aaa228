import type { Comparison, Dimension } from '../statistics/comparisons.ts';
import type { Rate } from '../statistics/rate.ts';
import type { LogStatistics } from '../statistics/statistics.ts';

/** "12 %". */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** "4 of 20 (20 %, 95 % interval 7 to 41 %)". */
export function rateInWords({ returned, calls, share, low, high }: Rate): string {
  if (share === null) return 'no calls';
  return `${returned} of ${calls} (${percent(share)}, 95 % interval ${Math.round(low * 100)} to ${percent(high)})`;
}

const BY: Readonly<Record<Dimension, string>> = {
  objective: 'Objective',
  bridge: 'Bridge',
  tip: 'Tip passed',
  length: 'Length',
  verdict: 'Verdict',
};

/** "Bridge: referrer". */
export const groupInWords = ({ dimension, group }: Comparison): string => `${BY[dimension]}: ${group}`;

/** "better", "worse" or "cannot be told apart", or why nothing was compared. */
export function judgementInWords({ pValue, apart, rate, others }: Comparison): string {
  if (pValue === null) return 'too few calls to compare';
  if (!apart) return 'cannot be told apart from the others';
  return (rate.share ?? 0) > (others.share ?? 0) ? 'returned more than the others' : 'returned less than the others';
}

/** "20 calls: 4 returned, 2 declined, 5 came to nothing, 9 open". */
export function countsInWords({ counts }: LogStatistics): string {
  const { calls, returned, declined, nothing, open, notFollowed } = counts;
  const rest = notFollowed === 0 ? '' : `, ${notFollowed} of which nobody noted what came`;
  return `${calls} ${calls === 1 ? 'call' : 'calls'}: ${returned} returned, ${declined} declined, ${nothing} came to nothing, ${open} open${rest}`;
}

/** What is known of the time to a return, in a sentence. */
export function timeInWords({ medianDays, curve }: LogStatistics): string {
  const last = curve.at(-1);
  if (last === undefined) return 'No call was returned yet.';
  if (medianDays !== null) return `Half of the calls are returned within ${medianDays.toFixed(1)} days.`;
  return `${percent(1 - last.waiting)} of the calls are returned within ${last.time.toFixed(1)} days (${Math.round((1 - last.high) * 100)} to ${percent(1 - last.low)}).`;
}
