import { DIGIT_WORDS, TEEN_WORDS, TENS_WORDS } from '../spoken-numbers/number-words.ts';
import type { Token } from '../spoken-numbers/tokens.ts';

/** A piece of an address: a word, a spelled letter, digits, or a separator said or written. */
export interface Piece {
  kind: 'word' | 'letter' | 'digits' | 'separator';
  text: string;
  /** First token, and the one after the last. */
  start: number;
  end: number;
}

const SEPARATOR_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({ dot: '.', period: '.', point: '.', underscore: '_', dash: '-', hyphen: '-', minus: '-', plus: '+', apostrophe: '' }),
);

/** Letters by name in the NATO alphabet; only taken as letters in a row. */
const NATO: ReadonlySet<string> = new Set(
  `alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa quebec romeo sierra tango
  uniform victor whiskey xray yankee zulu`
    .trim()
    .split(/\s+/),
);

/** Whether the word names a letter in the NATO alphabet. */
export const isNatoWord = (word: string): boolean => NATO.has(word);

export const isLetterToken = (token: Token | undefined): token is Token => token?.kind === 'word' && /^[a-z]$/.test(token.text);

/** A mark between two tokens that are not parted by blanks. */
export function isJoiningMark(tokens: readonly Token[], index: number, marks: string): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  return token?.kind === 'mark' && marks.includes(token.text) && !token.spaced && next !== undefined && !next.spaced;
}

const piece = (kind: Piece['kind'], text: string, start: number, end: number): Piece => ({ kind, text, start, end });

/** The piece whose last token is `last`; null when the token there belongs to no address. */
export function pieceEndingAt(tokens: readonly Token[], last: number): Piece | null {
  const token = tokens[last];
  if (!token) return null;
  const end = last + 1;
  if (token.kind === 'digits') return token.text === '' ? null : piece('digits', token.text, last, end);
  if (token.kind === 'mark') {
    if (isJoiningMark(tokens, last, '._-+')) return piece('separator', token.text, last, end);
    return null;
  }
  const separator = SEPARATOR_WORDS.get(token.text);
  if (separator !== undefined) return piece('separator', separator, last, end);
  if (token.text === 'score' && tokens[last - 1]?.text === 'under') return piece('separator', '_', last - 1, end);
  return exemplified(tokens, last) ?? numberEndingAt(tokens, last) ?? letterEndingAt(tokens, last) ?? wordAt(token, last);
}

/** "m as in mary", "m for mother", "m like mike". */
function exemplified(tokens: readonly Token[], last: number): Piece | null {
  const word = tokens[last]?.text ?? '';
  const link = tokens[last - 1]?.text;
  const linked =
    link === 'in' && tokens[last - 2]?.text === 'as' ? last - 3 : link === 'for' || link === 'like' || link === 'as' ? last - 2 : -1;
  const letter = linked >= 0 ? tokens[linked] : undefined;
  if (!isLetterToken(letter) || word.length < 2 || !word.startsWith(letter.text)) return null;
  return piece('letter', letter.text, linked, last + 1);
}

/** "forty two", "seven", "oh". */
function numberEndingAt(tokens: readonly Token[], last: number): Piece | null {
  const word = tokens[last]?.text ?? '';
  if (word === 'o') return null;
  const unit = DIGIT_WORDS.get(word);
  const before = tokens[last - 1]?.text === '-' ? last - 2 : last - 1;
  const tens = TENS_WORDS.get(tokens[before]?.text ?? '');
  if (unit !== undefined && unit > 0 && tens !== undefined) return piece('digits', String(tens + unit), before, last + 1);
  const value = unit ?? TEEN_WORDS.get(word) ?? TENS_WORDS.get(word);
  return value === undefined ? null : piece('digits', String(value), last, last + 1);
}

function letterEndingAt(tokens: readonly Token[], last: number): Piece | null {
  const token = tokens[last];
  if (!isLetterToken(token)) return null;
  if (tokens[last - 1]?.text === 'double') return piece('letter', token.text.repeat(2), last - 1, last + 1);
  return piece('letter', token.text, last, last + 1);
}

function wordAt(token: Token, at: number): Piece | null {
  return token.text !== '' && /^[\p{L}]+$/u.test(token.text) ? piece('word', token.text, at, at + 1) : null;
}
