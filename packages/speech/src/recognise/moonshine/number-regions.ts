import type { Span, Word } from '@ringback/core';
import type { DigitSpot } from '../digit-head/spot.ts';
import { digitsIn, type NumberRun, numberRuns, saysExtension } from './number-runs.ts';

/** Where a number may be said: words `first` to `end` (exclusive; none where the decoder wrote nothing there), and when. */
export interface NumberRegion extends NumberRun {
  span: Span;
}

/** Seconds by which a spot may miss a word at its edge. */
const EDGE_SEC = 0.1;
/** Fewest digits that the head must hear in a row to hear a number where the decoder wrote none. House rule. */
const MIN_SPOTTED = 5;

/** What the decoder wrote over a row that the head heard and is no part of a number. House rules. */
const ASIDE = {
  /** Words in a row that are no digits, at least. */
  words: 3,
  /** Each at least this sure, 0..1. */
  sureFrom: 0.88,
  /** Digits that the head hears meanwhile, at most, for each of them: a sentence made up of digits has about one. */
  digitsAWord: 0.4,
} as const;

/**
 * Where the decoder wrote digits or the head hears some, in order and apart. A word at the edge of what the head hears that is no digit and
 * at least as sure as `wordsFrom` (0..1) stays outside.
 */
export function numberRegions(words: readonly Word[], spots: readonly DigitSpot[], wordsFrom = Number.POSITIVE_INFINITY): NumberRegion[] {
  const written = numberRuns(words).map(({ first, end }) => ({
    first,
    end,
    span: { start: words[first]?.start ?? 0, end: words[end - 1]?.end ?? 0 },
  }));
  const isOther = ({ text, confidence }: Word): boolean => confidence >= wordsFrom && digitsIn(text) === null;
  const spotted = spots
    .filter(({ digits }) => digits.length >= MIN_SPOTTED)
    .flatMap((spot) => regionsOf(words, spot))
    .map((region) => within(words, region, isOther));
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

/** The words of a spot, cut where something else is surely said; what then holds too few digits is no number. */
function regionsOf(words: readonly Word[], spot: DigitSpot): NumberRegion[] {
  const { first, end, span } = regionOf(words, spot);
  const heardIn = (start: number, stop: number) => spot.heardAt.filter((sec) => sec > start && sec <= stop).length;
  const pieces: NumberRegion[] = [];
  let from = first;
  let start = span.start;
  for (let at = first; at < end; ) {
    let next = at;
    while (next < end && isSurelyOther(words[next])) next += 1;
    const [opens, closes] = [words[at]?.start ?? 0, words[next - 1]?.end ?? 0];
    const isAside = next - at >= ASIDE.words && heardIn(opens, closes) <= ASIDE.digitsAWord * (next - at);
    if (isAside || words.slice(at, next).some(({ text }) => saysExtension(text))) {
      pieces.push({ first: from, end: at, span: { start, end: opens } });
      from = next;
      start = closes;
    }
    at = Math.max(next, at + 1);
  }
  if (pieces.length === 0) return [{ first, end, span }];
  pieces.push({ first: from, end, span: { start, end: span.end } });
  return pieces.filter((piece) => heardIn(piece.span.start, piece.span.end + EDGE_SEC) >= MIN_SPOTTED);
}

/** Whether the decoder is sure of a word that says no digit, or it can be none. */
export function isSurelyOther(word: Word | undefined): boolean {
  if (word === undefined) return false;
  return saysExtension(word.text) || (word.confidence >= ASIDE.sureFrom && digitsSaid([word]) === null);
}

/** The region without the words at its edges that are surely something else. */
function within(words: readonly Word[], { first, end, span }: NumberRegion, isOther: (word: Word) => boolean): NumberRegion {
  const inside = words.slice(first, end);
  const from = inside.findIndex((word) => !isOther(word));
  if (from < 0) return { first, end, span };
  const to = inside.findLastIndex((word) => !isOther(word)) + 1;
  const start = from > 0 ? Math.max(span.start, inside[from - 1]?.end ?? 0) : span.start;
  const last = to < inside.length ? Math.min(span.end, inside[to]?.start ?? span.end) : span.end;
  return { first: first + from, end: first + to, span: { start, end: Math.max(start, last) } };
}

function regionOf(words: readonly Word[], { start, end }: DigitSpot): NumberRegion {
  const middle = (word: Word) => (word.start + word.end) / 2;
  const first = words.findIndex((word) => middle(word) > start - EDGE_SEC);
  if (first < 0) return { first: words.length, end: words.length, span: { start, end } };
  const after = words.findIndex((word, i) => i >= first && middle(word) > end + EDGE_SEC);
  return { first, end: after < 0 ? words.length : after, span: { start, end } };
}

/** How far a number may reach into words beside it. House rules. */
const REACH = {
  /** Words on each side, at most. */
  words: 4,
  /** A word surer than this is no misheard digit, 0..1. */
  below: 0.95,
  /** Seconds of silence that end the number. */
  pauseSec: 0.5,
} as const;

/** The region with the words right beside it that may be digits misheard, within `bounds`. */
export function reachOf(words: readonly Word[], region: NumberRun, bounds: NumberRun): NumberRun {
  let { first, end } = region;
  const joins = (word: Word | undefined, silence: number) =>
    word !== undefined && word.confidence < REACH.below && silence < REACH.pauseSec;
  const gap = (index: number) => (words[index]?.start ?? 0) - (words[index - 1]?.end ?? 0);
  while (first > bounds.first && region.first - first < REACH.words && joins(words[first - 1], first < words.length ? gap(first) : 0))
    first -= 1;
  while (end < bounds.end && end - region.end < REACH.words && joins(words[end], end > 0 ? gap(end) : 0)) end += 1;
  return { first, end };
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

/** Digits and letters in one word, as the decoder writes a number that is partly spelled: 1-800-555-FLOW. */
const LETTERED = /\d{3}\P{L}*\p{L}{2}/u;

/** Whether a word says a number partly in letters, which the head does not know. */
export function saysLetters(words: readonly Word[]): boolean {
  return words.some(({ text }) => LETTERED.test(text));
}

/** Whether words surely say a number in tens or hundreds, which the head does not know. */
export function saysTens(words: readonly Word[], sureFrom: number): boolean {
  return words.some(({ text, confidence }) => confidence >= sureFrom && TENS.test(text));
}

/** Words of a place where a number may be said, and right beside it. */
interface WordsThere {
  before: readonly Word[];
  words: readonly Word[];
  after: readonly Word[];
}

/**
 * Of the words heard where a number was said at `said` (seconds), those that lie before and after it and stay: of the words beside it
 * all, of its own up to the last that is surely something else, and from the first.
 */
export function wordsBeside({ before, words, after }: WordsThere, said: Span): { before: Word[]; after: Word[] } {
  const middle = (word: Word) => (word.start + word.end) / 2;
  const early = [...before, ...words].filter((word) => middle(word) < said.start);
  const late = [...words, ...after].filter((word) => middle(word) > said.end && !early.includes(word));
  const isOwn = (word: Word) => words.includes(word);
  const lastOther = early.findLastIndex((word) => !isOwn(word) || isSurelyOther(word));
  const firstOther = late.findIndex((word) => !isOwn(word) || isSurelyOther(word));
  return { before: early.slice(0, lastOther + 1), after: firstOther < 0 ? [] : late.slice(firstOther) };
}
