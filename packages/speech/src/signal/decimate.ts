import type { Waveform } from './waveform.ts';

/** Taps of the low-pass for each kept sample. House rule: over 60 dB where it matters to pitch. */
const TAPS_PER_STEP = 12;
/** Cut-off as a share of the new Nyquist frequency. */
const CUTOFF_SHARE = 0.9;

/** Lowers the rate by a whole factor so that it stays at or above `minRate`; the same samples when it already is below twice that. */
export function decimate(waveform: Waveform, minRate: number): Waveform {
  const factor = Math.floor(waveform.sampleRate / minRate);
  if (factor < 2) return waveform;
  const filter = lowPass(factor);
  const middle = (filter.length - 1) / 2;
  const { samples } = waveform;
  const out = new Float32Array(Math.ceil(samples.length / factor));
  for (let i = 0; i < out.length; i += 1) {
    const from = i * factor - middle;
    let sum = 0;
    for (let k = Math.max(0, -from); k < filter.length && from + k < samples.length; k += 1)
      sum += (filter[k] ?? 0) * (samples[from + k] ?? 0);
    out[i] = sum;
  }
  return { samples: out, sampleRate: waveform.sampleRate / factor };
}

/** A Hann-windowed sinc of odd length with a gain of 1 at 0 Hz. */
function lowPass(factor: number): Float64Array {
  const length = TAPS_PER_STEP * factor + 1;
  const middle = (length - 1) / 2;
  const cutoff = CUTOFF_SHARE / factor;
  const taps = Float64Array.from({ length }, (_, i) => {
    const x = i - middle;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / (middle + 1));
    return window * (x === 0 ? cutoff : Math.sin(Math.PI * cutoff * x) / (Math.PI * x));
  });
  const gain = taps.reduce((sum, tap) => sum + tap, 0);
  return taps.map((tap) => tap / gain);
}
