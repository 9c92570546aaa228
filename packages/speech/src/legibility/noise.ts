import { derivedSeed, seededRandom } from '../signal/random.ts';
import { resample } from '../signal/resample.ts';
import type { Waveform } from '../signal/waveform.ts';
import { carNoise } from './car-noise.ts';
import { LINE_RATE } from './phone-line.ts';

/** Noise at the listener's ear. */
export interface Noise {
  /** For the result's `method`, such as "car cabin". */
  name: string;
  /** `length` samples at {@link LINE_RATE}, the same for the same seed; their level does not matter. */
  make(length: number, seed: number): Float32Array;
}

/** The synthesised cabin of a car (see `CAR_NOISE`). */
export function carCabin(): Noise {
  return { name: 'car cabin', make: carNoise };
}

/** Noise from a recording, such as a street; the seed chooses where in it to begin. */
export async function recordedNoise(name: string, recording: Waveform): Promise<Noise> {
  const { samples } = await resample(recording, LINE_RATE);
  return {
    name,
    make(length, seed) {
      const from = Math.floor(seededRandom(derivedSeed(seed, 6)).uniform() * samples.length);
      return Float32Array.from({ length }, (_, index) => samples[(from + index) % Math.max(1, samples.length)] ?? 0);
    },
  };
}
