import { z } from 'zod';
import type { Call } from '../call.ts';

/** When to try again: the person's own rule. */
export const followUpRuleSchema = z.strictObject({
  /** Days to wait after each message, in order; as many further tries as there are entries. */
  waitDays: z.array(z.int().min(1).max(365)).max(10),
  /** Saturdays and Sundays are passed over: neither counted nor called on. */
  workingDaysOnly: z.boolean(),
  /** Time of day, on the person's own clock. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 10:30'),
});

/** {@link followUpRuleSchema} */
export type FollowUpRule = z.infer<typeof followUpRuleSchema>;

/** House rule: again after three working days, and once more after five. */
export const FOLLOW_UP_RULE: FollowUpRule = { waitDays: [3, 5], workingDaysOnly: true, at: '10:00' };

/** A time to try again. */
export interface NextTry {
  callId: string;
  /** Date on the person's own calendar, "2026-12-01". */
  date: string;
  /** Time on the person's own clock, "10:00". */
  time: string;
  /** 2 for the second message, and so on. */
  attempt: number;
}

const DAY_MS = 86_400_000;
const WEEKEND = [0, 6];

function addDays(date: string, days: number, workingDaysOnly: boolean): string {
  let moment = Date.parse(`${date}T00:00:00Z`);
  for (let left = days; left > 0; ) {
    moment += DAY_MS;
    if (!workingDaysOnly || !WEEKEND.includes(new Date(moment).getUTCDay())) left -= 1;
  }
  return new Date(moment).toISOString().slice(0, 10);
}

/** Calls to one person about one objective are tries of one thing. */
const keyOf = ({ whom, objective }: Call) => `${objective} ${whom.name.toLowerCase()}`;

/**
 * When to try again, for each person of whom nothing came yet; nothing for those whose tries are used up or who answered any of them.
 * @param dateOf The date of a moment on the person's own calendar: core knows no time zone.
 */
export function nextTries(calls: readonly Call[], rule: FollowUpRule, dateOf: (moment: string) => string): NextTry[] {
  const tries = new Map<string, Call[]>();
  for (const call of calls) tries.set(keyOf(call), [...(tries.get(keyOf(call)) ?? []), call]);
  const found = [...tries.values()].flatMap((some): NextTry[] => {
    const last = some.reduce((a, b) => (b.leftAt > a.leftAt ? b : a));
    const wait = rule.waitDays[some.length - 1];
    if (wait === undefined || some.some(({ outcomes }) => outcomes.length > 0)) return [];
    const date = addDays(dateOf(last.leftAt), wait, rule.workingDaysOnly);
    return [{ callId: last.id, date, time: rule.at, attempt: some.length + 1 }];
  });
  return found.sort((a, b) => a.date.localeCompare(b.date));
}
