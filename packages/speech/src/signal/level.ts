import type { LevelTrack } from '@ringback/core';
import type { Waveform } from './waveform.ts';

/** dB full scale given to digital silence, so that no value is minus infinity. */
export const SILENCE_DB = -120;

/** Power (mean square) as dB full scale. */
export function decibels(power: number): number {
  return power <= 10 ** (SILENCE_DB / 10) ? SILENCE_DB : 10 * Math.log10(power);
}

/** How the level is sampled. */
export interface LevelOptions {
  /** Seconds from one value to the next. */
  stepSec: number;
  /** Seconds of sound under each value. */
  windowSec: number;
}

/** Values every 10 ms over 30 ms of sound: house rule, several periods of a low voice in each value. */
export const LEVEL_OPTIONS: Readonly<LevelOptions> = { stepSec: 0.01, windowSec: 0.03 };

/** Intensity in dB full scale of the sound around each time. */
export function trackLevel(waveform: Waveform, options: LevelOptions = LEVEL_OPTIONS): LevelTrack {
  const { samples, sampleRate } = waveform;
  const { stepSec, windowSec } = options;
  const count = Math.max(1, Math.floor(samples.length / sampleRate / stepSec));
  const half = (windowSec * sampleRate) / 2;
  const values = new Float32Array(count);
  for (let i = 0; i < count; i += 1) {
    const middle = (i + 0.5) * stepSec * sampleRate;
    values[i] = decibels(meanSquare(samples, middle - half, middle + half));
  }
  return { startSec: stepSec / 2, stepSec, values };
}

/** Mean square around the mean of the samples in the window (an offset is no sound). */
function meanSquare(samples: Float32Array, from: number, to: number): number {
  const first = Math.max(0, Math.round(from));
  const last = Math.min(samples.length, Math.round(to));
  let sum = 0;
  let squares = 0;
  for (let i = first; i < last; i += 1) {
    const value = samples[i] ?? 0;
    sum += value;
    squares += value * value;
  }
  const count = last - first;
  return count <= 0 ? 0 : Math.max(0, squares / count - (sum / count) ** 2);
}
