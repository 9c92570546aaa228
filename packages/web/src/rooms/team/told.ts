import { passRate, type TipWeeks } from '@ringback/core';

/** "3 reviewed takes". */
export function takesWords(reviewed: number): string {
  if (reviewed === 0) return 'no reviewed take yet';
  return reviewed === 1 ? 'one reviewed take' : `${reviewed.toLocaleString()} reviewed takes`;
}

/** A Monday as it stands below a drawing: "23 Nov". */
export const weekWords = (monday: string): string =>
  new Date(`${monday}T12:00:00Z`).toLocaleDateString(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** What a tip's weeks say together: "good in 7 of 12 takes". */
export function passedWords(tip: Pick<TipWeeks, 'judged' | 'passed'>): string {
  const { returned: passed, calls: judged } = passRate(tip);
  if (judged === 0) return 'in no take of these weeks';
  return `good in ${passed.toLocaleString()} of ${judged.toLocaleString()} ${judged === 1 ? 'take' : 'takes'}`;
}

/** What the drawing of a tip shows, for who does not see it. */
export function drawnWords(name: string, { judged, passed }: Pick<TipWeeks, 'judged' | 'passed'>, weeks: readonly string[]): string {
  const told = judged.flatMap((count, i) => (count === 0 ? [] : [`week of ${weeks[i]}: ${passed[i]} of ${count}`]));
  return `${name}, takes in which it was good. ${told.join('; ')}`;
}
