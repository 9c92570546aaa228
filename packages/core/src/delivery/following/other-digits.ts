import type { Word } from '../../documents/transcript.ts';
import { alignPieces, type DifferingWords } from './align.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** Most digits of a number that differ in one place each. House rule: more are a number heard out of step. */
const MOST_OTHER_DIGITS = 3;

/** Digits that must be heard as the script has them where others of the number were not heard at all. House rule: most of a number. */
const SAME_DIGITS = 6;

/**
 * Whether a number was surely said otherwise: by each digit that stands against another one, was heard well and lies between digits that
 * are as the script has them. A digit too few may be the ear's fault, and how well the digits were heard that are the same tells nothing.
 */
export function sureOfDigits(written: readonly Piece[], said: readonly Piece[], heard: readonly Word[], heardFrom: number): boolean {
  const pairs = said.length === written.length ? written.map((_, i) => [i, i] as const) : (alignPieces(written, said) ?? []);
  const isSame = ([s, h]: readonly [number | null, number | null]) => s !== null && h !== null && written[s]?.norm === said[h]?.norm;
  const others = pairs.flatMap(([s, h], i) => (s !== null && h !== null && !isSame([s, h]) ? [{ h, i }] : []));
  if (others.length === 0 || others.length > MOST_OTHER_DIGITS) return false;
  if (said.length !== written.length) {
    // Said digits that the script lacks are a number out of step.
    if (pairs.some(([s]) => s === null) || pairs.filter(isSame).length < SAME_DIGITS) return false;
    const between = ({ i }: { i: number }) => [pairs[i - 1], pairs[i + 1]].every((pair) => pair !== undefined && isSame(pair));
    if (!others.every(between)) return false;
  }
  const confidences = confidencesOf(heard);
  return others.every(({ h }) => (confidences[h] ?? 0) >= heardFrom);
}

const TEEN_OR_TEN = /^(thir|four|for|fif|six|seven|eigh|nine)(?:teen|ty)$/;

/** Whether "thirteen" stands against "thirty", or the like: they sound alike. */
export function isTeenForTen(script: readonly Word[], heard: readonly Word[]): boolean {
  const stemsOf = (words: readonly Word[]) =>
    words.map(({ text }) => TEEN_OR_TEN.exec(text.toLowerCase().replace(/[^a-z]/g, ''))?.[1]?.replace('four', 'for') ?? null);
  const [written, said] = [stemsOf(script), stemsOf(heard)];
  return written.length === said.length && written.every((stem, i) => stem !== null && stem === said[i]);
}

/**
 * Whether the number of the script at a place that differs is in the script once more, and was heard there as it is written: then the ear
 * may be wrong about this time.
 */
export function isHeardElsewhere(
  script: readonly Piece[],
  { script: place }: DifferingWords,
  differing: readonly DifferingWords[],
): boolean {
  const numbers = numbersOf(script);
  const own = numbers.filter(({ from, to }) => from < place.to && to > place.from);
  const isAsWritten = ({ from, to }: ScriptNumber) => differing.every((other) => to <= other.script.from || from >= other.script.to);
  return own.some(({ digits }) => digits.length > SAME_DIGITS && numbers.some((other) => other.digits === digits && isAsWritten(other)));
}

/** A number of the script and the words that it is written in; `to` is exclusive. */
interface ScriptNumber {
  digits: string;
  from: number;
  to: number;
}

function numbersOf(pieces: readonly Piece[]): ScriptNumber[] {
  const numbers: ScriptNumber[] = [];
  for (const [i, { norm, word, numeral }] of pieces.entries()) {
    if (!numeral) continue;
    const last = numbers.at(-1);
    if (last === undefined || pieces[i - 1]?.numeral !== true) numbers.push({ digits: norm, from: word, to: word + 1 });
    else Object.assign(last, { digits: last.digits + norm, to: word + 1 });
  }
  return numbers;
}

/** How surely each digit was heard, in order. */
function confidencesOf(heard: readonly Word[]): number[] {
  return piecesOf(heard)
    .filter(({ numeral }) => numeral)
    .map(({ word }, i, digits) => {
      const own = heard[word];
      const first = digits.findIndex((digit) => digit.word === word);
      const timed = own?.digits?.length === digits.filter((digit) => digit.word === word).length ? own.digits[i - first] : undefined;
      return timed?.confidence ?? own?.confidence ?? 0;
    });
}

/** A number as the script has it, with the digits in it that were said otherwise; those that were not heard are the script's. */
export function withOtherDigits(written: string, said: string): string | null {
  const pieces = (text: string) => piecesOf(text.split(' ').map((part) => ({ text: part })));
  const [own, heard] = [pieces(written), pieces(said)];
  if (/\p{L}/u.test(written) || [...own, ...heard].some(({ numeral }) => !numeral)) return null;
  const pairs = own.length === heard.length ? own.map((_, i) => [i, i] as const) : (alignPieces(own, heard) ?? []);
  if (pairs.some(([s]) => s === null)) return null;
  const digits = pairs.map(([s, h]) => (h === null ? own[s ?? 0] : heard[h])?.norm ?? '');
  let at = 0;
  return written.replace(/\d/g, () => digits[at++] ?? '');
}
