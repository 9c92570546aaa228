import type { Token } from '../tokens/index.ts';
import { type Amount, amountAt } from './amounts.ts';

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
/** Spans of the calendar, a time behind "this", "next" and the like; "last week" stays words, since nobody answers in it. */
const SPANS: ReadonlySet<string> = new Set(
  'week weekend month quarter year term semester morning afternoon evening fortnight spring summer autumn fall winter'.split(' '),
);
const COMING: ReadonlySet<string> = new Set(['this', 'next', 'coming', 'following']);
/** Whole phrases for a bound; more than one word each. */
const PHRASES: readonly (readonly string[])[] = [
  'end of the day,end of day,end of the week,end of the month,end of the quarter,end of the year,end of play,close of business,close of play',
  'end of this week,end of this month,end of next week,end of next month,the weekend,the week is end,month end,year end,half term',
]
  .join(',')
  .split(',')
  .map((phrase) => phrase.split(' '));
/** Words that begin no noun, so that the number before them is an hour or a day and counts nothing. */
const NO_NOUN: ReadonlySet<string> = new Set(
  `a an the my your his her our their this that these those i you he she we they it me us him them and or but so because since if when while
  then to in on at of for from with by before after until till as is are was will would can could should please thanks thank sharp latest today
  tomorrow tonight`.split(/\s+/),
);
/** Words before the hour of a clock without any other sign of it: "leaves at three", "by half six". */
const BEFORE_HOUR: ReadonlySet<string> = new Set(['at', 'by', 'before', 'until', 'till', 'after', 'around', 'about', 'past']);
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
  const phrase = PHRASES.find((words) => words.every((part, k) => normAt(tokens, index + k) === part));
  if (phrase !== undefined) return phrase.length;
  if (COMING.has(word)) return SPANS.has(normAt(tokens, index + 1)) ? 2 : 0;
  if (ORDINAL.test(word)) return ordinalAt(tokens, index, going);
  if (going && PARTS_OF_DAY.has(word)) return 1;
  return clockWords(tokens, index, going);
}

/** Whether a word, lower case, names a day or a month. */
export const isCalendarWord = (word: string): boolean => STRONG.has(word) || WEAK_MONTHS.has(word);

/** Whether a word as it is written names a day or a month: "may" and "march" do with a capital. */
export function writesDay(text: string): boolean {
  const [letters, lower] = [text.replace(/[^\p{L}]/gu, ''), text.toLowerCase().replace(/[^\p{L}]/gu, '')];
  return STRONG.has(lower) || (WEAK_MONTHS.has(lower) && letters !== lower);
}

/** "the fourth of May", "4th May"; an ordinal alone after a day ("Friday the fourth"), and where it counts nothing ("on the ninth, "). */
function ordinalAt(tokens: readonly Token[], index: number, going: boolean): number {
  const of = normAt(tokens, index + 1) === 'of' ? 1 : 0;
  if (isCalendarWord(normAt(tokens, index + 1 + of))) return 2 + of;
  const ofTheMonth = ['of', 'the', 'month'].every((word, k) => normAt(tokens, index + 1 + k) === word);
  if (ofTheMonth) return 1 + 'of the month'.split(' ').length;
  const numeric = /^\d/.test(normAt(tokens, index)) || !RANKS.has(normAt(tokens, index));
  return going || (numeric && normAt(tokens, index - 1) === 'the' && countsNothing(tokens, index + 1)) ? 1 : 0;
}

/** Ordinals that put things in order rather than name a day: "the first, the second". */
const RANKS: ReadonlySet<string> = new Set(['first', 'second', 'third']);

/** Whether what stands at `index` is no noun that the number before it could count. */
function countsNothing(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token === undefined || token.stop || NO_NOUN.has(token.norm);
}

/** "five pm", "half past two", "ten thirty am", and after a day a bare "five". */
function clockWords(tokens: readonly Token[], index: number, going: boolean): number {
  const word = normAt(tokens, index);
  if ((word === 'half' || word === 'quarter') && ['past', 'to'].includes(normAt(tokens, index + 1))) {
    const hour = amountAt(tokens, index + 2);
    return hour === undefined ? 0 : 2 + hour.length;
  }
  if (word === 'half' && BEFORE_HOUR.has(normAt(tokens, index - 1))) {
    const hour = amountAt(tokens, index + 1);
    return hour === undefined || hour.value > HOURS_OF_CLOCK ? 0 : 1 + hour.length;
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
  if (going && normAt(tokens, index - 1) === 'at') return hour.length;
  return isBareHour(tokens, index, hour) ? hour.length : 0;
}

/** "before two", "leaves at three", "by five this afternoon": an hour behind its preposition that counts nothing. */
function isBareHour(tokens: readonly Token[], index: number, { value, length }: Amount): boolean {
  return value > 0 && value <= HOURS_OF_CLOCK && BEFORE_HOUR.has(normAt(tokens, index - 1)) && countsNothing(tokens, index + length);
}
const HOURS_OF_CLOCK = 12;
const LATEST_HOUR = 24;
const MINUTES_PER_HOUR = 60;
