import type { Span } from '@ringback/core';
import { Fourier, powerOfTwoFrom } from '../signal/fourier.ts';
import type { Waveform } from '../signal/waveform.ts';

/** Seconds of one spectrum. House rule: bands of about 30 Hz. */
const WINDOW_SEC = 0.032;
/** Hz: spectra are smoothed to bands this wide. House rule. */
const BAND_HZ = 200;
/** dB under the strongest band at which a band carries nothing. House rule: a telephone line's stop band lies deeper. */
const EMPTY_BELOW_PEAK_DB = 55;

/** Hz: the highest frequency that carries energy of the speech (about 3,400 on a telephone line); 0 without sound. */
export function bandwidthOf(waveform: Waveform, segments: readonly Span[]): number {
  const { power, hzPerBin } = meanSpectrum(waveform, segments);
  const binsPerBand = Math.max(1, Math.round(BAND_HZ / hzPerBin));
  const bands: number[] = [];
  for (let bin = 1; bin + binsPerBand <= power.length; bin += binsPerBand) {
    bands.push(power.subarray(bin, bin + binsPerBand).reduce((sum, value) => sum + value, 0) / binsPerBand);
  }
  const peak = Math.max(0, ...bands);
  if (peak === 0) return 0;
  const empty = peak * 10 ** (-EMPTY_BELOW_PEAK_DB / 10);
  const highest = bands.findLastIndex((band) => band > empty);
  return Math.min(waveform.sampleRate / 2, (1 + (highest + 1) * binsPerBand) * hzPerBin);
}

function meanSpectrum({ samples, sampleRate }: Waveform, segments: readonly Span[]): { power: Float64Array; hzPerBin: number } {
  const size = powerOfTwoFrom(WINDOW_SEC * sampleRate);
  const fourier = new Fourier(size);
  const window = Float64Array.from({ length: size }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / size));
  const power = new Float64Array(size / 2);
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  for (const { start, end } of segments) {
    for (let at = Math.round(start * sampleRate); at + size <= Math.min(samples.length, end * sampleRate); at += size) {
      imaginary.fill(0);
      for (let i = 0; i < size; i += 1) real[i] = (samples[at + i] ?? 0) * (window[i] ?? 0);
      fourier.forward(real, imaginary);
      for (let k = 0; k < power.length; k += 1) power[k] = (power[k] ?? 0) + (real[k] ?? 0) ** 2 + (imaginary[k] ?? 0) ** 2;
    }
  }
  return { power, hzPerBin: sampleRate / size };
}
