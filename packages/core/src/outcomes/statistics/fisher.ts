import { logGamma } from './beta.ts';

/** Tables as unlikely as the one seen but for rounding count as seen (as R's `fisher.test`). */
const ROUNDING = 1 + 1e-7;

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** Returned of all, in a group and in the others. */
export interface TwoGroups {
  returned: number;
  calls: number;
  otherReturned: number;
  otherCalls: number;
}

/** Two-sided p-value of Fisher's exact test that both groups have the same rate: the chance of all tables no likelier than this one. */
export function fisherExact({ returned, calls, otherReturned, otherCalls }: TwoGroups): number {
  const all = returned + otherReturned;
  const fewest = Math.max(0, all - otherCalls);
  const most = Math.min(all, calls);
  const whole = logChoose(calls + otherCalls, all);
  const chance = (k: number) => Math.exp(logChoose(calls, k) + logChoose(otherCalls, all - k) - whole);
  const seen = chance(returned) * ROUNDING;
  let sum = 0;
  for (let k = fewest; k <= most; k += 1) {
    const one = chance(k);
    if (one <= seen) sum += one;
  }
  return Math.min(1, sum);
}

/**
 * P-values corrected for looking at many things that hang together: Benjamini and Yekutieli 2001, which holds whatever the dependence.
 * A corrected value below q keeps the expected share of false claims among all claims below q.
 */
export function correctedForLooks(pValues: readonly number[]): number[] {
  const looks = pValues.length;
  const harmonic = pValues.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const corrected: number[] = new Array(looks);
  let smallest = 1;
  for (const [place, { p, index }] of order.entries()) {
    smallest = Math.min(smallest, (p * looks * harmonic) / (looks - place));
    corrected[index] = smallest;
  }
  return corrected;
}
