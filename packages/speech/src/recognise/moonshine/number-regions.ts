import type { Span, Word } from '@ringback/core';
import type { DigitSpot } from '../digit-head/spot.ts';
import { digitsIn, type NumberRun, numberRuns } from './number-runs.ts';

/** Where a number may be said: words `first` to `end` (exclusive; none where the decoder wrote nothing there), and when. */
export interface NumberRegion extends NumberRun {
  span: Span;
}

/** Seconds by which a spot may miss a word at its edge. */
const EDGE_SEC = 0.1;
/** Fewest digits that the head must hear in a row to hear a number where the decoder wrote none. House rule. */
const MIN_SPOTTED = 5;

/** Where the decoder wrote digits or the head hears some, in order and apart. */
export function numberRegions(words: readonly Word[], spots: readonly DigitSpot[]): NumberRegion[] {
  const written = numberRuns(words).map(({ first, end }) => ({
    first,
    end,
    span: { start: words[first]?.start ?? 0, end: words[end - 1]?.end ?? 0 },
  }));
  const spotted = spots.filter(({ digits }) => digits.length >= MIN_SPOTTED).map((spot) => regionOf(words, spot));
  const regions: NumberRegion[] = [];
  for (const region of [...written, ...spotted].sort((a, b) => a.first - b.first || a.span.start - b.span.start)) {
    const last = regions.at(-1);
    if (last && (region.first < last.end || region.span.start < last.span.end)) {
      last.end = Math.max(last.end, region.end);
      last.span = { start: Math.min(last.span.start, region.span.start), end: Math.max(last.span.end, region.span.end) };
    } else regions.push({ ...region });
  }
  return regions;
}

function regionOf(words: readonly Word[], { start, end }: DigitSpot): NumberRegion {
  const middle = (word: Word) => (word.start + word.end) / 2;
  const first = words.findIndex((word) => middle(word) > start - EDGE_SEC);
  if (first < 0) return { first: words.length, end: words.length, span: { start, end } };
  const after = words.findIndex((word, i) => i >= first && middle(word) > end + EDGE_SEC);
  return { first, end: after < 0 ? words.length : after, span: { start, end } };
}

const TIMES: Readonly<Record<string, number>> = { double: 2, triple: 3 };
const TENS = /^(ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)\b/i;

/** The digits that the words say, "double five" as two; null where they also say something else. */
export function digitsSaid(words: readonly Word[]): string | null {
  let digits = '';
  let times = 1;
  for (const { text } of words) {
    const repeat = TIMES[text.toLowerCase().replace(/[^a-z]/g, '')];
    if (repeat !== undefined) {
      times = repeat;
      continue;
    }
    const own = digitsIn(text);
    if (own === null) return null;
    digits += (own[0] ?? '').repeat(times - 1) + own;
    times = 1;
  }
  return digits;
}

/** Whether words surely say a number in tens or hundreds, which the head does not know. */
export function saysTens(words: readonly Word[], sureFrom: number): boolean {
  return words.some(({ text, confidence }) => confidence >= sureFrom && TENS.test(text));
}
