import { DIGIT_NAMES, type Word } from '@ringback/core';

/** A word in the form in which transcripts are compared. */
export interface ComparedWord {
  text: string;
  /** Seconds; NaN when unknown. */
  start: number;
  /** 0..1. */
  confidence: number;
}

/** One spelling for words that have two; both sides of every comparison go through it. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  mr: ['mister'],
  ok: ['okay'],
  oh: ['zero'],
  o: ['zero'],
  yknow: ['you', 'know'],
  meters: ['metres'],
  '&': ['and'],
};
/** Hesitations are not scored, as is usual. */
const HESITATIONS = new Set(['um', 'uh', 'erm', 'er', 'hmm', 'mm']);

/** Lower case, no punctuation, hyphens as blanks, digits spelled one by one, hesitations left out. */
export function compared(words: readonly Pick<Word, 'text' | 'start' | 'confidence' | 'digits'>[]): ComparedWord[] {
  return words.flatMap(({ text, start, confidence, digits }) => {
    let digit = 0;
    return pieces(text).map((piece, i) => {
      const isDigit = digitOf(piece) >= 0 && /\d/.test(text);
      const timed = isDigit ? digits?.[digit++] : undefined;
      return { text: piece, start: timed?.start ?? (i === 0 ? start : Number.NaN), confidence: timed?.confidence ?? confidence };
    });
  });
}

/** A reference text in the same form. */
export function comparedText(text: string): string[] {
  return text.split(/\s+/).flatMap(pieces);
}

function pieces(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\d/g, (digit) => ` ${DIGIT_NAMES[Number(digit)] ?? ''} `)
    .split(/[^a-z'&]+/)
    .map((piece) => piece.replace(/^'+|'+$/g, ''))
    .flatMap((piece) => SPELLINGS[piece] ?? [piece])
    .filter((piece) => piece.length > 0 && !HESITATIONS.has(piece));
}

/** Index of a spoken digit word, 0 to 9; -1 for any other word. */
export function digitOf(word: string): number {
  return DIGIT_NAMES.indexOf(word);
}

/** Pairs of positions that stand against each other in the cheapest alignment; null where one side has nothing. */
export type AlignedPair = readonly [reference: number | null, heard: number | null];

/** Levenshtein alignment. With `openEnd`, what was heard after the last reference word costs nothing (the reference stops early). */
export function alignWords(reference: readonly string[], heard: readonly string[], openEnd = false): AlignedPair[] {
  const width = heard.length + 1;
  const cost = new Int32Array((reference.length + 1) * width);
  const at = (i: number, j: number) => cost[i * width + j] ?? 0;
  for (let i = 0; i <= reference.length; i++) {
    for (let j = 0; j <= heard.length; j++) {
      if (i === 0 || j === 0) cost[i * width + j] = i + j;
      else
        cost[i * width + j] = Math.min(at(i - 1, j - 1) + (reference[i - 1] === heard[j - 1] ? 0 : 1), at(i - 1, j) + 1, at(i, j - 1) + 1);
    }
  }
  let i = reference.length;
  let j = heard.length;
  if (openEnd) for (let end = 0; end <= heard.length; end++) if (at(i, end) < at(i, j)) j = end;
  const pairs: AlignedPair[] = [];
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && at(i, j) === at(i - 1, j - 1) + (reference[i - 1] === heard[j - 1] ? 0 : 1)) pairs.push([--i, --j]);
    else if (i > 0 && at(i, j) === at(i - 1, j) + 1) pairs.push([--i, null]);
    else pairs.push([null, --j]);
  }
  return pairs.reverse();
}

/** Substitutions, deletions and insertions. */
export function errorsIn(pairs: readonly AlignedPair[], reference: readonly string[], heard: readonly string[]): number {
  return pairs.filter(([r, h]) => r === null || h === null || reference[r] !== heard[h]).length;
}

/** Value below which `share` (0..1) of the values lie; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place - Math.floor(place));
}

/** Seconds with three decimals, or "n/a". */
export function seconds(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : 'n/a';
}
