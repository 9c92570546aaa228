import { type PitchTrack, type Span, syllablesOf, type Transcript, type Word } from '@ringback/core';

/** When voiced sound counts as a filler. */
export interface FillerOptions {
  /** Seconds: the shortest "um". House rule. */
  minFillerSec: number;
  /** Seconds: the longest. House rule: "um" and "uh" last 0.2 to 0.8 s in conversation. */
  maxFillerSec: number;
  /** Seconds by which a word may reach beyond its own times: word times are not exact. House rule. */
  wordMarginSec: number;
  /** Semitones: a filler is held, so its pitch spreads little. House rule. */
  maxSpreadSemitones: number;
  /** Seconds around a spoken number in which no filler is told. House rule: one left-out digit. */
  fromNumberSec: number;
  /** Share of a filler that is voiced. House rule. */
  minVoicedShare: number;
  /** Seconds for each syllable over which a word after a pause must hide something. House rule: twice the slowest dictation. */
  maxSyllableSec: number;
  /** Seconds for each syllable that are left to such a word. House rule: 4 syllables a second. */
  usualSyllableSec: number;
}

/** The defaults of {@link FillerOptions}. */
export const FILLER_OPTIONS: Readonly<FillerOptions> = {
  minFillerSec: 0.2,
  maxFillerSec: 1.2,
  wordMarginSec: 0.1,
  maxSpreadSemitones: 4,
  fromNumberSec: 0.8,
  minVoicedShare: 0.6,
  maxSyllableSec: 0.55,
  usualSyllableSec: 0.25,
};

const NUMBER_WORDS: ReadonlySet<string> = new Set(
  'zero oh one two three four five six seven eight nine ten eleven twelve double triple hundred'.split(' '),
);
const SEMITONES_PER_OCTAVE = 12;
/** Share of the voiced frames at either end that may be the slip of a tracker. */
const STRAY_SHARE = 0.1;
/** Seconds by which two edges may differ and still be one. */
const SAME_EDGE_SEC = 0.02;

/**
 * Held voiced sound that belongs to no word: "um" and "uh", which recognisers leave out. They then stretch a word over it, so three places
 * are looked at: what no word covers, a stretch alone between two pauses inside one word, and the start of a word that is far too long for
 * its syllables and follows a pause.
 */
export function findFillers(
  pitch: PitchTrack,
  segments: readonly Span[],
  transcript: Transcript,
  options: FillerOptions = FILLER_OPTIONS,
): Span[] {
  const candidates = [
    ...uncovered(segments, transcript.words, options),
    ...transcript.words.flatMap((word) => isolatedWithin(word, segments)),
    ...transcript.words.flatMap((word) => leadingInto(word, segments, options)),
  ];
  const numbers = transcript.words.filter(isNumber);
  const held = candidates.filter((span) => isHeld(pitch, span, options) && numbers.every((word) => apart(word, span, options)));
  const fillers = held.sort((a, b) => a.start - b.start);
  return fillers.filter((span, i) => span.start >= (fillers[i - 1]?.end ?? Number.NEGATIVE_INFINITY));
}

/** A digit that the recogniser left out sounds like a filler ("five" is one held vowel), so nothing is told next to numbers. */
function isNumber(word: Word): boolean {
  return /\d/.test(word.text) || NUMBER_WORDS.has(word.text.toLowerCase().replace(/[^a-z]/g, ''));
}

function apart(word: Span, span: Span, { fromNumberSec }: FillerOptions): boolean {
  return word.end < span.start - fromNumberSec || word.start > span.end + fromNumberSec;
}

/** Parts of the speech that no word covers, give or take the margin. */
function uncovered(segments: readonly Span[], words: readonly Span[], { wordMarginSec }: FillerOptions): Span[] {
  const rest: Span[] = [];
  for (const segment of segments) {
    let from = segment.start;
    for (const word of words) {
      if (word.end + wordMarginSec <= from || word.start - wordMarginSec >= segment.end) continue;
      if (word.start - wordMarginSec > from) rest.push({ start: from, end: word.start - wordMarginSec });
      from = Math.max(from, word.end + wordMarginSec);
    }
    if (from < segment.end) rest.push({ start: from, end: segment.end });
  }
  return rest;
}

/** Segments that lie wholly within a word which also reaches into another: the word can be in only one of them. */
function isolatedWithin(word: Span, segments: readonly Span[]): Span[] {
  const touched = segments.filter(({ start, end }) => Math.min(end, word.end) - Math.max(start, word.start) > SAME_EDGE_SEC);
  const inside = touched.filter(({ start, end }) => start >= word.start - SAME_EDGE_SEC && end <= word.end + SAME_EDGE_SEC);
  return touched.length > inside.length ? inside : inside.slice(0, -1);
}

/** The start of a word after a pause, as far as the word is longer than its syllables can be. */
function leadingInto(word: Word, segments: readonly Span[], options: FillerOptions): Span[] {
  const segment = segments.find(({ end }) => end > word.start + options.minFillerSec);
  if (segment === undefined || segment.start < word.start - options.wordMarginSec) return [];
  const start = Math.max(segment.start, word.start);
  const syllables = Math.max(1, syllablesOf(word.text));
  const lasting = Math.min(segment.end, word.end) - start;
  return lasting > syllables * options.maxSyllableSec ? [{ start, end: start + lasting - syllables * options.usualSyllableSec }] : [];
}

function isHeld(pitch: PitchTrack, span: Span, options: FillerOptions): boolean {
  const seconds = span.end - span.start;
  if (seconds < options.minFillerSec || seconds > options.maxFillerSec) return false;
  const voiced: number[] = [];
  const first = Math.max(0, Math.ceil((span.start - pitch.startSec) / pitch.stepSec));
  for (let i = first; i < pitch.values.length && pitch.startSec + i * pitch.stepSec < span.end; i += 1) {
    const hz = pitch.values[i];
    if (hz !== null && hz !== undefined && hz > 0) voiced.push(hz);
  }
  if ((voiced.length * pitch.stepSec) / seconds < options.minVoicedShare) return false;
  return spread(voiced) <= options.maxSpreadSemitones;
}

function spread(hz: number[]): number {
  const sorted = hz.sort((a, b) => a - b);
  const stray = Math.floor(sorted.length * STRAY_SHARE);
  const lowest = sorted[stray] ?? 1;
  const highest = sorted[sorted.length - 1 - stray] ?? 1;
  return SEMITONES_PER_OCTAVE * Math.log2(highest / lowest);
}
