import type { Track } from '@ringback/core';
import { MODEL_RATE } from './variant.ts';

/** Level of the sound on a fine grid, for placing words. */
export interface Loudness {
  /** dB full scale, one value per grid step, the window centred on it. */
  db: Float64Array;
  /** dB: the quiet between the words. */
  quietDb: number;
  /** dB: the loudest parts of the words. */
  loudDb: number;
}

/** Samples per grid step at 16 kHz: 8 ms, a third of the encoder's frame. */
export const GRID_SAMPLES = 128;
/** The same in seconds. */
export const GRID_SEC = GRID_SAMPLES / MODEL_RATE;
/** Samples per level window: 16 ms, about two pitch periods of a low voice. */
const WINDOW_SAMPLES = 256;
/** Shares of the grid below the quiet and the loud level. */
const QUIET_SHARE = 0.05;
const LOUD_SHARE = 0.95;
/** Keeps the logarithm finite: -90 dB. */
const FLOOR_POWER = 1e-9;

/** Probabilities of speech under and over which a place counts as silent and as spoken. House rules. */
const SILENT_PROBABILITY = 0.3;
const SPOKEN_PROBABILITY = 0.7;
/** Seconds before a place and after it in which the detector may notice speech: an "s" or "f" that begins a word is noticed late. House rules. */
const NOTICED_BEFORE_SEC = 0.03;
const NOTICED_AFTER_SEC = 0.13;

/** What a speech detector says of the recording, and where the samples begin in it. */
export interface DetectedSpeech {
  track: Track;
  offsetSec: number;
}

/**
 * Level of 16 kHz samples at each grid step. What the detector takes for no speech (a breath, a car door) is lowered to the quiet between
 * the words; what it notices soon after counts too, so that the sound itself tells where a word sets in.
 */
export function loudnessOf(samples: Float32Array, detected?: DetectedSpeech): Loudness {
  const steps = Math.floor(samples.length / GRID_SAMPLES) + 1;
  const sums = new Float64Array(samples.length + 1);
  for (let i = 0; i < samples.length; i++) sums[i + 1] = (sums[i] ?? 0) + (samples[i] ?? 0) ** 2;
  const db = Float64Array.from({ length: steps }, (_, step) => {
    const from = Math.max(0, step * GRID_SAMPLES - WINDOW_SAMPLES / 2);
    const to = Math.min(samples.length, step * GRID_SAMPLES + WINDOW_SAMPLES / 2);
    const power = ((sums[to] ?? 0) - (sums[from] ?? 0)) / Math.max(1, to - from);
    return 10 * Math.log10(power + FLOOR_POWER);
  });
  const sorted = db.slice().sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const [quietDb, loudDb] = [at(QUIET_SHARE), at(LOUD_SHARE)];
  if (detected === undefined) return { db, quietDb, loudDb };
  const spoken = db.map((level, step) => quietDb + (level - quietDb) * (level > quietDb ? spokenAt(detected, step * GRID_SEC) : 1));
  return { db: spoken, quietDb, loudDb };
}

/** 0 where nobody speaks, 1 where someone does. */
function spokenAt({ track: { startSec, stepSec, values }, offsetSec }: DetectedSpeech, sec: number): number {
  const place = (at: number) => Math.round((offsetSec + at - startSec) / stepSec);
  let probability = 0;
  for (let i = place(sec - NOTICED_BEFORE_SEC); i <= place(sec + NOTICED_AFTER_SEC); i += 1)
    probability = Math.max(probability, values[i] ?? 0);
  return Math.min(1, Math.max(0, (probability - SILENT_PROBABILITY) / (SPOKEN_PROBABILITY - SILENT_PROBABILITY)));
}
