import type { TimingMethod } from '@ringback/core';
import { GRID_SEC, type Loudness } from './loudness.ts';
import { argMax, bestPath } from './onset-path.ts';
import { type AttentionHead, FRAME_SAMPLES, MODEL_RATE } from './variant.ts';

/** How beginnings are found. The figures were tuned on read digits, checked on synthetic speech with known times. */
export interface OnsetOptions {
  /** Width of the Gaussian that smooths attention, in seconds. */
  smoothingSec: number;
  /** Attention that counts as none, so that one stray token cannot forbid a place. */
  attentionFloor: number;
  /** Seconds compared before and after a place, to see whether sound sets in. */
  riseSec: number;
  /** dB of rise that count in full. */
  fullRiseDb: number;
  /** Share of the way from quiet to loud below which it is silent. */
  silenceShare: number;
  /** Weight, in natural logarithm of attention, of sound setting in after silence. */
  riseWeight: number;
  /** Weight of silence right after a place, which speaks against it. */
  silenceWeight: number;
  /** Shortest time between two tokens, in seconds. */
  minTokenSec: number;
  /** Seconds of sound that each syllable of a token takes without remark, up to the next token (house rule: a slow 3.3 syllables a second). */
  usualSyllableSec: number;
  /**
   * Weight of each second of sound beyond that. Where the model looks nowhere in particular, as after an "um" that it leaves out or a
   * breath, a word begins shortly before the next one, not where the breath does.
   */
  overlongWeight: number;
  /** Attention and sound agree when they place a beginning within this, in seconds. */
  agreementSec: number;
}

/** Defaults; see the fields for unit, the note above for source. */
export const ONSET_DEFAULTS: OnsetOptions = {
  smoothingSec: 0.02,
  attentionFloor: 0.01,
  riseSec: 0.024,
  fullRiseDb: 15,
  silenceShare: 0.35,
  riseWeight: 2,
  silenceWeight: 1,
  minTokenSec: 0.05,
  usualSyllableSec: 0.3,
  overlongWeight: 6,
  agreementSec: 0.05,
};

/** A token to be placed. */
export interface TokenRow {
  /** Attention when it was chosen: `row[head * frames + frame]`. */
  attention: Float32Array;
  /** Syllables spoken from its beginning to the next token's. */
  syllables: number;
}

/** Where a token begins, in seconds of the stretch. */
export interface Onset {
  sec: number;
  method: TimingMethod;
}

const FRAME_SEC = FRAME_SAMPLES / MODEL_RATE;

/**
 * Finds where each token begins. Some of the decoder's heads look, when they choose a word, at a fixed place near its beginning;
 * their attention, moved by each head's own lag, is one witness, the sound that sets in after silence the other.
 * `leadSec` is the silence the model was given before the sound.
 * The beginnings keep the order of the tokens and are the best together (a shortest path on an 8 ms grid).
 */
export function findOnsets(
  rows: readonly TokenRow[],
  frames: number,
  leadSec: number,
  heads: readonly AttentionHead[],
  loudness: Loudness,
  options: OnsetOptions = ONSET_DEFAULTS,
): Onset[] {
  const places = loudness.db.length;
  const rise = riseScores(loudness, options);
  const inFrames = placesInFrames(heads, frames, leadSec, places);
  const attention = rows.map((row) => attentionScores(row.attention, frames, inFrames, places, options));
  const scores = attention.map((score) => score.map((value, place) => value + (rise[place] ?? 0)));
  const usualSec = rows.map(({ syllables }) => Math.max(1, syllables) * options.usualSyllableSec);
  const path = bestPath(
    scores,
    usualSec,
    soundBefore(loudness, options),
    Math.max(1, Math.round(options.minTokenSec / GRID_SEC)),
    options.overlongWeight,
  );
  return path.map((place, i) => ({ sec: place * GRID_SEC, method: methodOf(i, path, attention, rise, options) }));
}

/** Where each place of the grid lies between two frames of each head, whose lag moves it. */
function placesInFrames(heads: readonly AttentionHead[], frames: number, leadSec: number, places: number) {
  return heads.map(({ lagSec }) => {
    const low = new Int32Array(places);
    const share = new Float64Array(places);
    for (let place = 0; place < places; place++) {
      const frame = (place * GRID_SEC + leadSec + lagSec) / FRAME_SEC - 0.5;
      const below = Math.min(frames - 1, Math.max(0, Math.floor(frame)));
      low[place] = below;
      share[place] = below + 1 < frames ? Math.min(1, Math.max(0, frame - below)) : 0;
    }
    return { low, share };
  });
}

/** Logarithm of the smoothed mean attention on the grid. */
function attentionScores(
  row: Float32Array,
  frames: number,
  heads: ReturnType<typeof placesInFrames>,
  places: number,
  options: OnsetOptions,
): Float64Array {
  const mean = new Float64Array(places);
  const weight = 1 / heads.length;
  for (const [head, { low, share }] of heads.entries()) {
    for (let place = 0; place < places; place++) {
      const at = head * frames + (low[place] as number);
      const part = share[place] as number;
      // At the last frame the share is 0, so that what follows it counts for nothing.
      mean[place] = (mean[place] as number) + weight * ((row[at] ?? 0) * (1 - part) + (row[at + 1] ?? 0) * part);
    }
  }
  const scores = smoothed(mean, options.smoothingSec / GRID_SEC);
  for (let place = 0; place < places; place++) scores[place] = Math.log((scores[place] as number) + options.attentionFloor);
  return scores;
}

/** Three running means have nearly the shape of a Gaussian, at a fraction of the cost. */
function smoothed(values: Float64Array, deviation: number): Float64Array {
  const half = Math.max(0, Math.round((Math.sqrt(4 * deviation * deviation + 1) - 1) / 2));
  let result = values;
  for (let round = 0; round < 3; round++) result = runningMean(result, half);
  return result;
}

function runningMean(values: Float64Array, half: number): Float64Array {
  const mean = new Float64Array(values.length);
  let sum = 0;
  for (let i = -half; i < values.length; i++) {
    sum += (values[i + half] ?? 0) - (values[i - half - 1] ?? 0);
    if (i >= 0) mean[i] = sum / (2 * half + 1);
  }
  return mean;
}

/** Positive where sound sets in after silence, negative where silence follows. */
function riseScores(loudness: Loudness, options: OnsetOptions): Float64Array {
  const { db } = loudness;
  const width = Math.max(1, Math.round(options.riseSec / GRID_SEC));
  const silence = silenceOf(loudness, options);
  const sums = new Float64Array(db.length + 1);
  for (let i = 0; i < db.length; i++) sums[i + 1] = (sums[i] ?? 0) + (db[i] ?? 0);
  const mean = (from: number, to: number) => {
    const a = Math.min(db.length - 1, Math.max(0, from));
    const b = Math.min(db.length, Math.max(a + 1, to));
    return ((sums[b] ?? 0) - (sums[a] ?? 0)) / (b - a);
  };
  return db.map((_, place) => {
    const before = mean(place - width, place);
    const after = mean(place + 1, place + 1 + width);
    const rise = Math.min(1, Math.max(-1, (after - before) / options.fullRiseDb));
    return options.riseWeight * rise * silence(before) - options.silenceWeight * silence(after);
  });
}

/** How silent a level is, 0..1. */
function silenceOf({ quietDb, loudDb }: Loudness, options: OnsetOptions): (db: number) => number {
  const limit = quietDb + options.silenceShare * (loudDb - quietDb);
  return (db) => Math.min(1, Math.max(0, (limit - db) / options.fullRiseDb + 0.5));
}

/** Seconds of sound before each place. */
function soundBefore(loudness: Loudness, options: OnsetOptions): Float64Array {
  const silence = silenceOf(loudness, options);
  let sec = 0;
  return loudness.db.map((level) => {
    const before = sec;
    sec += (1 - silence(level)) * GRID_SEC;
    return before;
  });
}

function methodOf(
  i: number,
  path: readonly number[],
  attention: readonly Float64Array[],
  rise: Float64Array,
  options: OnsetOptions,
): TimingMethod {
  const place = path[i] ?? 0;
  if ((rise[place] ?? 0) <= 0) return 'attention';
  const scores = attention[i] ?? new Float64Array(0);
  const peak = argMax(scores, i === 0 ? 0 : (path[i - 1] ?? 0) + 1, path[i + 1] ?? scores.length);
  return Math.abs(peak - place) * GRID_SEC <= options.agreementSec ? 'aligned' : 'refined';
}

/** Last place, in seconds, where it is still loud between a beginning and what comes next; at least `minTokenSec` after the beginning. */
export function endOf(
  startSec: number,
  nextSec: number,
  { db, quietDb, loudDb }: Loudness,
  options: OnsetOptions = ONSET_DEFAULTS,
): number {
  const limit = quietDb + options.silenceShare * (loudDb - quietDb);
  const first = Math.ceil(startSec / GRID_SEC);
  // The next word's own sound shows in a window before it begins.
  let last = Math.min(db.length - 1, Math.floor((nextSec - options.riseSec) / GRID_SEC));
  if ((db[last] ?? 0) >= limit) return Math.max(nextSec, startSec);
  while (last > first && (db[last] ?? 0) < limit) last--;
  return Math.min(nextSec, Math.max(startSec + options.minTokenSec, (last + 1) * GRID_SEC));
}
