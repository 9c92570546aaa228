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
  const surest = (tag: string): string[] =>
    reading.spans
      .filter((span) => span.tag === tag && !isOther(span))
      .sort((a, b) => Number(isGreeted(a)) - Number(isGreeted(b)) || b.confidence - a.confidence)
      .map((span) => nameOf(span, reading, transcript))
      .filter((name) => name !== '' && !SPELLED.test(name));
  const longest = (names: readonly string[], best: string | undefined): string | null =>
    names.find((name) => best !== undefined && name.length > best.length && name.includes(best)) ?? best ?? null;
  const callers = surest('caller');
  const caller = longest(callers, callers[0]);
  const recipients = surest('recipient').filter((name) => name !== caller);
  return { caller, recipient: longest(recipients, recipients[0]) };
}
