import { betaQuantile } from './beta.ts';

/** Chance that the interval holds the truth. */
export const LEVEL = 0.95;

/** Jeffreys' prior of a share, Beta(1/2, 1/2). Source: Brown, Cai and DasGupta 2001, "Interval estimation for a binomial proportion". */
const JEFFREYS = 0.5;

/** A share of calls with what the log lets us say of it. */
export interface Rate {
  /** Calls it rests on. */
  calls: number;
  returned: number;
  /** `returned / calls`; null for none. */
  share: number | null;
  /** Equal-tailed credible interval at {@link LEVEL}. */
  low: number;
  high: number;
}

/**
 * The rate of returns with its credible interval: the middle 95 % of Beta(returned + 1/2, others + 1/2).
 * With none returned the lower end is 0 and with all the upper end is 1, as Brown, Cai and DasGupta advise: the coverage would fall there.
 */
export function rateOf(returned: number, calls: number): Rate {
  const tail = (1 - LEVEL) / 2;
  const [a, b] = [returned + JEFFREYS, calls - returned + JEFFREYS];
  return {
    calls,
    returned,
    share: calls === 0 ? null : returned / calls,
    low: returned === 0 ? 0 : betaQuantile(tail, a, b),
    high: returned === calls ? 1 : betaQuantile(1 - tail, a, b),
  };
}
