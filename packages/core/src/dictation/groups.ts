import type { SpeechActivity } from '../documents/artifacts.ts';
import type { TimedDigit } from '../documents/transcript.ts';

/** How far the time of a recognised digit is off, in seconds: gaps are compared above this. Our own figure (docs/accuracy.md). */
const TIMING_ERROR_SEC = 0.03;
/** How much longer than those inside groups a gap must be to be heard as a boundary by itself. House rule. */
const STANDING_OUT = 1.4;
/** Weight of the usual way of writing against the gaps, in units of a doubled gap. House rule. */
const USUAL_WEIGHT = 1;
/** Cost of a group of this many digits in the same unit; longer ones cost one more a digit. House rule after the sizes people recall best. */
const SIZE_COST: readonly number[] = [0, 1.5, 0.2, 0, 0.1, 1, 2];

/** The seconds of silence between each digit and the next. */
export function gapsBetween(digits: readonly TimedDigit[], activity?: SpeechActivity | null): number[] {
  return digits.slice(1).map((next, index) => {
    const digit = digits[index];
    const said = digit === undefined ? 0 : Math.max(0, next.start - digit.end);
    const pause = digit === undefined || !activity ? 0 : silenceBetween(digit, next, activity);
    return Math.max(said, pause);
  });
}

/** Silence that speech activity shows between the middles of two digits: a recogniser likes to stretch a digit over the pause after it. */
function silenceBetween(digit: TimedDigit, next: TimedDigit, activity: SpeechActivity): number {
  const from = (digit.start + digit.end) / 2;
  const to = (next.start + next.end) / 2;
  let longest = 0;
  for (const pause of activity.pauses) longest = Math.max(longest, Math.min(pause.end, to) - Math.max(pause.start, from));
  return longest;
}

/** Where the groups end. */
export interface GroupEnds {
  /** Index of the last digit of each group but the last group. */
  ends: number[];
  /** Of each of `ends`: whether the sound itself shows it. */
  heard: boolean[];
}

/**
 * Cuts a number into groups where its gaps stand out, by the cheapest of all cuts: a long gap pays for a boundary,
 * an odd group size costs, and a boundary where the number is usually written apart costs less.
 */
export function findGroups(gaps: readonly number[], usualGroups?: readonly number[]): GroupEnds {
  const count = gaps.length + 1;
  const inner = typicalInnerGap(gaps);
  const gain = gaps.map((gap) => Math.log2((gap + TIMING_ERROR_SEC) / (STANDING_OUT * (inner + TIMING_ERROR_SEC))));
  const usual = usualEnds(count, usualGroups);
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= count; end += 1) {
    let cheapest = { cost: Number.POSITIVE_INFINITY, from: 0 };
    for (let from = 0; from < end; from += 1) {
      const boundary = from === 0 ? 0 : boundaryCost(from - 1, gain, usual);
      const cost = (best[from]?.cost ?? 0) + boundary + sizeCost(end - from, from === 0);
      if (cost < cheapest.cost) cheapest = { cost, from };
    }
    best[end] = cheapest;
  }
  const ends: number[] = [];
  for (let from = best[count]?.from ?? 0; from > 0; from = best[from]?.from ?? 0) ends.unshift(from - 1);
  return { ends, heard: ends.map((end) => (gain[end] ?? 0) > 0) };
}

function boundaryCost(index: number, gain: readonly number[], usual: ReadonlySet<number> | null): number {
  const habit = usual === null ? 0 : usual.has(index) ? USUAL_WEIGHT : -USUAL_WEIGHT;
  return -2 * (gain[index] ?? 0) - habit;
}

/** One digit alone is usual only first ("one, 415…"). */
function sizeCost(size: number, first: boolean): number {
  if (size === 1 && first) return 1;
  const last = SIZE_COST.length - 1;
  return SIZE_COST[size] ?? (SIZE_COST[last] ?? 0) + (size - last);
}

/** The gap inside groups: those between groups are the fewer, so the lower middle of all stands for them. */
function typicalInnerGap(gaps: readonly number[]): number {
  const sorted = [...gaps].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.4)] ?? 0;
}

/** Where the usual writing breaks a number of `count` digits, counted from its end so that a country code before it does no harm; null when unknown. */
function usualEnds(count: number, usualGroups?: readonly number[]): ReadonlySet<number> | null {
  if (usualGroups === undefined || usualGroups.length < 2) return null;
  const ends = new Set<number>();
  let from = count;
  for (let index = usualGroups.length - 1; index >= 0; index -= 1) {
    from -= usualGroups[index] ?? 0;
    if (from > 0) ends.add(from - 1);
  }
  return ends.size === 0 ? null : ends;
}
