import { DIGIT_WORDS, MULTIPLIER_WORDS, TEEN_WORDS, TENS_WORDS } from '../spoken-numbers/number-words.ts';
import type { Token } from '../spoken-numbers/tokens.ts';
import type { Atom } from './atom.ts';

/** Words that may touch digits without a blank: "x12", "ext12". */
export const EXTENSION_WORDS: ReadonlySet<string> = new Set(['x', 'ext', 'extn', 'extension']);

/** Signs that make the digits beside them something other than a phone number: prices, shares, handles, tags. */
const FOREIGN_SIGNS = new Set(['$', '£', '€', '₹', '#', '@', '&', '=', '*', '_', '%', '<', '>', '~']);

/** Digits from which a row in groups is a whole telephone number: an area code, an exchange and a line. */
const WHOLE_NUMBER_DIGITS = 10;

/** What people say right after a number: a recogniser joins it to the number by a hyphen ("808-555-0142-thank you"). */
const SAID_NEXT = new Set(['thank', 'thanks', 'again', 'bye', 'goodbye', 'cheers', 'please', 'and', 'or', 'call']);

/** What is written at a token: atoms, or digits that are no part of a phone number, up to `tokenEnd`. */
export interface Written {
  atoms: Atom[];
  tokenEnd: number;
}

const isNumberWord = (word: string): boolean =>
  DIGIT_WORDS.has(word) ||
  TEEN_WORDS.has(word) ||
  TENS_WORDS.has(word) ||
  MULTIPLIER_WORDS.has(word) ||
  word === 'hundred' ||
  word === 'thousand';

/** Reads the digits at `index` together with all that is joined to them without a blank. */
export function readWritten(tokens: readonly Token[], index: number): Written {
  const chain = [index];
  let separator = '';
  for (let next = index + 1; next + 1 < tokens.length; next += 2) {
    const mark = tokens[next];
    const digits = tokens[next + 1];
    if (mark?.kind !== 'mark' || mark.spaced || mark.charEnd - mark.charStart > 1 || digits?.kind !== 'digits' || digits.spaced) break;
    if (!'-.,:/'.includes(mark.text)) break;
    // "415.555-0142", "415/555-0142": mixed separators are hyphens, unless they could be a date or a time.
    if (separator !== '' && mark.text !== separator && !(mayMix(mark.text, separator) && tokens[index]?.text.length === 3)) break;
    separator = separator === '' || separator === mark.text ? mark.text : '-';
    chain.push(next + 1);
  }
  const tokenEnd = (chain.at(-1) ?? index) + 1;
  const parts = chain.map((at) => tokens[at]?.text ?? '');
  if (touchesOther(tokens, index, tokenEnd) || !isPhoneShape(parts, separator)) return { atoms: [], tokenEnd };
  if (separator === ',' && isThousands(parts)) {
    return { atoms: [writtenAtom(tokens, index, tokenEnd, parts.join(''), 'thousands')], tokenEnd };
  }
  if (separator === '.' && isDecimalRow(parts)) {
    return { atoms: [writtenAtom(tokens, index, tokenEnd, parts.join(''), 'written')], tokenEnd };
  }
  return { atoms: chain.map((at) => writtenAtom(tokens, at, at + 1, tokens[at]?.text ?? '', 'written')), tokenEnd };
}

const mayMix = (one: string, other: string): boolean => '-./'.includes(one) && '-./'.includes(other);

function writtenAtom(tokens: readonly Token[], tokenStart: number, tokenEnd: number, digits: string, style: Atom['style']): Atom {
  const before = tokens[tokenStart - 1];
  const after = tokens[tokenEnd];
  return {
    digits,
    tokenStart,
    tokenEnd,
    charStart: tokens[tokenStart]?.charStart ?? 0,
    charEnd: tokens[tokenEnd - 1]?.charEnd ?? 0,
    style,
    soundalike: false,
    plus: false,
    bracketed: before?.text === '(' && after?.text === ')',
  };
}

/** "B12", "4th", "$5", "5%", "COVID-19", "30-minute": digits that belong to something else. */
function touchesOther(tokens: readonly Token[], start: number, end: number): boolean {
  const before = tokens[start - 1];
  const first = tokens[start];
  if (before && first && !first.spaced) {
    if (before.kind === 'word' && !EXTENSION_WORDS.has(before.text)) return true;
    if (FOREIGN_SIGNS.has(before.text) || before.text === '/' || before.text === ':') return true;
    const beyond = tokens[start - 2];
    if (before.text === '-' && !before.spaced && beyond?.kind === 'word' && !isNumberWord(beyond.text) && !EXTENSION_WORDS.has(beyond.text))
      return true;
  }
  // "$ 5" with a blank is a price as well.
  if (before && '$£€₹'.includes(before.text)) return true;
  const after = tokens[end];
  if (!after) return false;
  if (after.text === '%') return true;
  if (after.spaced) return false;
  if (after.kind === 'word') return !EXTENSION_WORDS.has(after.text);
  const beyond = tokens[end + 1];
  if (isWholeNumber(tokens, start, end) && beyond !== undefined && SAID_NEXT.has(beyond.text)) return false;
  return after.text === '-' && beyond?.kind === 'word' && !beyond.spaced && !isNumberWord(beyond.text) && !EXTENSION_WORDS.has(beyond.text);
}

/** Whether the digits are three groups or more of ten digits or more, joined by hyphens. */
function isWholeNumber(tokens: readonly Token[], start: number, end: number): boolean {
  const digits = tokens.slice(start, end).filter(({ kind }) => kind === 'digits');
  return digits.length >= 3 && digits.reduce((sum, { text }) => sum + text.length, 0) >= WHOLE_NUMBER_DIGITS;
}

const isYear = (part: string): boolean => /^(?:1[89]\d|20[0-4])\d$/.test(part);

const isThousands = (parts: readonly string[]): boolean =>
  parts.length > 1 && /^[1-9]\d{0,2}$/.test(parts[0] ?? '') && parts.slice(1).every((part) => part.length === 3);

/** Whether digits joined by one separator can be (part of) a phone number: not a time, a date, a share, an address of a machine. */
function isPhoneShape(parts: readonly string[], separator: string): boolean {
  if (parts.some((part) => part === '')) return false;
  if (separator === '') return true;
  if (separator === ':') return false;
  if (separator === '/') return /^0\d{2,4}$/.test(parts[0] ?? '') && parts.length === 2 && (parts[1] ?? '').length >= 6;
  const lengths = parts.map((part) => part.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (isDateOrCode(parts, lengths, separator)) return false;
  if (separator === '.') {
    if (parts.length === 2) return total >= 7 && (Math.min(...lengths) >= 3 || isDecimalRow(parts));
    return !(parts.length === 4 && parts.every((part) => part.length <= 3 && Number(part) <= 255));
  }
  // "5-7", "10-15", "9,30": a range or a list.
  return parts.length > 2 || Math.max(...lengths) > 2;
}

/** Digits after the dot: nobody leaves a machine a fraction this long. House rule. */
const LONGEST_FRACTION = 7;

/** "9.075550182": a recogniser took digits said one by one for a decimal; its dot sets nothing apart. */
const isDecimalRow = (parts: readonly string[]): boolean => parts.length === 2 && (parts[1] ?? '').length > LONGEST_FRACTION;

/** Dates (2026-05-12, 12-05-2026), spans of years (1998-2004), social security (3-2-4) and ZIP+4 (5-4) shapes. */
function isDateOrCode(parts: readonly string[], lengths: readonly number[], separator: string): boolean {
  if (separator === ',') return false;
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 2) return (isYear(first) && (isYear(second) || second.length === 2)) || (lengths[0] === 5 && lengths[1] === 4);
  if (parts.length !== 3) return false;
  if (isYear(first) && second.length <= 2 && third.length <= 2) return true;
  if (first.length <= 2 && second.length <= 2 && (isYear(third) || third.length <= 2)) return true;
  return lengths[0] === 3 && lengths[1] === 2 && lengths[2] === 4;
}
