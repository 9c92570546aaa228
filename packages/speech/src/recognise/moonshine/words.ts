import { syllablesOf, type TimedDigit, type Track, type Word } from '@ringback/core';
import { calibrated } from './confidence.ts';
import { GRID_SEC, type Loudness, loudnessOf } from './loudness.ts';
import { endOf, findOnsets, type Onset } from './onsets.ts';
import type { AttentionHead } from './variant.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the decoder chose for a stretch of sound, with what it looked at. */
export interface ChosenTokens {
  tokens: readonly number[];
  probabilities: readonly number[];
  /** One row per token: `row[head * frames + frame]`. */
  attention: readonly Float32Array[];
  frames: number;
  /** Seconds of silence the model was given before the sound. */
  leadSec: number;
}

/** Words of one stretch of sound: text offsets count from the stretch's own text, times from the recording's start. */
export interface StretchWords {
  text: string;
  words: Word[];
}

/** A word or a digit that has its own beginning: the characters that belong to it and the token that begins it. */
interface Unit {
  token: number;
  onset: Onset;
  end: number;
}

const SPOKEN = /[\p{L}\p{N}]/u;

/**
 * Groups tokens into words at blanks and times each word and each digit. `samples` are the stretch at 16 kHz, `offsetSec` its place,
 * `speech` what a detector says of the whole recording.
 */
export function wordsOf(
  chosen: ChosenTokens,
  vocabulary: Vocabulary,
  heads: readonly AttentionHead[],
  samples: Float32Array,
  offsetSec: number,
  speech?: Track,
): StretchWords {
  const read = vocabulary.read(chosen.tokens);
  const lead = read.text.length - read.text.trimStart().length;
  const text = read.text.trim();
  const tokenAt = (char: number) => read.tokenOf[char + lead] ?? 0;
  const places = [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({ charStart: index, charEnd: index + word.length }));
  const units = timeUnits(unitTokens(text, places, tokenAt), chosen, heads, loudnessOf(samples, speech && { track: speech, offsetSec }));
  const words = places.map(({ charStart, charEnd }): Word => {
    const chars = Array.from({ length: charEnd - charStart }, (_, i) => charStart + i);
    const own = [...new Set(chars.map(tokenAt))];
    const sounding = [...new Set(chars.filter((char) => SPOKEN.test(text[char] ?? '')).map(tokenAt))];
    const begun = own.flatMap((token) => units.get(token) ?? []);
    const [first, last] = [begun[0], begun.at(-1)];
    const digits = chars
      .filter((char) => isDigit(text[char]))
      .flatMap((char) => timedDigit(text, char, tokenAt(char), units, chosen, offsetSec));
    return {
      text: text.slice(charStart, charEnd),
      charStart,
      charEnd,
      start: offsetSec + (first?.onset.sec ?? 0),
      end: offsetSec + (last?.end ?? 0),
      confidence: calibrated(Math.min(...(sounding.length > 0 ? sounding : own).map((token) => chosen.probabilities[token] ?? 0))),
      method: first?.onset.method ?? 'attention',
      ...(digits.length > 0 && { digits }),
    };
  });
  return { text, words: inOrder(words) };
}

/**
 * Tokens that begin a word or are a digit, in order, with the syllables spoken from there; a word without letters (a lone dash) is begun
 * by its first token.
 */
function unitTokens(
  text: string,
  places: readonly { charStart: number; charEnd: number }[],
  tokenAt: (char: number) => number,
): Map<number, number> {
  const syllables = new Map<number, number>();
  const add = (char: number, count: number) => syllables.set(tokenAt(char), (syllables.get(tokenAt(char)) ?? 0) + count);
  for (const { charStart, charEnd } of places) {
    const spoken = Array.from({ length: charEnd - charStart }, (_, i) => charStart + i).filter((char) => SPOKEN.test(text[char] ?? ''));
    const digits = spoken.filter((char) => isDigit(text[char]));
    add(spoken[0] ?? charStart, digits.length > 0 ? 0 : syllablesOf(text.slice(charStart, charEnd)));
    for (const char of digits) add(char, syllablesOf(text[char] ?? ''));
  }
  return new Map([...syllables].sort(([a], [b]) => a - b));
}

function timeUnits(
  begins: ReadonlyMap<number, number>,
  { attention, frames, leadSec }: ChosenTokens,
  heads: readonly AttentionHead[],
  loudness: Loudness,
): Map<number, Unit> {
  const rows = [...begins].map(([token, syllables]) => ({ attention: attention[token] ?? new Float32Array(0), syllables }));
  const onsets = findOnsets(rows, frames, leadSec, heads, loudness);
  const duration = (loudness.db.length - 1) * GRID_SEC;
  return new Map(
    [...begins.keys()].flatMap((token, i) => {
      const onset = onsets[i];
      if (!onset) return [];
      return [[token, { token, onset, end: endOf(onset.sec, onsets[i + 1]?.sec ?? duration, loudness) }] as const];
    }),
  );
}

function timedDigit(
  text: string,
  char: number,
  token: number,
  units: ReadonlyMap<number, Unit>,
  { probabilities }: ChosenTokens,
  offsetSec: number,
): TimedDigit[] {
  const unit = units.get(token);
  if (!unit) return [];
  return [
    {
      digit: text[char] ?? '',
      start: offsetSec + unit.onset.sec,
      end: offsetSec + unit.end,
      confidence: calibrated(probabilities[token] ?? 0),
    },
  ];
}

/** Two words out of one token would share its time; each begins no earlier than the one before. */
function inOrder(words: Word[]): Word[] {
  let last = 0;
  return words.map((word) => {
    const start = Math.max(last, word.start);
    last = start;
    return { ...word, start, end: Math.max(start, word.end) };
  });
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}
