/** Added before the segment is found, in 16-bit units: G.711's 33 at 14 bits. */
const BIAS = 132;
/** Largest magnitude that is coded, in 16-bit units. */
const CLIP = 32_635;
const FULL_SCALE = 32_768;

/** G.711 mu-law byte of a 16-bit sample. */
export function encodeMuLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(CLIP, Math.abs(sample)) + BIAS;
  const segment = 24 - Math.clz32(magnitude);
  const step = (magnitude >> (segment + 3)) & 0x0f;
  return ~(sign | (segment << 4) | step) & 0xff;
}

/** 16-bit sample of a G.711 mu-law byte. */
export function decodeMuLaw(byte: number): number {
  const bits = ~byte & 0xff;
  const segment = (bits >> 4) & 0x07;
  const magnitude = (((bits & 0x0f) << 3) + BIAS) * 2 ** segment - BIAS;
  return (bits & 0x80) !== 0 ? 0 - magnitude : magnitude;
}

/** What a mu-law line makes of samples of -1..1. */
export function throughMuLaw(samples: Float32Array): Float32Array {
  const result = new Float32Array(samples.length);
  for (let index = 0; index < samples.length; index += 1) {
    const sample = Math.round((samples[index] ?? 0) * FULL_SCALE);
    result[index] = decodeMuLaw(encodeMuLaw(sample)) / FULL_SCALE;
  }
  return result;
}
