import type { TimingMethod } from '@ringback/core';
import { GRID_SAMPLES, type Loudness } from './loudness.ts';
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
  agreementSec: 0.05,
};

/** A token to be placed. */
export interface TokenRow {
  /** Attention when it was chosen: `row[head * frames + frame]`. */
  attention: Float32Array;
  /** It begins a word or is a digit: sound may set in here. */
  begins: boolean;
}

/** Where a token begins, in seconds of the stretch. */
export interface Onset {
  sec: number;
  method: TimingMethod;
}

const GRID_SEC = GRID_SAMPLES / MODEL_RATE;
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
  const attention = rows.map((row) => attentionScores(row.attention, frames, leadSec, heads, places, options));
  const scores = attention.map((score, i) => (rows[i]?.begins ? score.map((value, place) => value + (rise[place] ?? 0)) : score));
  const path = bestPath(scores, places, Math.max(1, Math.round(options.minTokenSec / GRID_SEC)));
  return path.map((place, i) => ({ sec: place * GRID_SEC, method: methodOf(i, path, attention, rise, options) }));
}

/** Logarithm of the smoothed mean attention on the grid. */
function attentionScores(
  row: Float32Array,
  frames: number,
  leadSec: number,
  heads: readonly AttentionHead[],
  places: number,
  options: OnsetOptions,
): Float64Array {
  const mean = new Float64Array(places);
  heads.forEach(({ lagSec }, head) => {
    for (let place = 0; place < places; place++) {
      const frame = (place * GRID_SEC + leadSec + lagSec) / FRAME_SEC - 0.5;
      const low = Math.min(frames - 1, Math.max(0, Math.floor(frame)));
      const high = Math.min(frames - 1, low + 1);
      const share = Math.min(1, Math.max(0, frame - low));
      const value = (row[head * frames + low] ?? 0) * (1 - share) + (row[head * frames + high] ?? 0) * share;
      mean[place] = (mean[place] ?? 0) + value / heads.length;
    }
  });
  return smoothed(mean, options.smoothingSec / GRID_SEC).map((value) => Math.log(value + options.attentionFloor));
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
function riseScores({ db, quietDb, loudDb }: Loudness, options: OnsetOptions): Float64Array {
  const width = Math.max(1, Math.round(options.riseSec / GRID_SEC));
  const limit = quietDb + options.silenceShare * (loudDb - quietDb);
  const sums = new Float64Array(db.length + 1);
  for (let i = 0; i < db.length; i++) sums[i + 1] = (sums[i] ?? 0) + (db[i] ?? 0);
  const mean = (from: number, to: number) => {
    const a = Math.min(db.length - 1, Math.max(0, from));
    const b = Math.min(db.length, Math.max(a + 1, to));
    return ((sums[b] ?? 0) - (sums[a] ?? 0)) / (b - a);
  };
  const silence = (level: number) => Math.min(1, Math.max(0, (limit - level) / options.fullRiseDb + 0.5));
  return db.map((_, place) => {
    const before = mean(place - width, place);
    const after = mean(place + 1, place + 1 + width);
    const rise = Math.min(1, Math.max(-1, (after - before) / options.fullRiseDb));
    return options.riseWeight * rise * silence(before) - options.silenceWeight * silence(after);
  });
}

/** Places of the tokens, in order and at least `gap` apart, with the greatest sum of scores. */
function bestPath(scores: readonly Float64Array[], places: number, gap: number): number[] {
  const step = Math.max(0, Math.min(gap, Math.floor((places - 1) / Math.max(1, scores.length))));
  const from = scores.map(() => new Int32Array(places));
  let sums = Float64Array.from(scores[0] ?? []);
  for (let token = 1; token < scores.length; token++) {
    const next = new Float64Array(places).fill(Number.NEGATIVE_INFINITY);
    let best = Number.NEGATIVE_INFINITY;
    let bestPlace = 0;
    for (let place = step; place < places; place++) {
      const value = sums[place - step] ?? Number.NEGATIVE_INFINITY;
      if (value > best) [best, bestPlace] = [value, place - step];
      next[place] = best + (scores[token]?.[place] ?? 0);
      (from[token] as Int32Array)[place] = bestPlace;
    }
    sums = next;
  }
  const path = new Array<number>(scores.length).fill(0);
  let place = argMax(sums, 0, places);
  for (let token = scores.length - 1; token >= 0; token--) {
    path[token] = place;
    place = from[token]?.[place] ?? 0;
  }
  return path;
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

function argMax(values: Float64Array, from: number, to: number): number {
  let best = from;
  for (let i = from; i < to; i++) if ((values[i] ?? 0) > (values[best] ?? Number.NEGATIVE_INFINITY)) best = i;
  return best;
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
