import type { Comparison, LogStatistics, Rate } from '@ringback/core';
import { objectiveName } from '../../parts/call-words.ts';
import { DECISION_WORDS, TIP_NAMES } from '../../parts/words.ts';

/** "12 %". */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** "4 of 20 were answered". */
export function rateWords({ returned, calls }: Pick<Rate, 'returned' | 'calls'>): string {
  if (calls === 0) return 'no calls';
  return `${returned.toLocaleString()} of ${calls.toLocaleString()} ${calls === 1 ? 'was' : 'were'} answered`;
}

/** What the headline of the log is: the share that was answered, or that it is too early. */
export function headline({ rate, horizonDays }: Pick<LogStatistics, 'rate' | 'horizonDays'>): string {
  if (rate.share === null) return 'Too early to say how often you are called back';
  return `${rateWords(rate)} within ${horizonDays} days`;
}

/** What the true rate can be, in a sentence; where the log says in its own sentence that it can be nearly anything, that is enough. */
export function rangeWords({ rate: { share, low, high }, notYet }: Pick<LogStatistics, 'rate' | 'notYet'>): string {
  if (share === null) return '';
  if (notYet.includes(percent(high))) return `That is ${percent(share)} so far.`;
  return `That is ${percent(share)}. If you went on like this, your long-run share would most likely lie between ${percent(low)} and ${percent(high)}.`;
}

const TIES: Readonly<Record<string, string>> = {
  none: 'No tie between you',
  referrer: 'Someone told you to call',
  'mutual-contact': 'Someone you both know',
  'shared-organisation': 'You worked at the same place',
  'shared-school': 'You studied at the same place',
  'shared-event': 'You were at the same event',
  'earlier-contact': 'You had met before',
};

/** What a group of calls is called. */
export function groupWords({ dimension, group }: Pick<Comparison, 'dimension' | 'group'>): string {
  switch (dimension) {
    case 'objective':
      return `About: ${objectiveName(group as Parameters<typeof objectiveName>[0]).toLowerCase()}`;
    case 'bridge':
      return TIES[group] ?? `The tie: ${group.replaceAll('-', ' ')}`;
    case 'tip':
      return `“${TIP_NAMES[group as keyof typeof TIP_NAMES] ?? group}” was good`;
    case 'length':
      return `Length: ${group}`;
    default:
      return DECISION_WORDS[group as keyof typeof DECISION_WORDS]?.title ?? group;
  }
}

/** What the comparison comes to. */
export function comparedWords({ apart, rate, others }: Comparison): string {
  if (!apart) return 'The difference can be chance.';
  return (rate.share ?? 0) > (others.share ?? 0)
    ? 'Answered more often, and by more than chance would do.'
    : 'Answered less often, and by more than chance would do.';
}

/** How soon answers come, in a sentence; null while none came. */
export function soonWords({ medianDays, curve }: Pick<LogStatistics, 'medianDays' | 'curve'>): string | null {
  const last = curve.at(-1);
  if (last === undefined) return null;
  const days = (time: number) => (time < 1.5 ? 'a day' : `${Math.round(time)} days`);
  if (medianDays !== null) return `Half of your messages are answered within ${days(medianDays)}.`;
  return `${percent(1 - last.waiting)} of your messages are answered within ${days(last.time)}; after that, none was.`;
}

/** "20 calls: 4 answered, 2 said no, 5 came to nothing, 9 you are waiting for". */
export function countWords({ counts }: Pick<LogStatistics, 'counts'>): string {
  const { calls, returned, declined, nothing, open, notFollowed } = counts;
  const parts = [
    [returned, 'answered'],
    [declined, 'said no'],
    [nothing, 'came to nothing'],
    [open, 'you are still waiting for'],
    [notFollowed, 'of which nobody noted what came'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${count.toLocaleString()} ${words}`);
  return `${calls.toLocaleString()} ${calls === 1 ? 'call' : 'calls'}: ${told.join(', ')}.`;
}
