import type { Message } from '../documents/message.ts';
import type { Transcript } from '../documents/transcript.ts';
import type { ReadSpan, TextReading } from './reader/index.ts';

/** What may hang on a name as said: a possessive, stops. */
const AROUND = /^[\s,.!?'’"-]+|(?:['’]s)?[\s,.!?'’"-]+$|['’]s$/g;

/** Words of an opening that may be read with the name behind them, where there are no capitals and stops. */
const OPENING = /^(?:(?:good|morning|afternoon|evening|hello|hi|hiya|howya|hey|dear|respected|mister(?= mr))\s+)+/i;

/** What stands behind the whole of a name: "Dwight [with the county]". */
const BEHIND_NAMES: ReadonlySet<string> = new Set(['from', 'with', 'at', 'over', 'here', 'calling']);

/** What stands before the name of who is called. */
const GREETINGS: ReadonlySet<string> = new Set(['hi', 'hey', 'hello', 'hiya', 'yo', 'dear']);

/** One letter by itself, or three and more as a name is spelled: "T-O-D-D". Two are initials. */
const SPELLED = /^\p{L}(?:(?:[\s.,-]+\p{L}){2,})?$/u;

/** The name as said; where a hesitation was left out of it, the part before. */
function nameOf({ first, last }: ReadSpan, { tokens }: TextReading, { text }: Transcript): string {
  let end = tokens[first]?.charEnd ?? 0;
  for (let index = first + 1; index <= last; index++) {
    const token = tokens[index];
    if (token === undefined || BEHIND_NAMES.has(token.norm) || /\p{L}/u.test(text.slice(end, token.charStart))) break;
    end = Math.max(end, token.charEnd);
  }
  return text
    .slice(tokens[first]?.charStart ?? 0, end)
    .replace(AROUND, '')
    .replace(OPENING, '')
    .replace(/\s+/g, ' ');
}

/** Letters said one by one behind a word that make it a name being spelled. House rule. */
const FEWEST_LETTERS = 3;

/** Whether letters stand behind a name one by one: it is their first as it was heard ("my name is Felty, O, D, D"). */
function isSpelledBehind({ last }: ReadSpan, { tokens }: TextReading): boolean {
  const behind = tokens.slice(last + 1).filter(({ stop }) => !stop);
  return behind.length >= FEWEST_LETTERS && behind.slice(0, FEWEST_LETTERS).every(({ norm }) => /^\p{L}$/u.test(norm));
}

/** The name behind "this is", as it is written with capitals. */
function introduced({ tokens }: TextReading, { text }: Transcript): string | undefined {
  const at = tokens.findIndex(({ norm, capital }, index) => norm === 'is' && tokens[index - 1]?.norm === 'this' && !capital);
  if (at < 0) return undefined;
  const end = tokens.findIndex(({ capital }, index) => index > at && !capital);
  const [first, last] = [tokens[at + 1], tokens[(end < 0 ? tokens.length : end) - 1]];
  return first?.capital === true && last !== undefined ? text.slice(first.charStart, last.charEnd) : undefined;
}

/** Who calls and who is called: the surest names read, or null. A name is never both, and letters that spell one are none. */
export function peopleOfReading(reading: TextReading, transcript: Transcript): Message['people'] {
  const norm = (at: number): string => reading.tokens[at]?.norm ?? '';
  /** "For Catherine", "Marcus's mum", "looking for Roberta?", "hey Marcus": somebody else than the caller. */
  const isOther = ({ tag, first, last }: ReadSpan): boolean =>
    tag === 'caller' &&
    (norm(first - 1) === 'for' ||
      norm(last) === "'s" ||
      norm(last + 1) === "'s" ||
      norm(last + 2) === "'s" ||
      norm(last + 1) === '?' ||
      (GREETINGS.has(norm(first - 1)) && !BEHIND_NAMES.has(norm(last + 1))));
  /** "Hello, Professor Lee. Ann Roe here": the name that is greeted, where there is another. */
  const isGreeted = ({ tag, first }: ReadSpan): boolean => tag === 'caller' && norm(first - 1) === ',' && GREETINGS.has(norm(first - 2));
  const isName = (span: ReadSpan): boolean => !isOther(span) && !isSpelledBehind(span, reading);
  const surest = (tag: string): string[] =>
    reading.spans
      .filter((span) => span.tag === tag && isName(span))
      .sort((a, b) => Number(isGreeted(a)) - Number(isGreeted(b)) || b.confidence - a.confidence)
      .map((span) => nameOf(span, reading, transcript))
      .filter((name) => name !== '' && !SPELLED.test(name));
  const longest = (names: readonly string[], best: string | undefined): string | null =>
    names.find((name) => best !== undefined && name.length > best.length && name.includes(best)) ?? best ?? null;
  const callers = surest('caller');
  const isSpelled = reading.spans.some((span) => span.tag === 'caller' && isSpelledBehind(span, reading));
  const caller = (isSpelled ? introduced(reading, transcript) : undefined) ?? longest(callers, callers[0]);
  const recipients = surest('recipient').filter((name) => name !== caller && caller?.startsWith(`${name} `) !== true);
  return { caller, recipient: longest(recipients, recipients[0]) };
}
