import { articleOf } from '../../brief/typed/person-nouns.ts';
import { isStatement } from '../../brief/typed/statement.ts';
import { datesInWords } from './dates.ts';
import { isBareThing } from './subject.ts';

/** Words that date by themselves; all else is dated with "by". */
const HAS_PREPOSITION =
  /^(?:by|before|within|in|no later than|not later than|today|tonight|tomorrow|this|on|at|ahead of|any time before|sometime|over|during|as soon as|soon|next (?:week|month)|first thing)\b/i;
/** "two days", "48 hours": a length of time, within which. */
const LENGTH =
  /^(?:(?:the )?next )?(?:(?:\d+|one|two|three|four|five) ?(?:to|or|-) ?)?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|a few) (?:hours?|days?|weeks?|business days?|working days?)$/i;
const NO_HURRY = /^(?:no (?:rush|hurry|deadline)|none|n\/?a|whenever|any ?time|not urgent|flexible|never|open)$/i;
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^asap$|^as soon as possible$|^urgent(?:ly)?$|^(?:right )?now$|^immediately$|^right away$|^straight ?away$/i, 'as soon as you can'],
  [/^cob$/i, 'the close of business'],
  [/^cob (today|tomorrow)$/i, 'the close of business $1'],
  [/^eod (today|tomorrow)$/i, 'the end of the day $1'],
  [/^(today|tomorrow),? (?:at |by )?(\d.*|noon|midday)$/i, '$2 $1'],
  [/^cob (.+)$/i, 'the close of business on $1'],
  [/^eod (.+)$/i, 'the end of the day on $1'],
  [/^eod$|^end of (?:the )?day$/i, 'the end of the day'],
  [/^eow$|^end of (?:the )?week$/i, 'the end of the week'],
  [/^eom$|^end of (?:the )?month$/i, 'the end of the month'],
  [/^end of (?!the\b|this\b|next\b|\p{Lu})/iu, 'the end of '],
  [/^(end of .+)$/i, 'the $1'],
  [/^(close of business|weekend|fifth|first|\d+(?:st|nd|rd|th)(?: of .+)?)$/i, 'the $1'],
];

/**
 * When the answer is needed, as it follows a verb: "by Thursday at noon", "within two days"; undefined for no hurry, and for figures that could be
 * either of two days. Days in figures are read in the order of `region`, an ISO 3166 country.
 */
export function deadlineInWords(by: string, region: string): string | undefined {
  const plain = datesInWords(by, region)?.replace(/[.!\s]+$/, '');
  if (plain === undefined || NO_HURRY.test(plain)) return undefined;
  const [short, long] = SHORT.find(([pattern]) => pattern.test(plain)) ?? [/$^/, ''];
  const spelled = plain.replace(short, long);
  const lowered = spelled.replace(
    /^(?:By|Before|Within|In|No|Not|Until|Till|Today|Tonight|Tomorrow|This|On|At|The|Ahead|Next|End|As|Soon|First|Any|Some\w*|Over|During|A|An|Two|Three)\b/,
    (word) => word.toLowerCase(),
  );
  // "until Thursday" is how long there is, "by Thursday" when the answer is needed.
  // "2": an hour, and no day.
  const phrase = lowered.replace(/^(?:until|till)\b/, 'by').replace(/^(?:by )?(1[0-2]|[1-9])$/, "by $1 o'clock");
  if (LENGTH.test(phrase.replace(/^in (?=\S+ (?:hours?|days?|weeks?)$)/, '')))
    return `within ${phrase.replace(/^in /, '').replace(/^next/, 'the next')}`;
  // "call me this Friday", "call me tomorrow night" would be when to call, where it is the last hour for it.
  if (/^this \p{L}+day\b/iu.test(phrase)) return `by ${phrase}`;
  if (/^(?:tomorrow|today) (?!at\b|by\b|before\b|or\b|if\b|please\b)\p{L}/iu.test(phrase)) return `by ${phrase}`;
  // "AGM on Saturday", "board meeting": the one that both know.
  const [, event = '', rest = ''] =
    /^(?:by |before )?(\p{Lu}{3,}|\p{Ll}[\p{Ll} ]*\p{Ll})((?: (?:on|in|at|this|next) .+)?)$/u.exec(phrase) ?? [];
  if (/^\p{Lu}{3,}$/u.test(event) || (isBareThing(event) && !HAS_PREPOSITION.test(event)))
    return `${/^before /.test(phrase) ? 'before' : 'by'} the ${event}${rest}`;
  return HAS_PREPOSITION.test(phrase) ? phrase : `by ${phrase}`;
}

/** "Friday or it goes to auction": the day, and what happens otherwise; no second day. */
export function orElse(by: string): { by: string; otherwise: string } | undefined {
  const [, day = '', otherwise = ''] =
    /^([^,]+?),? (?:or(?: else)?|otherwise) ((?:it|you|we|I|they|he|she|the|my|your|our)(?:['’]\p{L}+)? .+)$/iu.exec(by) ?? [];
  const [, until = '', fee = ''] = /^(.+?),? or (?:an? |the )?((?:\p{L}+ )?(?:fee|fine|penalty|charge|surcharge))$/iu.exec(by) ?? [];
  if (fee !== '') return { by: until, otherwise: `there will be ${articleOf(fee)} ${fee}` };
  return day !== '' && isStatement(otherwise) ? { by: day, otherwise } : undefined;
}
