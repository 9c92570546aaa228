import { isPlural, isVerb } from '../../brief/typed/dictionary.ts';
import { articleOf } from '../../brief/typed/person-nouns.ts';
import { isStatement, wholeStatement } from '../../brief/typed/statement.ts';
import { datesInWords } from './dates.ts';
import { isBareThing, withTheArticle } from './subject.ts';

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
  // "call me tomorrow night" would be when to call, where it is the last hour for it.
  if (/^tomorrow (?:night|noon|morning|afternoon|evening|lunch\w*)\b/i.test(phrase)) return `by ${phrase}`;
  return HAS_PREPOSITION.test(phrase) ? phrase : `by ${phrase}`;
}

/** A clause has someone or something that does: "I have to answer", "the board meets". */
const CLAUSE =
  /^(?:I|you|we|they|he|she|it|there|this|that|nobody|everyone)\b|\b(?:is|are|was|were|has|have|had|can|could|will|would|should|must|may|might|does|do|did|need|needs|want|wants|starts?|ends?|closes?|opens?|meets?|go(?:es)?|comes?|leaves?|begins?|expires?|runs?|holds?|moves?|takes?|ends|decides?|happens?|arrives?|[\p{L}]+(?:n[’']t))\b|[’'](?:s|re|ll|ve|m|d)\s/iu;

/** Why it is needed by then: a clause that stands alone, or a thing, with what it is for where it is of the kind that one prepares. */
export type Reason = { clause: string } | { otherwise: string } | { thing: string; purpose?: string };

/** "Friday or it goes to auction": the day, and what happens otherwise; no second day. */
export function orElse(by: string): { by: string; otherwise: string } | undefined {
  const [, day = '', otherwise = ''] =
    /^([^,]+?),? (?:or(?: else)?|otherwise) ((?:it|you|we|I|they|he|she|the|my|your|our)(?:['’]\p{L}+)? .+)$/iu.exec(by) ?? [];
  const [, until = '', fee = ''] = /^(.+?),? or (?:an? |the )?((?:\p{L}+ )?(?:fee|fine|penalty|charge|surcharge))$/iu.exec(by) ?? [];
  if (fee !== '') return { by: until, otherwise: `there will be ${articleOf(fee)} ${fee}` };
  return day !== '' && isStatement(otherwise) ? { by: day, otherwise } : undefined;
}

/** What one loses is what happens otherwise. */
const LOSES = /^(?:I|we|you|he|she|they) (?:will |would |['’]ll )?(?:loses?|miss(?:es)?|forfeits?)\b/i;

/** "the principal signs that day": a verb behind its subject, and what it does it to or when. */
function doesSomething(text: string): boolean {
  const [, verb = ''] =
    /^(?:the|my|our|your|his|her|their) (?:[\p{L}’'-]+ ){0,2}?[\p{L}’'-]*[^s ] (\p{L}{3,})s (?:the|an?|my|our|your|it|them|us|me|that|this|on|at|in|by|then|before|after|soon|up|out|off|today|tomorrow)\b/iu.exec(
      text,
    ) ?? [];
  const [, many = '', plain = ''] =
    /^(?:the|my|our|your|his|her|their) (?:[\p{L}’'-]+ ){0,3}?(\p{L}+s) (\p{L}{3,}) (?:the|an?|my|our|your|it|them|us|me|that|this)\b/iu.exec(
      text,
    ) ?? [];
  if (isPlural(many) && isVerb(plain)) return true;
  return isVerb(verb) || isVerb(`${verb}`.replace(/e$/, ''));
}

/** Things that happen to one: nobody needs an answer "for" them. */
const BEFALLS =
  /\b(?:offers?|illness|sick\w*|delays?|strike|weather|leak|breakdown|accident|problem|emergency|fee|fine|price|increase|cancellation|deadline|cutoff|shortage|storm|complaint|rule|law|mistake|error)\b/i;

const GOING =
  /^((?!(?:I|we|you|he|she|it|they|the|and|of|for)\b)(?:[\p{L}’'-]+ ){0,2}[\p{L}’'-]+) ((?:going|leaving|coming|closing|moving|starting|ending|running|arriving|expiring|waiting|getting|changing|flying|opening)\b.+)$/iu;

/** Its verb stands already. */
const HAS_VERB = /\b(?:is|are|was|were|am|be|been|not|still|just|keeps?|has|have|will|i|we|you|he|she|it|they|who|that)$/i;

/** Reads the reason that was typed after "because". */
export function reasonInWords(because: string): Reason {
  const bare = because
    .trim()
    .replace(/[.\s]+$/, '')
    .replace(/^(?:because(?! of\b)|since|as|cos|cause|reason:?)\s+/i, '');
  // "got another offer": one's own doing, the "I" left out.
  if (/^(?:got|have|had|need|must|will|can['’]t|won['’]t|was|were|lost|sold|found|start|leave|move|fly|close)\b/i.test(bare))
    return { clause: `I ${bare.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())}` };
  if (/^(?:leaving|moving|starting|flying|closing|getting|going|travelling|traveling|away|out)\b/i.test(bare))
    return { clause: `I am ${bare.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())}` };
  const so = /^so (?:that )?(.+)$/i.exec(bare);
  if (so) return { clause: `that way ${so[1]}` };
  // "slates going up on the 1st": the verb cut short.
  const [, who = '', doing = ''] = GOING.exec(bare) ?? [];
  if (who !== '' && !HAS_VERB.test(who))
    return {
      clause: `${isBareThing(who) ? withTheArticle(who, 'other') : who} ${isPlural(who.split(' ').at(-1) ?? '') || /[^s]s$/.test(who) ? 'are' : 'is'} ${doing}`,
    };
  const thing = bare.replace(/^(?:because of|due to|owing to|(?:it['’]?s |it is )?for)\s+/i, '');
  const lowered = (text: string) => text.replace(/^(?:The|My|Our|We|You|They|It|There|A|An)\b/, (word) => word.toLowerCase());
  if (thing === bare && LOSES.test(bare)) return { otherwise: lowered(bare) };
  if (thing === bare && (CLAUSE.test(bare) || isStatement(bare) || doesSomething(bare)))
    return { clause: isStatement(bare) ? wholeStatement(lowered(bare), true) : lowered(bare) };
  // "court timetable": the one that both know.
  if (isBareThing(thing) && !/^(?:another|other|more|less|no) /.test(thing)) return { thing: withTheArticle(thing, 'other') };
  const said = lowered(thing);
  return /^(?:the|my|our|your|his|her|their|an?) /.test(said) && !BEFALLS.test(said) ? { thing: said, purpose: said } : { thing: said };
}
