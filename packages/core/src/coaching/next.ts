import type { TipId } from '../documents/tip-ids.ts';

/** Newest takes of a person that decide what is coached next: older ones are of a voice that has moved on. House rule. */
export const RECENT_TAKES = 10;

/** A reviewed take with what its verdict said to mend first; null where nothing was left to mend. */
export interface FirstFix {
  takeId: string;
  tip: TipId | null;
}

/** What to coach next, and what that rests on. */
export interface NextToCoach {
  tip: TipId;
  /** Takes among `of` in which it was the first thing to mend. */
  times: number;
  /** Newest reviewed takes that were looked at, at most {@link RECENT_TAKES}. */
  of: number;
  /** The newest take that shows it. */
  takeId: string;
}

/**
 * The tip that stood first in most of the newest takes; of those that stood first as often, the one seen last.
 * Null where nothing was left to mend in any of them.
 * @param newestFirst Reviewed takes of one person.
 */
export function nextToCoach(newestFirst: readonly FirstFix[]): NextToCoach | null {
  const recent = newestFirst.slice(0, RECENT_TAKES);
  const found = new Map<TipId, NextToCoach>();
  for (const { takeId, tip } of recent) {
    if (tip === null) continue;
    const known = found.get(tip);
    if (known) known.times += 1;
    else found.set(tip, { tip, times: 1, of: recent.length, takeId });
  }
  // The map keeps the order of who was seen last, and a later one has to stand first more often.
  return [...found.values()].reduce<NextToCoach | null>((best, one) => (best === null || one.times > best.times ? one : best), null);
}

/** A tip that several people need next. */
export interface SharedNext {
  tip: TipId;
  people: number;
}

/** What most people need next, most needed first; for what is worth telling all of them at once. */
export function sharedNext(needs: readonly (Pick<NextToCoach, 'tip'> | null)[]): SharedNext[] {
  const counts = new Map<TipId, number>();
  for (const need of needs) if (need) counts.set(need.tip, (counts.get(need.tip) ?? 0) + 1);
  return [...counts].map(([tip, people]) => ({ tip, people })).sort((a, b) => b.people - a.people);
}
