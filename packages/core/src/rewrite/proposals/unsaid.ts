import type { Message } from '../../documents/message.ts';
import { countOf, PLAIN_WORDS, TIE_WORDS } from './plain-words.ts';

/** What a proposal may say: the words of the person, and the numbers and addresses by which they are reached. */
export interface Sayable {
  /** Everything the person said, as text. */
  text: string;
  /** Digits of each number, with and without the country's. */
  numbers: readonly string[];
  /** Lower case. */
  addresses: readonly string[];
  /** Whether a tie between caller and called was said. */
  hasTie: boolean;
}

interface Token {
  text: string;
  from: number;
}

/** A tie that the reader is less sure of is none. House rule: as likely as not. */
const SURE = 0.5;
/** A number that is said without its country's code is the end of the whole one; fewer digits are only a part. */
const FEWEST_DIGITS = 7;

/** "only" where it says how little is asked; elsewhere it claims something. */
const BOUND_ONLY = /\bonly(?= (?:takes?|have one)\b)/g;
const blank = (words: string): string => ' '.repeat(words.length);

function tokensOf(text: string): Token[] {
  const plain = text.toLowerCase().replaceAll('’', "'").replace(BOUND_ONLY, blank);
  return [...plain.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu)].map((found) => ({ text: found[0], from: found.index }));
}

/** "roles" and "role", "Harbour's" and "Harbour" are one word. */
const stemOf = (word: string) =>
  word
    .replace(/'s$|'$/, '')
    .replace(/(?<=..)(?:ing|ed|es|s)$/, '')
    .replace(/(?<=..)e$/, '');

function sayableWords(text: string): { words: Set<string>; counts: Set<number> } {
  const tokens = tokensOf(text).flatMap(({ text: word }) => [word, ...word.split('-')]);
  const counts = tokens.flatMap((word) => (/^\d+$/.test(word) ? [Number(word)] : (countOf(word) ?? [])));
  return { words: new Set(tokens.map(stemOf)), counts: new Set(counts) };
}

/** Said within the country, a number has a nought before it or nothing in place of the country's code. */
function isReachable(said: string, known: readonly string[]): boolean {
  const digits = said.replace(/^0+/, '');
  return known.some((number) => number === said || (digits.length >= FEWEST_DIGITS && (number.endsWith(digits) || said.endsWith(number))));
}

/** Places of the text that numbers and addresses take, with whether each was said by the person. */
function contactsOf(
  { phoneNumbers, emails }: Pick<Message, 'phoneNumbers' | 'emails'>,
  sayable: Sayable,
): { quote: string; from: number; to: number; known: boolean }[] {
  const places = [
    ...phoneNumbers.map(({ digits, mentions }) => ({ mentions, known: isReachable(digits, sayable.numbers) })),
    ...emails.map(({ address, mentions }) => ({ mentions, known: sayable.addresses.includes(address) })),
  ];
  return places.flatMap(({ mentions, known }) =>
    mentions.map(({ quote, charStart, charEnd }) => ({ quote, from: charStart, to: charEnd, known })),
  );
}

/**
 * What a text says that the person did not: words, numbers, addresses, and a tie where none was given; in the order of the text, each
 * once. Empty when it says nothing new. @param message The text as read.
 */
export function unsaid(text: string, message: Pick<Message, 'moves' | 'phoneNumbers' | 'emails'>, sayable: Sayable): string[] {
  const contacts = contactsOf(message, sayable);
  const { words, counts } = sayableWords(sayable.text);
  const isPlain = (word: string) => PLAIN_WORDS.has(word) || (sayable.hasTie && TIE_WORDS.has(word));
  const isKnown = (word: string): boolean => {
    const count = /^\d+$/.test(word) ? Number(word) : countOf(word);
    if (count !== undefined && count !== 1) return counts.has(count) || words.has(word);
    return isPlain(word) || isPlain(word.replace(/'s$/, '')) || words.has(stemOf(word));
  };
  // A word with a hyphen is said when it is known whole or its parts are: "ten-minute".
  const isSayable = ({ text: word, from }: Token) =>
    contacts.some((place) => from >= place.from && from < place.to) ||
    isKnown(word) ||
    (word.includes('-') && word.split('-').every(isKnown));
  const strange = tokensOf(text).filter((token) => !isSayable(token));
  const ties = sayable.hasTie ? [] : message.moves.filter(({ kind, confidence }) => kind === 'bridge' && confidence > SURE);
  const found = [
    ...strange.map((token) => ({ quote: text.slice(token.from, token.from + token.text.length), from: token.from })),
    ...contacts.filter(({ known }) => !known),
    ...ties.map(({ quote, charStart }) => ({ quote, from: charStart })),
  ];
  return [...new Set(found.sort((a, b) => a.from - b.from).map(({ quote }) => quote))];
}
