import type { Span } from '@ringback/core';
import { type Levels, levelsOf, percentile } from '../../signal/frame-levels.ts';
import { durationOf, type Waveform } from '../../signal/waveform.ts';

/** How sound is cut into stretches for the model. All are house rules checked on our recordings unless a source is named. */
export interface StretchOptions {
  /** Seconds per level frame. */
  stepSec: number;
  /** dB full scale below which nothing counts as speech, however quiet the rest is. */
  quietestSpeechDb: number;
  /** Speech lies above noise by this share of the distance between noise and loudest speech. */
  thresholdShare: number;
  /** Shorter gaps stay inside a spoken part, in seconds (customary pause limit, De Jong & Bosker 2013). */
  minPauseSec: number;
  /** Shorter sounds are clicks, in seconds. */
  minSpeechSec: number;
  /** Sound kept either side of speech, in seconds: soft onsets and endings lie below the threshold. */
  paddingSec: number;
  /** A stretch may be this long, in seconds: attention costs grow with the square of it. */
  maxStretchSec: number;
}

/** Defaults; see the fields for unit and source. */
export const STRETCH_DEFAULTS: StretchOptions = {
  stepSec: 0.01,
  quietestSpeechDb: -65,
  thresholdShare: 0.3,
  minPauseSec: 0.25,
  minSpeechSec: 0.06,
  paddingSec: 0.25,
  maxStretchSec: 14,
};

/** Where something is said, by level alone: parts above the threshold, joined over short gaps, clicks left out. */
export function spokenParts(waveform: Waveform, options: StretchOptions = STRETCH_DEFAULTS): Span[] {
  const levels = levelsOf(waveform, options.stepSec);
  const threshold = thresholdOf(levels, options);
  const parts: Span[] = [];
  levels.db.forEach((db, frame) => {
    if (db < threshold) return;
    const start = frame * levels.stepSec;
    const last = parts.at(-1);
    if (last && start - last.end < options.minPauseSec) last.end = start + levels.stepSec;
    else parts.push({ start, end: start + levels.stepSec });
  });
  return parts.filter(({ start, end }) => end - start >= options.minSpeechSec);
}

function thresholdOf({ db }: Levels, options: StretchOptions): number {
  const noise = Math.max(percentile(db, 0.05), options.quietestSpeechDb - 15);
  const loud = percentile(db, 0.95);
  return Math.max(options.quietestSpeechDb, noise + options.thresholdShare * (loud - noise));
}

/**
 * Cuts a recording into stretches of at most `maxStretchSec` at its longest pauses; silence between stretches is left out.
 * In order, without overlap; empty when nothing is said.
 */
export function stretchesOf(waveform: Waveform, options: StretchOptions = STRETCH_DEFAULTS): Span[] {
  const duration = durationOf(waveform);
  const parts = spokenParts(waveform, options).flatMap((part) => cutLong(part, waveform, options));
  return joinParts(parts, options).map(({ start, end }, i, all) => ({
    start: Math.max((all[i - 1]?.end ?? 0) + (start - (all[i - 1]?.end ?? 0)) / 2, start - options.paddingSec, 0),
    end: Math.min(end + ((all[i + 1]?.start ?? duration) - end) / 2, end + options.paddingSec, duration),
  }));
}

/** Divides at the widest gap until every piece is short enough, so that the cuts fall where the speaker rests longest. */
function joinParts(parts: readonly Span[], options: StretchOptions): Span[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return [];
  if (last.end - first.start <= options.maxStretchSec || parts.length === 1) return [{ start: first.start, end: last.end }];
  let cut = 1;
  let widest = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < parts.length; i++) {
    const gap = (parts[i]?.start ?? 0) - (parts[i - 1]?.end ?? 0);
    if (gap > widest) [widest, cut] = [gap, i];
  }
  return [...joinParts(parts.slice(0, cut), options), ...joinParts(parts.slice(cut), options)];
}

/** Someone who never rests is cut at the quietest frame of the middle half. */
function cutLong(part: Span, waveform: Waveform, options: StretchOptions): Span[] {
  const length = part.end - part.start;
  if (length <= options.maxStretchSec) return [part];
  const from = part.start + length / 4;
  const { samples, sampleRate } = waveform;
  const middle = { samples: samples.subarray(Math.round(from * sampleRate), Math.round((from + length / 2) * sampleRate)), sampleRate };
  const { db, stepSec } = levelsOf(middle, options.stepSec);
  const cut = from + (db.indexOf(Math.min(...db)) + 0.5) * stepSec;
  return [...cutLong({ start: part.start, end: cut }, waveform, options), ...cutLong({ start: cut, end: part.end }, waveform, options)];
}
