import { TIP_IDS } from '../../documents/tip-ids.ts';
import { correctedForLooks, fisherExact } from './fisher.ts';
import type { CallFacts, Observation } from './observe.ts';
import { type Rate, rateOf } from './rate.ts';

/** What calls are compared by. */
export type Dimension = 'objective' | 'bridge' | 'tip' | 'length' | 'verdict';

/** Calls of one kind beside all others of which the same is known. */
export interface Comparison {
  dimension: Dimension;
  /** "job"; "referrer" or "none"; a tip's id; "up to 30 s"; "return". */
  group: string;
  rate: Rate;
  others: Rate;
  /** Corrected for the number of looks; null when there are too few calls to look at all. */
  pValue: number | null;
  /** Whether the log tells the two apart. */
  apart: boolean;
}

/** How comparisons are made. */
export interface ComparisonOptions {
  /** Fewest calls on each side; below it nothing is compared. House rule. */
  fewestCalls: number;
  /** Share of false claims among the claims that is borne at most. House rule, the usual one. */
  falseClaims: number;
}

/** Defaults of {@link ComparisonOptions}. */
export const COMPARISON_DEFAULTS: ComparisonOptions = { fewestCalls: 5, falseClaims: 0.05 };

/** Seconds where a message is warned of and where it fails: those of the tip "brevity". */
const LENGTHS = { warn: 30, fail: 45 } as const;

function lengthOf(seconds: number): string {
  if (seconds <= LENGTHS.warn) return `up to ${LENGTHS.warn} s`;
  return seconds <= LENGTHS.fail ? `${LENGTHS.warn} to ${LENGTHS.fail} s` : `over ${LENGTHS.fail} s`;
}

/** Which group of a dimension a call is in; undefined when that is not known. */
const GROUP_OF: Readonly<Record<Exclude<Dimension, 'tip'>, (call: CallFacts) => string | undefined>> = {
  objective: ({ objective }) => objective,
  bridge: ({ read }) => (read === null ? undefined : (read.bridge ?? 'none')),
  length: ({ read }) => (read === null ? undefined : lengthOf(read.durationSec)),
  verdict: ({ read }) => read?.decision,
};

/** Returned and all of each group. */
function tally(
  ripe: readonly Observation[],
  groupOf: (call: CallFacts) => string | undefined,
): Map<string, [returned: number, calls: number]> {
  const counts = new Map<string, [number, number]>();
  for (const { call, inTime } of ripe) {
    const group = groupOf(call);
    if (group === undefined) continue;
    const count = counts.get(group) ?? [0, 0];
    if (inTime) count[0] += 1;
    count[1] += 1;
    counts.set(group, count);
  }
  return counts;
}

type Unjudged = Omit<Comparison, 'pValue' | 'apart'>;

function besideOthers(dimension: Dimension, counts: ReadonlyMap<string, readonly [number, number]>): Unjudged[] {
  const all = [...counts.values()].reduce<[number, number]>((sum, [returned, calls]) => [sum[0] + returned, sum[1] + calls], [0, 0]);
  return [...counts]
    .sort(([, [, a]], [, [, b]]) => b - a)
    .map(([group, [returned, calls]]) => ({
      dimension,
      group,
      rate: rateOf(returned, calls),
      others: rateOf(all[0] - returned, all[1] - calls),
    }));
}

/** One comparison for each tip: messages that pass it beside those that do not. */
function byTip(ripe: readonly Observation[]): Unjudged[] {
  return TIP_IDS.flatMap((tip) => {
    const passes = ({ read }: CallFacts) => {
      const status = read?.tips[tip];
      return status === undefined || status === 'notApplicable' || status === 'error' ? undefined : status === 'pass' ? tip : 'not passed';
    };
    return besideOthers('tip', tally(ripe, passes)).filter(({ group }) => group === tip);
  });
}

/**
 * Compares returns by objective, bridge, tip passed, length and verdict: each group beside all others, by Fisher's exact test, corrected
 * for all looks together. Two groups of one dimension are one look.
 */
export function comparisonsOf(ripe: readonly Observation[], options: ComparisonOptions = COMPARISON_DEFAULTS): Comparison[] {
  const plain = (['objective', 'bridge', 'length', 'verdict'] as const).flatMap((dimension) => {
    const groups = besideOthers(dimension, tally(ripe, GROUP_OF[dimension]));
    return groups.length === 2 ? groups.slice(0, 1) : groups.length === 1 ? [] : groups;
  });
  const found = [...plain, ...byTip(ripe)];
  const tested = found.filter(({ rate, others }) => Math.min(rate.calls, others.calls) >= options.fewestCalls);
  const pValues = correctedForLooks(
    tested.map(({ rate, others }) =>
      fisherExact({ returned: rate.returned, calls: rate.calls, otherReturned: others.returned, otherCalls: others.calls }),
    ),
  );
  return found.map((one) => {
    const pValue = pValues[tested.indexOf(one)] ?? null;
    return { ...one, pValue, apart: pValue !== null && pValue <= options.falseClaims };
  });
}
