/** Languages whose months and weekdays people type among English words. */
const LANGUAGES = ['fr', 'de', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'pl'] as const;
/** Names of the months, January first. */
export const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS_OF_WEEK = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
/** Days of the months of a leap year. */
const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Where the month is written before the day. */
const MONTH_FIRST = new Set(['US', 'PH']);
/** Where either is: nothing tells which is meant. */
const EITHER_FIRST = new Set(['CA']);

/** Words of other languages for "before" at the head of a date; all others are left out. */
const BEFORE = /^(?:avant|antes|vor|prima|voor|före|før|przed)(?!\p{L})/iu;

const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** The place of a month or a weekday among its fellows, by its name in another language than English; -1 where it has none. */
function placeIn(kind: 'month' | 'weekday', name: string): number {
  const count = kind === 'month' ? ENGLISH_MONTHS.length : DAYS_OF_WEEK.length;
  // The first of January 2023 was a Sunday.
  const dates = Array.from(
    { length: count },
    (_, place) => new Date(Date.UTC(2023, kind === 'month' ? place : 0, kind === 'month' ? 15 : 1 + place)),
  );
  for (const language of LANGUAGES) {
    const format = new Intl.DateTimeFormat(language, { [kind]: 'long', day: kind === 'month' ? 'numeric' : undefined, timeZone: 'UTC' });
    const place = dates.findIndex((date) =>
      format.formatToParts(date).some((part) => part.type === kind && plain(part.value) === plain(name)),
    );
    if (place >= 0) return place;
  }
  return -1;
}

function ordinal(day: number): string {
  const ending = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
}

/** A day as the country says it: "March 15th" in North America, "the 15th of March" elsewhere. */
function dayInWords(day: number, month: number, region: string): string | undefined {
  if (day < 1 || day > (LONGEST_MONTH[month - 1] ?? 0)) return undefined;
  const name = ENGLISH_MONTHS[month - 1] ?? '';
  return MONTH_FIRST.has(region) || EITHER_FIRST.has(region) ? `${name} ${ordinal(day)}` : `the ${ordinal(day)} of ${name}`;
}

/** "30/11", "31.10.", "12-4-26", "2026-11-30" as one date in figures. */
const FIGURES =
  /(?<![\d/.:-])(?:the )?(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})([/.-])(\d{1,2})(?:(?:\5)(?:\d{4}|\d{2})|\.)?)(?![\d/:]|\.\d|-\d| ?(?:am|pm|a\.m|p\.m|o['’]clock|h\b|hrs?\b|uhr\b|days?\b|weeks?\b|hours?\b))/giu;

/** Whether figures are a date and not a time, "2.30 on Friday", or a span, "2-3 days". */
const isDate = (text: string, mark: string) =>
  mark === '/' ||
  (mark === '.' && !/\b(?:at|\p{L}+day|today|tomorrow|tonight|noon)\b/iu.test(text)) ||
  (mark === '-' && /^\D*\d{1,2}-\d{1,2}(?:-\d{2,4})?\D*$/.test(text));

function figuresInWords(text: string, region: string): string | undefined {
  let unsure = false;
  const said = text.replace(FIGURES, (whole, year, isoMonth, isoDay, one, mark, other) => {
    if (year !== undefined) return dayInWords(Number(isoDay), Number(isoMonth), region) ?? whole;
    if (!isDate(text, mark)) return whole;
    const [first, second] = [Number(one), Number(other)];
    const dayFirst = dayInWords(first, second, region);
    const monthFirst = dayInWords(second, first, region);
    if (dayFirst && monthFirst && first !== second && mark !== '.' && EITHER_FIRST.has(region)) unsure = true;
    return (mark !== '.' && MONTH_FIRST.has(region) ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst)) ?? whole;
  });
  return unsure ? undefined : said;
}

/** "le 1er avril", "antes del 10 de mayo", "bis zum 3. Mai". */
const FOREIGN_DAY =
  /^((?:\p{L}[\p{L}’']* ){0,4})(\d{1,2})(?:er|re|e|\.|º|°|ª|:e)? (?:(?:de|di|do|of) |d[’'])?(\p{L}{3,})\.?(?: (?:de |del )?\d{4})?$/iu;
/** "vendredi", "bis Freitag", "antes del lunes". */
const FOREIGN_WEEKDAY = /^((?:\p{L}[\p{L}’']* ){0,4})(\p{L}{4,}(?:-feira)?)$/iu;

function foreignInWords(text: string, region: string): string | undefined {
  const [, lead = '', day = '', name = ''] = FOREIGN_DAY.exec(text) ?? [];
  const own = ENGLISH_MONTHS.some((month) => month.toLowerCase() === name.toLowerCase());
  // "1. April", "le 3 september": an English name in a date of another language.
  const isEnglish = own && /^(?:(?:by|before|the|on|until|not later than|no later than) )*$/i.test(lead) && !/\d\. /.test(text);
  const before = /^before\b/i.test(lead) || BEFORE.test(lead.replace(/^by /i, '')) ? 'before ' : '';
  if (day !== '' && !isEnglish) {
    const month = own ? ENGLISH_MONTHS.findIndex((one) => one.toLowerCase() === name.toLowerCase()) : placeIn('month', name);
    const said = month < 0 ? undefined : dayInWords(Number(day), month + 1, region);
    if (said) return before + said;
  }
  const [, words = '', weekday = ''] = FOREIGN_WEEKDAY.exec(text) ?? [];
  const place = weekday === '' || /day$/i.test(weekday) ? -1 : placeIn('weekday', weekday);
  if (place < 0) return undefined;
  return `${/^before\b/i.test(words) || BEFORE.test(words.replace(/^by /i, '')) ? 'before ' : ''}${DAYS_OF_WEEK[place]}`;
}

/** Short forms of days and hours in a message. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\b(?:tmrw|tmr|tomoz|tomorow|tommorow|tommorrow|2moro)\b/gi, 'tomorrow'],
  [/\b(tomorrow|today|this|\p{L}+day) a\.?m\.?$/giu, '$1 morning'],
  [/\b(tomorrow|today|\p{L}+day) p\.?m\.?$/giu, '$1 afternoon'],
  [/^this p\.?m\.?$/gi, 'this afternoon'],
  [/\btoday morning\b/gi, 'this morning'],
  [/\btoday afternoon\b/gi, 'this afternoon'],
];
const SHORT_MONTH = /\b(\d{1,2}(?:st|nd|rd|th)?) (?:of )?(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?/giu;
const monthOf = (short: string) => ENGLISH_MONTHS.find((name) => name.toLowerCase().startsWith(short.slice(0, 3).toLowerCase())) ?? short;
/** "1st September": the day with its ending is said with "the" and "of". */
const DAY_OF_MONTH = new RegExp(`(?<!the )\\b(\\d{1,2}(?:st|nd|rd|th)) (${ENGLISH_MONTHS.join('|')})\\b`, 'g');

/**
 * A time as it was typed, with what nobody could say put in words: days in figures in the order of `region` (an ISO 3166 country), days in other
 * languages, short forms. Undefined where figures could be either of two days.
 */
export function datesInWords(typed: string, region: string): string | undefined {
  const text = SHORT.reduce((now, [short, long]) => now.replace(short, long), typed.trim())
    .replace(SHORT_MONTH, (_, day: string, month: string) => `${day} ${monthOf(month)}`)
    .replace(DAY_OF_MONTH, 'the $1 of $2');
  return (
    foreignInWords(text.replace(/[.!\s]+$/, ''), region) ?? figuresInWords(text, region)?.replace(/^(by|before|on) (?:by|on) /i, '$1 ')
  );
}
