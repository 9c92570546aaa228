import {
  DIGIT_WORDS,
  MULTIPLIER_WORDS,
  PLURAL_DIGIT_WORDS,
  SOUNDALIKE_DIGITS,
  TEEN_WORDS,
  TENS_WORDS,
} from '../spoken-numbers/number-words.ts';
import type { Token } from '../spoken-numbers/tokens.ts';
import type { Atom } from './atom.ts';

/** Digits said as words, up to `tokenEnd`; no digits when the words are a quantity or belong to something else. */
export interface Spoken {
  digits: string;
  tokenEnd: number;
}

const ORDINALS = new Set(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'half']);
const QUANTITIES = new Set(['million', 'billion', 'dozen', 'percent']);

/** A digit as a word, a letter "o" or one written digit. */
function digitAt(token: Token | undefined): string | undefined {
  if (!token) return undefined;
  if (token.kind === 'digits') return token.text.length === 1 ? token.text : undefined;
  const value = DIGIT_WORDS.get(token.text);
  return value === undefined ? undefined : String(value);
}

/** The next token, past one hyphen. */
function pastHyphen(tokens: readonly Token[], index: number): number {
  return tokens[index]?.text === '-' && !tokens[index]?.spaced ? index + 1 : index;
}

/** Whether the token could begin digits: used to tell "to" from "two". */
export function beginsDigits(token: Token | undefined): boolean {
  if (!token) return false;
  if (token.kind === 'digits') return true;
  return DIGIT_WORDS.has(token.text) || TEEN_WORDS.has(token.text) || TENS_WORDS.has(token.text) || MULTIPLIER_WORDS.has(token.text);
}

/** Reads digits in words at `index`; null when the word there is no number word. */
export function readSpoken(tokens: readonly Token[], index: number): Spoken | null {
  const read = multiplied(tokens, index) ?? plural(tokens, index) ?? cardinal(tokens, index) ?? single(tokens, index);
  if (!read) return null;
  return isPartOfOther(tokens, index, read.tokenEnd) ? { digits: '', tokenEnd: read.tokenEnd } : read;
}

/** "double five", "triple-oh", "treble 5"; also "double double five". */
function multiplied(tokens: readonly Token[], index: number): Spoken | null {
  const times = MULTIPLIER_WORDS.get(tokens[index]?.text ?? '');
  if (times === undefined) return null;
  const next = pastHyphen(tokens, index + 1);
  const digit = digitAt(tokens[next]);
  return digit === undefined ? null : { digits: digit.repeat(times), tokenEnd: next + 1 };
}

/** "three fives". */
function plural(tokens: readonly Token[], index: number): Spoken | null {
  const times = Number(digitAt(tokens[index]) ?? 0);
  const digit = PLURAL_DIGIT_WORDS.get(tokens[index + 1]?.text ?? '');
  return digit === undefined || times < 2 || times > 4 ? null : { digits: String(digit).repeat(times), tokenEnd: index + 2 };
}

/** "nineteen", "sixty-two", "eight hundred", "thirteen hundred", "five thousand". */
function cardinal(tokens: readonly Token[], index: number): Spoken | null {
  const word = tokens[index]?.text ?? '';
  let value = TEEN_WORDS.get(word) ?? TENS_WORDS.get(word);
  let end = index + 1;
  if (TENS_WORDS.has(word)) {
    const next = pastHyphen(tokens, end);
    const unit = tokens[next]?.kind === 'word' ? Number(digitAt(tokens[next]) ?? 0) : 0;
    if (unit > 0 && plural(tokens, next) === null) {
      value = (value ?? 0) + unit;
      end = next + 1;
    }
  }
  const digit = digitAt(tokens[index]);
  if (value === undefined && digit !== undefined && digit !== '0') value = Number(digit);
  if (value === undefined) return null;
  const scale = tokens[pastHyphen(tokens, end)]?.text;
  if (scale === 'hundred') return { digits: `${value}00`, tokenEnd: pastHyphen(tokens, end) + 1 };
  if (scale === 'thousand' && value < 10) return { digits: `${value}000`, tokenEnd: pastHyphen(tokens, end) + 1 };
  return end === index + 1 && value < 10 ? null : { digits: String(value), tokenEnd: end };
}

function single(tokens: readonly Token[], index: number): Spoken | null {
  const token = tokens[index];
  const digit = token?.kind === 'word' ? digitAt(token) : undefined;
  if (digit === undefined || !token) return null;
  // In a spelled name ("C H O") the letter is a letter.
  if (token.text === 'o' && (isLetter(tokens[pastMark(index - 1, tokens, -1)]) || isConsonant(tokens[pastMark(index + 1, tokens, 1)]))) {
    return { digits: '', tokenEnd: index + 1 };
  }
  return { digits: digit, tokenEnd: index + 1 };
}

function pastMark(index: number, tokens: readonly Token[], step: 1 | -1): number {
  return tokens[index]?.text === '-' || tokens[index]?.text === '.' ? index + step : index;
}

const isLetter = (token: Token | undefined): boolean => token?.kind === 'word' && token.text.length === 1 && token.text !== 'o';

/** "o I mean": "a" and "I" after it are words of their own. */
const isConsonant = (token: Token | undefined): boolean => isLetter(token) && token?.text !== 'i' && token?.text !== 'a';

/** "five-minute", "one-on-one", "twenty third", "two million", "nine hundred and eighty". */
function isPartOfOther(tokens: readonly Token[], start: number, end: number): boolean {
  const after = tokens[end];
  if (after?.kind === 'word' && (ORDINALS.has(after.text) || QUANTITIES.has(after.text))) return true;
  const joined = tokens[end + 1];
  if (after?.text === '-' && !after.spaced && joined?.kind === 'word' && !joined.spaced && !beginsDigits(joined)) return true;
  if (after?.text === 'and' && isScale(tokens[end - 1]) && beginsDigits(tokens[end + 1])) return true;
  const before = tokens[start - 1];
  const beyond = tokens[start - 2];
  if (
    before?.text === '-' &&
    !before.spaced &&
    !tokens[start]?.spaced &&
    beyond?.kind === 'word' &&
    !beginsDigits(beyond) &&
    !isScale(beyond)
  )
    return true;
  return before?.text === 'and' && isScale(beyond);
}

const isScale = (token: Token | undefined): boolean => token?.text === 'hundred' || token?.text === 'thousand';

/** A word that sounds like a digit, taken as one only beside digits. */
export function readSoundalike(tokens: readonly Token[], index: number, afterDigits: boolean): Spoken | null {
  const digit = SOUNDALIKE_DIGITS.get(tokens[index]?.text ?? '');
  if (digit === undefined) return null;
  const next = tokens[index + 1]?.kind === 'mark' ? tokens[index + 2] : tokens[index + 1];
  return afterDigits || beginsDigits(next) ? { digits: String(digit), tokenEnd: index + 1 } : null;
}

/** Makes the atom for digits said as words. */
export function spokenAtom(tokens: readonly Token[], tokenStart: number, spoken: Spoken, soundalike: boolean): Atom {
  return {
    digits: spoken.digits,
    tokenStart,
    tokenEnd: spoken.tokenEnd,
    charStart: tokens[tokenStart]?.charStart ?? 0,
    charEnd: tokens[spoken.tokenEnd - 1]?.charEnd ?? 0,
    style: 'spoken',
    soundalike,
    plus: false,
    bracketed: false,
  };
}
