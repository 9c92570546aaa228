import { applyFilter, highPass, lowPass, slope } from '../signal/filter.ts';
import { derivedSeed, seededRandom } from '../signal/random.ts';
import { LINE_RATE } from './phone-line.ts';

/**
 * The cabin of a car on a main road, as a recipe (docs/number.md). Levels are those of each part before it is shaped,
 * against the road part. All of it is a house rule after the steep fall of cabin spectra; the noise is compared with speech
 * inside the telephone band alone, so the rumble below 300 Hz sets the sound, not the difficulty.
 */
export const CAR_NOISE = {
  /** Body and engine rumble: white noise falling 12 dB an octave above 90 Hz. */
  rumble: { cutoffHz: 90, levelDb: 22 },
  /** Tyres on the road: white noise falling 6 dB an octave above 500 Hz. */
  road: { cutoffHz: 500, levelDb: 0 },
  /** Wind: white noise between 600 and 2500 Hz. */
  wind: { lowHz: 600, highHz: 2_500, levelDb: -14 },
  /** Engine: harmonics of the firing rate of four cylinders at 2,500 turns a minute, each 6 dB under the one before. */
  engine: { firingHz: 83, harmonics: 8, fallDb: 6, levelDb: 0 },
  /** The road under the tyres changes: all of it swells and sinks. */
  swell: { hz: 0.4, depthDb: 1.5 },
} as const;

/** Noise of a car's cabin at {@link LINE_RATE}, mean square 1, the same for the same seed. */
export function carNoise(length: number, seed: number): Float32Array {
  // Filters start empty: the first quarter second of a longer run is thrown away.
  const settle = LINE_RATE / 4;
  const total = length + settle;
  const { rumble, road, wind } = CAR_NOISE;
  const parts = [
    scaled(applyFilter(lowPass(2, rumble.cutoffHz, LINE_RATE), white(total, seed, 1)), rumble.levelDb),
    scaled(applyFilter(slope(road.cutoffHz, LINE_RATE), white(total, seed, 2)), road.levelDb),
    scaled(
      applyFilter([...highPass(2, wind.lowHz, LINE_RATE), ...lowPass(2, wind.highHz, LINE_RATE)], white(total, seed, 3)),
      wind.levelDb,
    ),
    engine(total, seed),
  ];
  const sum = new Float32Array(total);
  for (const part of parts) for (let index = 0; index < total; index += 1) sum[index] = (sum[index] ?? 0) + (part[index] ?? 0);
  swell(sum, seed);
  return normalised(sum.subarray(settle));
}

function white(length: number, seed: number, part: number): Float32Array {
  const random = seededRandom(derivedSeed(seed, part));
  const result = new Float32Array(length);
  for (let index = 0; index < length; index += 1) result[index] = random.nearlyGaussian();
  return result;
}

function engine(length: number, seed: number): Float32Array {
  const { firingHz, harmonics, fallDb, levelDb } = CAR_NOISE.engine;
  const random = seededRandom(derivedSeed(seed, 4));
  // All its tones are whole hertz, so it comes again every second.
  const second = new Float32Array(Math.min(length, LINE_RATE));
  for (let harmonic = 1; harmonic <= harmonics; harmonic += 1) {
    const amplitude = ratio(levelDb - fallDb * (harmonic - 1));
    const phase = 2 * Math.PI * random.uniform();
    const step = (2 * Math.PI * firingHz * harmonic) / LINE_RATE;
    for (let index = 0; index < second.length; index += 1)
      second[index] = (second[index] ?? 0) + amplitude * Math.sin(phase + step * index);
  }
  const result = new Float32Array(length);
  for (let from = 0; from < length; from += LINE_RATE) result.set(second.subarray(0, length - from), from);
  return result;
}

function swell(samples: Float32Array, seed: number): void {
  const { hz, depthDb } = CAR_NOISE.swell;
  const phase = 2 * Math.PI * seededRandom(derivedSeed(seed, 5)).uniform();
  const step = (2 * Math.PI * hz) / LINE_RATE;
  for (let index = 0; index < samples.length; index += 1) {
    samples[index] = (samples[index] ?? 0) * ratio(depthDb * Math.sin(phase + step * index));
  }
}

function scaled(samples: Float32Array, levelDb: number): Float32Array {
  const factor = ratio(levelDb);
  return samples.map((sample) => sample * factor);
}

function normalised(samples: Float32Array): Float32Array {
  let power = 0;
  for (const sample of samples) power += sample * sample;
  const factor = power === 0 ? 0 : Math.sqrt(samples.length / power);
  return samples.map((sample) => sample * factor);
}

function ratio(db: number): number {
  return Math.exp((Math.LN10 / 20) * db);
}
