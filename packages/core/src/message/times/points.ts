import type { Token } from '../tokens/index.ts';
import { amountAt } from './amounts.ts';

const DAYS =
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri sat today tonight tomorrow noon midday midnight';
const MONTHS = 'january february april june july august september october november december jan feb apr jun jul aug sep sept oct nov dec';
/** Words that name a time by themselves. */
const STRONG: ReadonlySet<string> = new Set(`${DAYS} ${MONTHS}`.split(' '));
/** Months that are words as well: a time only beside a day of the month. */
const WEAK_MONTHS: ReadonlySet<string> = new Set(['may', 'march']);
/** Words that go on with a time and begin none: "Friday afternoon", "three in the afternoon". */
const PARTS_OF_DAY: ReadonlySet<string> = new Set([
  'morning',
  'afternoon',
  'evening',
  'night',
  'lunchtime',
  'am',
  'pm',
  'oclock',
  'sharp',
  'noon',
]);
const CLOCK_ENDS: ReadonlySet<string> = new Set(['am', 'pm', 'oclock']);
/** Words inside a time: "Friday at five", "the fourth of May", "half past three", "three in the afternoon". */
const INSIDE: ReadonlySet<string> = new Set(['at', 'of', 'the', 'in', 'on', 'past', 'half', 'quarter', 'to', 'thirty', 'fifteen', ',']);
const MOST_INSIDE = 2;
const ORDINAL = /^(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|[a-z]+teen|[a-z]+tie)th)$/;
const CLOCK = /^\d{1,2}[:.]\d\d(?:am|pm)?$|^\d{1,2}(?:am|pm)$/;
const DATE = /^\d{1,2}\/\d{1,2}(?:\/\d{2,4})?$/;

const normAt = (tokens: readonly Token[], index: number): string => tokens[index]?.norm ?? '';

/** Tokens of the point in time that starts at `index` ("Thursday at five", "the third of March", "half past two"); 0 when none does. */
export function pointAt(tokens: readonly Token[], index: number): number {
  const first = pieceAt(tokens, index, false);
  if (first === 0) return 0;
  let end = index + first;
  for (;;) {
    let inside = 0;
    while (inside < MOST_INSIDE && INSIDE.has(normAt(tokens, end + inside))) inside++;
    const next = pieceAt(tokens, end + inside, true);
    if (next === 0 || (inside > 0 && normAt(tokens, end) === ',' && !STRONG.has(normAt(tokens, end + inside)))) return end - index;
    end += inside + next;
  }
}

/** One piece of a time: a day, a month with its day, a clock time; `going` when a piece stands before it, so that a bare number may follow. */
function pieceAt(tokens: readonly Token[], index: number, going: boolean): number {
  const word = normAt(tokens, index);
  if (STRONG.has(word) || CLOCK.test(word) || DATE.test(word)) return 1;
  if (WEAK_MONTHS.has(word)) return ORDINAL.test(normAt(tokens, index + 1)) || /^\d{1,2}$/.test(normAt(tokens, index + 1)) ? 2 : 0;
  if (ORDINAL.test(word)) return ordinalAt(tokens, index, going);
  if (going && PARTS_OF_DAY.has(word)) return 1;
  return clockWords(tokens, index, going);
}

const isMonth = (word: string): boolean => STRONG.has(word) || WEAK_MONTHS.has(word);

/** "the fourth of May", "4th May"; after a day ("Friday the fourth") an ordinal alone. */
function ordinalAt(tokens: readonly Token[], index: number, going: boolean): number {
  const of = normAt(tokens, index + 1) === 'of' ? 1 : 0;
  if (isMonth(normAt(tokens, index + 1 + of))) return 2 + of;
  return going ? 1 : 0;
}

/** "five pm", "half past two", "ten thirty am", and after a day a bare "five". */
function clockWords(tokens: readonly Token[], index: number, going: boolean): number {
  const word = normAt(tokens, index);
  if ((word === 'half' || word === 'quarter') && ['past', 'to'].includes(normAt(tokens, index + 1))) {
    const hour = amountAt(tokens, index + 2);
    return hour === undefined ? 0 : 2 + hour.length;
  }
  const hour = amountAt(tokens, index);
  if (hour === undefined || hour.value > LATEST_HOUR) return 0;
  const minutes = amountAt(tokens, index + hour.length);
  const length =
    hour.length +
    (minutes !== undefined && minutes.value < MINUTES_PER_HOUR && CLOCK_ENDS.has(normAt(tokens, index + hour.length + minutes.length))
      ? minutes.length
      : 0);
  if (CLOCK_ENDS.has(normAt(tokens, index + length))) return length + 1;
  return going && normAt(tokens, index - 1) === 'at' ? hour.length : 0;
}
const LATEST_HOUR = 24;
const MINUTES_PER_HOUR = 60;
