import type { CharRange } from '../../documents/span.ts';

/** The smallest piece of a number that was said or written as one: "five", "nineteen", "double oh", "eight hundred", "0142". */
export interface Atom extends CharRange {
  /** Its digits, such as "19" or "800". */
  digits: string;
  /** First token, and the one after the last. */
  tokenStart: number;
  tokenEnd: number;
  /** `thousands` is a number written with thousands separators. */
  style: 'spoken' | 'written' | 'thousands';
  /** A word that only sounds like a digit ("to"), or the "oh" that may be an interjection. */
  soundalike: boolean;
  /** "+" or "plus" before it. */
  plus: boolean;
  /** Written in brackets of its own: "(0)", "(305)". */
  bracketed: boolean;
}

/** What stands between two atoms. */
export interface Gap {
  /** `none`: only blanks, hyphens, dots or brackets. */
  stop: 'none' | 'comma' | 'sentence';
  /** Number of connecting words. */
  words: number;
  /** The speaker takes something back ("sorry", "no wait", "I mean"). */
  corrects: boolean;
  /** The speaker says it again ("again", "that's", "I repeat"). */
  repeats: boolean;
  /** "area code" leads to what follows. */
  areaCode: boolean;
  /** An extension was said here and cut out. */
  extension: boolean;
  /** A comma of a row that is written with one after every digit: it sets nothing apart. */
  even?: true;
}

/** Atoms with nothing but connecting words and marks between them. `gaps[i]` stands before `atoms[i]`. */
export interface Run {
  atoms: Atom[];
  gaps: Gap[];
  /** The last digits go on into other words without a mark ("two things"). */
  endsInPhrase: boolean;
}

/** "extension 12", wherever it was said. */
export interface Extension extends CharRange {
  digits: string;
  tokenStart: number;
  tokenEnd: number;
}
