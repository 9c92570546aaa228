import type { Waveform } from './waveform.ts';

/** Level per frame in dB full scale. */
export interface Levels {
  /** Seconds per frame. */
  stepSec: number;
  db: Float64Array;
}

/** Level of digital silence, in dB full scale. */
export const SILENCE_DB = -100;

/** Root-mean-square level of consecutive frames. */
export function levelsOf(waveform: Waveform, stepSec: number): Levels {
  const step = Math.max(1, Math.round(stepSec * waveform.sampleRate));
  const frames = Math.floor(waveform.samples.length / step);
  const db = new Float64Array(frames);
  for (let frame = 0; frame < frames; frame++) {
    let energy = 0;
    for (let i = frame * step; i < (frame + 1) * step; i++) energy += (waveform.samples[i] ?? 0) ** 2;
    db[frame] = Math.max(SILENCE_DB, 10 * Math.log10(energy / step + 1e-12));
  }
  return { stepSec: step / waveform.sampleRate, db };
}

/** The value below which `share` (0..1) of the values lie; NaN of nothing. */
export function percentile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
