import type { Waveform } from '../signal/waveform.ts';

/** A voice-like sound for tests: harmonics of a pitch that may move, falling 6 dB for each octave. */
export interface VoiceRecipe {
  seconds: number;
  sampleRate?: number;
  /** Hz at time `t` (seconds); 0 is silence. */
  pitch: (t: number) => number;
  /** Peak, 0..1. */
  gain?: number;
  /** Hz under which harmonics are left out, as a telephone line does. */
  lowestHz?: number;
  /** Standard deviation of the added noise. */
  noise?: number;
}

const HIGHEST_HARMONIC_HZ = 3400;

/** Seeded noise, the same in every run. */
export function noiseSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** Sounds the recipe. */
export function voice(recipe: VoiceRecipe): Waveform {
  const { seconds, pitch, sampleRate = 16_000, gain = 0.3, lowestHz = 0, noise = 0 } = recipe;
  const random = noiseSource(7);
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  let phase = 0;
  for (let i = 0; i < samples.length; i += 1) {
    const hz = pitch(i / sampleRate);
    phase += hz / sampleRate;
    let value = 0;
    for (let k = 1; hz > 0 && k * hz < HIGHEST_HARMONIC_HZ; k += 1) if (k * hz >= lowestHz) value += Math.sin(2 * Math.PI * k * phase) / k;
    samples[i] = gain * value * 0.5 + noise * random();
  }
  return { samples, sampleRate };
}

/** The same sound at another level. */
export function amplified(waveform: Waveform, decibels: number): Waveform {
  const factor = 10 ** (decibels / 20);
  return { ...waveform, samples: waveform.samples.map((value) => value * factor) };
}
