import type { WeighedPlace, Word } from '../../documents/transcript.ts';
import { writesDay } from '../../message/times/points.ts';
import { syllablesOf } from '../../spoken/syllables.ts';
import { type DifferingWords, likenessOf } from './align.ts';
import { CLAIM_RANGES, CLAIM_WEIGHTS, type ClaimFeatures } from './claim-weights.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** What a take as a whole tells of each of its places. */
export interface TakeManner {
  /** Seconds that a syllable takes its speaker. */
  secPerSyllable: number;
  /** Share of the script's words that were heard as they are written, 0..1. */
  asWritten: number;
}

/** A place where script and take differ, as far as it decides whether that is claimed. */
export interface WeighedDifference {
  script: readonly Word[];
  heard: readonly Word[];
  /** Among all that were heard. */
  words: readonly Word[];
  place: DifferingWords;
  /** What the sound says of it, one for each place that was weighed together. */
  together: readonly WeighedPlace[];
  isLeftOut: boolean;
  manner: TakeManner;
}

/** Logarithm of the odds that what the script has there was not said. */
export function claimScore(difference: WeighedDifference): number {
  const features = claimFeatures(difference);
  const names = Object.keys(features) as (keyof ClaimFeatures)[];
  return names.reduce((sum, name) => sum + CLAIM_WEIGHTS[name] * features[name], CLAIM_WEIGHTS.rest);
}

/** What speaks for a claim and against it, each within its range. */
export function claimFeatures({ script, heard, words, place, together, isLeftOut, manner }: WeighedDifference): ClaimFeatures {
  const sum = (of: (one: WeighedPlace) => number) => together.reduce((total, one) => total + of(one), 0);
  const [written, said] = [piecesOf(script), piecesOf(heard)];
  const meant = syllablesIn(script) * manner.secPerSyllable;
  const sec = secondsThere(heard, words, place, manner) ?? meant;
  const features: ClaimFeatures = {
    gain: sum((one) => one.gain),
    least: Math.min(...together.map((one) => one.least)),
    likeness: likenessOf(lettersOf(written), lettersOf(said)),
    secMissing: meant - Math.max(0, sec),
    otherLength: Math.abs(sec - meant) / Math.max(SHORT_SEC, meant),
    asWritten: manner.asWritten,
    leftOut: Number(isLeftOut),
    otherDay: Number(isAnotherDay(script, heard)),
  };
  for (const [name, [least, most]] of Object.entries(CLAIM_RANGES) as [keyof ClaimFeatures, readonly [number, number]][]) {
    features[name] = Math.min(most, Math.max(least, features[name]));
  }
  return features;
}

/** Seconds below which the length of a word tells little. House rule. */
const SHORT_SEC = 0.3;
/** Seconds between the beginnings of two words, from which there is a pause between them. House rule. */
const PAUSED_SEC = 1.2;
/** Syllables from which a take tells how fast its speaker is, and seconds of one where it does not. House rules. */
const ENOUGH_SYLLABLES = 6;
const USUAL_SEC = 0.22;

/** How a take is spoken and heard; `differing` are its places that differ, of `count` words of the script. */
export function mannerOf(words: readonly Word[], differing: readonly DifferingWords[], count: number): TakeManner {
  const differ = new Set(differing.flatMap(({ heard: { from, to } }) => Array.from({ length: to - from }, (_, i) => from + i)));
  let [sec, syllables] = [0, 0];
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    if (next === undefined || differ.has(i) || differ.has(i + 1) || piecesOf([word]).some(({ numeral }) => numeral)) continue;
    const between = next.start - word.start;
    if (between <= 0 || between > PAUSED_SEC) continue;
    sec += between;
    syllables += syllablesIn([word]);
  }
  const otherwise = differing.reduce((sum, { script: { from, to } }) => sum + to - from, 0);
  return { secPerSyllable: syllables >= ENOUGH_SYLLABLES ? sec / syllables : USUAL_SEC, asWritten: 1 - otherwise / Math.max(1, count) };
}

/** Seconds from the end of the word before, as fast as the speaker is, to the word after; null where there is nothing to reckon from. */
function secondsThere(heard: readonly Word[], words: readonly Word[], { heard: place }: DifferingWords, manner: TakeManner): number | null {
  const [before, after] = [words[place.from - 1], words[place.to]];
  const from = before === undefined ? heard[0]?.start : before.start + syllablesIn([before]) * manner.secPerSyllable;
  const to = after === undefined ? heard.at(-1)?.end : after.start;
  return from === undefined || to === undefined ? null : to - from;
}

function syllablesIn(words: readonly Word[]): number {
  return words.reduce((sum, word) => {
    const pieces = piecesOf([word]);
    const digits = pieces.filter(({ numeral }) => numeral).length;
    return sum + Math.max(1, digits > 0 ? digits : syllablesOf(word.text));
  }, 0);
}

const lettersOf = (pieces: readonly Piece[]): string => pieces.map(({ norm }) => norm).join('');

/** Whether a day or a month stands against another one. */
export function isAnotherDay(script: readonly Word[], heard: readonly Word[]): boolean {
  const days = (words: readonly Word[]): string[] => piecesOf(words.filter(({ text }) => writesDay(text))).map(({ norm }) => norm);
  const [written, said] = [days(script), days(heard)];
  return written.length > 0 && said.length > 0 && said.every((day) => !written.includes(day));
}
