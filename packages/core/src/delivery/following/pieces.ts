import { DIGIT_WORDS, MULTIPLIER_WORDS, TEEN_WORDS, TENS_WORDS } from '../../message/spoken-numbers/number-words.ts';

/** A part of a word in the form in which what was said is compared with a script. */
export interface Piece {
  /** Lower case, letters and digits only; a number is one piece for each digit. */
  norm: string;
  /** Index of the word that it is a part of. */
  word: number;
  /** True for a digit of a number, in figures or in words. */
  numeral: boolean;
}

/** Words that are said in one way and written in two. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  '@': ['at'],
  '&': ['and'],
  mister: ['mr'],
  doctor: ['dr'],
  professor: ['prof'],
  okay: ['ok'],
  "can't": ['can', 'not'],
  cannot: ['can', 'not'],
  "won't": ['will', 'not'],
};

/**
 * Words as pieces: hyphens, dots and signs divide them, "n't" is "not", "forty-eight" and "48" are the same two digits.
 * A word that says nothing (a lone dash) has none.
 */
export function piecesOf(words: readonly { text: string }[]): Piece[] {
  const plain = words.flatMap(({ text }, word) => splitWord(text).map((norm) => ({ norm, word, numeral: /^\d$/.test(norm) })));
  return inFigures(plain);
}

function splitWord(text: string): string[] {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const address = /\w[@.]\w/.test(lower) && /[a-z]/.test(lower) && !/^(?:[a-z]\.)+[a-z]?\.?$/.test(lower);
  const spoken = address ? lower.replace(/\.(?=\w)/g, ' dot ').replaceAll('@', ' at ') : lower.replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, '');
  return spoken
    .replace(/\d/g, ' $& ')
    .split(/[^\p{L}\p{N}'@&]+/u)
    .map((part) => part.replace(/^'+|'+$/g, ''))
    .filter((part) => part.length > 0)
    .flatMap((part) => SPELLINGS[part] ?? part.replace(/n't$/, ' not').split(/[ ']/))
    .filter((part) => part.length > 0);
}

/** Number words become the figures that they name, where they are no part of a larger number that this does not know. */
function inFigures(plain: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let times = 1;
  plain.forEach((piece, i) => {
    const { norm } = piece;
    const next = plain[i + 1]?.norm ?? '';
    const repeat = MULTIPLIER_WORDS.get(norm);
    if (repeat !== undefined && digitFor(next) !== undefined) {
      times = repeat;
      return;
    }
    const figures = figuresFor(norm, next, isBesideNumeral(plain, i));
    if (figures === null) result.push(piece);
    else for (const digit of figures[0]?.repeat(times - 1).concat(figures) ?? '') result.push({ ...piece, norm: digit, numeral: true });
    times = 1;
  });
  return result;
}

function figuresFor(norm: string, next: string, beside: boolean): string | null {
  const digit = digitFor(norm);
  // "oh" and "o" are digits only in a number.
  if (digit !== undefined) return !/^oh?$/.test(norm) || beside ? String(digit) : null;
  const teen = TEEN_WORDS.get(norm);
  if (teen !== undefined) return String(teen);
  const tens = TENS_WORDS.get(norm);
  if (tens === undefined) return null;
  const unit = DIGIT_WORDS.get(next);
  return unit !== undefined && unit > 0 && !/^oh?$/.test(next) ? String(tens / 10) : String(tens);
}

function digitFor(norm: string): number | undefined {
  return /^\d$/.test(norm) ? Number(norm) : DIGIT_WORDS.get(norm);
}

function isBesideNumeral(plain: readonly Piece[], i: number): boolean {
  return [plain[i - 1], plain[i + 1]].some((piece) => piece !== undefined && digitFor(piece.norm) !== undefined);
}
