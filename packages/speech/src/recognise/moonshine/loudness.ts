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
/** Samples per level window: 16 ms, about two pitch periods of a low voice. */
const WINDOW_SAMPLES = 256;
/** Shares of the grid below the quiet and the loud level. */
const QUIET_SHARE = 0.05;
const LOUD_SHARE = 0.95;
/** Keeps the logarithm finite: -90 dB. */
const FLOOR_POWER = 1e-9;

/** Level of 16 kHz samples at each grid step. */
export function loudnessOf(samples: Float32Array): Loudness {
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
  return { db, quietDb: at(QUIET_SHARE), loudDb: at(LOUD_SHARE) };
}
