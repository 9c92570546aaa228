import type { Waveform } from '../waveform.ts';
import { Fourier, powerOfTwoFrom } from './fourier.ts';
import type { PitchOptions } from './pitch-options.ts';

/** One hypothesis about one frame. Frequency 0 stands for "unvoiced". */
export interface PitchCandidate {
  hz: number;
  /** Height of the autocorrelation at this period, 0..1. */
  strength: number;
}

/** What one frame offers to the path finder. */
export interface PitchFrame {
  /** Peak of the frame relative to the peak of the recording, 0..1. */
  intensity: number;
  /** Voiced candidates, best first. */
  candidates: PitchCandidate[];
}

/** Frames at a fixed step. */
export interface PitchFrames {
  startSec: number;
  frames: PitchFrame[];
}

/** Periods of the lowest pitch in one window, Boersma 1993. */
const PERIODS_PER_WINDOW = 3;
/** Taps on each side when the autocorrelation is read between two lags. */
const SINC_DEPTH = 30;
/** Steps in which the top of a peak is closed in on. */
const PEAK_STEPS = 12;

/**
 * Pitch candidates by the autocorrelation of the windowed signal divided by that of the window
 * (P. Boersma, "Accurate short-term analysis of the fundamental frequency and the harmonics-to-noise ratio of a sampled sound", 1993).
 */
export function pitchFrames(waveform: Waveform, options: PitchOptions): PitchFrames {
  const { samples, sampleRate } = waveform;
  const duration = samples.length / sampleRate;
  const windowSec = PERIODS_PER_WINDOW / options.floorHz;
  const count = Math.floor((duration - windowSec) / options.stepSec) + 1;
  const startSec = duration / 2 - (Math.max(0, count - 1) * options.stepSec) / 2;
  const globalPeak = peakOf(samples, 0, samples.length, meanOf(samples, 0, samples.length));
  if (count < 1 || globalPeak === 0) return { startSec, frames: [] };
  const correlator = new Correlator(waveform, windowSec, options);
  const frames: PitchFrame[] = [];
  for (let i = 0; i < count; i += 2) {
    const first = startSec + i * options.stepSec;
    const pair = correlator.pair(first, i + 1 < count ? first + options.stepSec : first);
    frames.push(
      ...(i + 1 < count ? pair : pair.slice(0, 1)).map(({ correlation, peak }) => ({
        intensity: Math.min(1, peak / globalPeak),
        candidates: peak === 0 ? [] : findCandidates(correlation, sampleRate, options),
      })),
    );
  }
  return { startSec, frames };
}

/** Computes two frames at once: both are real, so they share one complex transform. */
class Correlator {
  readonly #samples: Float32Array;
  readonly #rate: number;
  readonly #window: Float64Array;
  readonly #windowCorrelation: Float64Array;
  readonly #fourier: Fourier;
  readonly #real: Float64Array;
  readonly #imaginary: Float64Array;
  readonly #lags: number;
  readonly #halfPeriod: number;

  constructor(waveform: Waveform, windowSec: number, options: PitchOptions) {
    this.#samples = waveform.samples;
    this.#rate = waveform.sampleRate;
    const length = Math.floor(windowSec * this.#rate);
    this.#halfPeriod = Math.floor(this.#rate / options.floorHz / 2);
    this.#lags = Math.min(length - 1, Math.ceil(this.#rate / options.floorHz) + SINC_DEPTH + 2);
    this.#fourier = new Fourier(powerOfTwoFrom(length + this.#lags));
    this.#real = new Float64Array(this.#fourier.size);
    this.#imaginary = new Float64Array(this.#fourier.size);
    this.#window = Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / length));
    this.#windowCorrelation = this.#correlateWindow();
  }

  pair(firstSec: number, secondSec: number): { correlation: Float64Array; peak: number }[] {
    this.#real.fill(0);
    this.#imaginary.fill(0);
    const peaks = [this.#fill(this.#real, firstSec), this.#fill(this.#imaginary, secondSec)];
    this.#correlate();
    return [this.#normalised(this.#real), this.#normalised(this.#imaginary)].map((correlation, i) => ({
      correlation,
      peak: peaks[i] ?? 0,
    }));
  }

  /** Writes the windowed frame; returns its peak within half a longest period around the middle. */
  #fill(target: Float64Array, middleSec: number): number {
    const length = this.#window.length;
    const middle = Math.round(middleSec * this.#rate);
    const from = Math.min(Math.max(0, middle - (length >> 1)), Math.max(0, this.#samples.length - length));
    const period = this.#halfPeriod * 2;
    const mean = meanOf(this.#samples, middle - period, middle + period);
    for (let i = 0; i < length; i += 1) target[i] = ((this.#samples[from + i] ?? 0) - mean) * (this.#window[i] ?? 0);
    return peakOf(this.#samples, middle - this.#halfPeriod, middle + this.#halfPeriod, mean);
  }

  /** Turns the two signals in the buffers into their autocorrelations (times a constant). */
  #correlate(): void {
    const re = this.#real;
    const im = this.#imaginary;
    const n = this.#fourier.size;
    this.#fourier.forward(re, im);
    for (let k = 0; k <= n / 2; k += 1) {
      const j = (n - k) % n;
      const sumRe = (re[k] ?? 0) + (re[j] ?? 0);
      const sumIm = (im[k] ?? 0) + (im[j] ?? 0);
      const difRe = (re[k] ?? 0) - (re[j] ?? 0);
      const difIm = (im[k] ?? 0) - (im[j] ?? 0);
      const first = sumRe * sumRe + difIm * difIm;
      const second = sumIm * sumIm + difRe * difRe;
      re[k] = re[j] = first;
      im[k] = im[j] = second;
    }
    this.#fourier.forward(re, im);
  }

  #normalised(buffer: Float64Array): Float64Array {
    const zero = buffer[0] ?? 0;
    const out = new Float64Array(this.#lags + 1);
    if (zero <= 0) return out;
    for (let lag = 0; lag <= this.#lags; lag += 1) out[lag] = (buffer[lag] ?? 0) / zero / (this.#windowCorrelation[lag] ?? 1);
    return out;
  }

  #correlateWindow(): Float64Array {
    this.#real.set(this.#window);
    this.#correlate();
    const zero = this.#real[0] ?? 1;
    return Float64Array.from({ length: this.#lags + 1 }, (_, lag) => (this.#real[lag] ?? 0) / zero);
  }
}

function findCandidates(correlation: Float64Array, sampleRate: number, options: PitchOptions): PitchCandidate[] {
  const found: { candidate: PitchCandidate; merit: number }[] = [];
  const last = Math.min(correlation.length - 2, Math.ceil(sampleRate / options.floorHz));
  for (let lag = 2; lag <= last; lag += 1) {
    const before = correlation[lag - 1] ?? 0;
    const here = correlation[lag] ?? 0;
    const after = correlation[lag + 1] ?? 0;
    if (here <= 0.5 * options.voicingThreshold || here <= before || here < after) continue;
    const top = refinePeak(correlation, lag);
    const hz = sampleRate / top.lag;
    if (hz > options.ceilingHz || hz < options.floorHz) continue;
    const strength = top.height > 1 ? 1 / top.height : top.height;
    found.push({ candidate: { hz, strength }, merit: strength - options.octaveCost * Math.log2(options.floorHz / hz) });
  }
  found.sort((a, b) => b.merit - a.merit);
  return found.slice(0, options.maxCandidates).map(({ candidate }) => candidate);
}

/** Closes in on the top of the peak around a whole lag by golden section on the band-limited interpolation. */
function refinePeak(correlation: Float64Array, lag: number): { lag: number; height: number } {
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = lag - 1;
  let high = lag + 1;
  let a = high - golden * (high - low);
  let b = low + golden * (high - low);
  let heightA = interpolate(correlation, a);
  let heightB = interpolate(correlation, b);
  for (let step = 0; step < PEAK_STEPS; step += 1) {
    if (heightA > heightB) {
      high = b;
      b = a;
      heightB = heightA;
      a = high - golden * (high - low);
      heightA = interpolate(correlation, a);
    } else {
      low = a;
      a = b;
      heightA = heightB;
      b = low + golden * (high - low);
      heightB = interpolate(correlation, b);
    }
  }
  return heightA > heightB ? { lag: a, height: heightA } : { lag: b, height: heightB };
}

/** The autocorrelation between two lags, by a Hann-windowed sinc; it is symmetric around lag 0. */
function interpolate(correlation: Float64Array, lag: number): number {
  const left = Math.floor(lag);
  const rest = lag - left;
  if (rest < 1e-9) return correlation[left] ?? 0;
  const depth = Math.min(SINC_DEPTH, correlation.length - 1 - left);
  const sine = Math.sin(Math.PI * rest) / Math.PI;
  let sum = 0;
  for (let k = 1 - depth; k <= depth; k += 1) {
    const distance = rest - k;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / (depth + 0.5));
    sum += ((((k & 1) === 0 ? sine : -sine) * window) / distance) * (correlation[Math.abs(left + k)] ?? 0);
  }
  return sum;
}

function meanOf(samples: Float32Array, from: number, to: number): number {
  const first = Math.max(0, from);
  const last = Math.min(samples.length, to);
  let sum = 0;
  for (let i = first; i < last; i += 1) sum += samples[i] ?? 0;
  return last > first ? sum / (last - first) : 0;
}

function peakOf(samples: Float32Array, from: number, to: number, mean: number): number {
  let peak = 0;
  for (let i = Math.max(0, from); i < Math.min(samples.length, to); i += 1) peak = Math.max(peak, Math.abs((samples[i] ?? 0) - mean));
  return peak;
}
