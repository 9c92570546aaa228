import { Fourier, powerOfTwoFrom } from '../signal/fourier.ts';
import type { PitchOptions } from './pitch-options.ts';

/** One hypothesis about one frame. Frequency 0 stands for "unvoiced". */
export interface PitchCandidate {
  hz: number;
  /** Height of the autocorrelation at this period, 0..1. */
  strength: number;
}

/** What one frame offers to the path finder. */
export interface PitchFrame {
  /** Highest sample within half a longest period around its middle, full scale 1. */
  peak: number;
  /** Voiced candidates, best first. */
  candidates: PitchCandidate[];
}

/** Periods of the lowest pitch in one window, Boersma 1993. */
const PERIODS_PER_WINDOW = 3;
/** Taps on each side when the autocorrelation is read between two lags. */
const SINC_DEPTH = 30;
/** Lags either side of the top so far at which the interpolation is read, to close in on the top of a peak. */
const PEAK_WIDTHS: readonly number[] = [0.25, 0.05];

/** Seconds of one window, in whose middle a frame is. */
export function windowSecOf({ floorHz }: PitchOptions): number {
  return PERIODS_PER_WINDOW / floorHz;
}

/** Frames that fit into a recording. */
export function frameCount(durationSec: number, options: PitchOptions): number {
  return Math.max(0, Math.floor((durationSec - windowSecOf(options)) / options.stepSec) + 1);
}

/**
 * Pitch candidates by the autocorrelation of the windowed signal divided by that of the window
 * (P. Boersma, "Accurate short-term analysis of the fundamental frequency and the harmonics-to-noise ratio of a sampled sound", 1993).
 */
export class PitchAnalyser {
  readonly #sampleRate: number;
  readonly #options: PitchOptions;
  readonly #correlator: Correlator;

  constructor(sampleRate: number, options: PitchOptions) {
    this.#sampleRate = sampleRate;
    this.#options = options;
    this.#correlator = new Correlator(sampleRate, windowSecOf(options), options);
  }

  /** `count` frames, the middle of the first at `firstSec`. Those with a peak under `audible` are not looked into: no path can be voiced there. */
  frames(samples: Float32Array, firstSec: number, count: number, audible: number): PitchFrame[] {
    const { stepSec } = this.#options;
    const frames = Array.from({ length: count }, (_, i): PitchFrame & { sec: number } => {
      const sec = firstSec + i * stepSec;
      return { sec, peak: this.#correlator.peak(samples, sec), candidates: [] };
    });
    const heard = frames.filter(({ peak }) => peak > audible);
    for (let i = 0; i < heard.length; i += 2) {
      const pair = heard.slice(i, i + 2);
      const correlations = this.#correlator.pair(
        samples,
        pair.map(({ sec }) => sec),
      );
      pair.forEach((frame, k) => {
        frame.candidates = findCandidates(correlations[k] ?? new Float64Array(0), this.#sampleRate, this.#options);
      });
    }
    return frames.map(({ peak, candidates }) => ({ peak, candidates }));
  }
}

/** Computes two frames at once: both are real, so they share one complex transform. */
class Correlator {
  readonly #rate: number;
  readonly #window: Float64Array;
  readonly #windowCorrelation: Float64Array;
  readonly #fourier: Fourier;
  readonly #real: Float64Array;
  readonly #imaginary: Float64Array;
  readonly #lags: number;
  readonly #halfPeriod: number;

  constructor(sampleRate: number, windowSec: number, options: PitchOptions) {
    this.#rate = sampleRate;
    const length = Math.floor(windowSec * sampleRate);
    this.#halfPeriod = Math.floor(sampleRate / options.floorHz / 2);
    this.#lags = Math.min(length - 1, Math.ceil(sampleRate / options.floorHz) + SINC_DEPTH + 2);
    this.#fourier = new Fourier(powerOfTwoFrom(length + this.#lags));
    this.#real = new Float64Array(this.#fourier.size);
    this.#imaginary = new Float64Array(this.#fourier.size);
    this.#window = Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / length));
    this.#windowCorrelation = this.#correlateWindow();
  }

  /** Highest sample within half a longest period around the middle. */
  peak(samples: Float32Array, middleSec: number): number {
    const middle = Math.round(middleSec * this.#rate);
    return peakOf(samples, middle - this.#halfPeriod, middle + this.#halfPeriod, this.#meanAround(samples, middle));
  }

  /** Correlations of one or two frames, by their middles. */
  pair(samples: Float32Array, middlesSec: readonly number[]): Float64Array[] {
    const buffers = [this.#real, this.#imaginary];
    buffers.forEach((buffer, i) => {
      const middleSec = middlesSec[i];
      if (middleSec === undefined) buffer.fill(0);
      else this.#fill(buffer, samples, middleSec);
    });
    this.#correlate();
    return middlesSec.map((_, i) => this.#normalised(buffers[i] ?? this.#real));
  }

  /** Writes the windowed frame. */
  #fill(target: Float64Array, samples: Float32Array, middleSec: number): void {
    const length = this.#window.length;
    const middle = Math.round(middleSec * this.#rate);
    const from = Math.min(Math.max(0, middle - (length >> 1)), Math.max(0, samples.length - length));
    const mean = this.#meanAround(samples, middle);
    for (let i = 0; i < length; i += 1) target[i] = ((samples[from + i] ?? 0) - mean) * (this.#window[i] ?? 0);
    target.fill(0, length);
  }

  #meanAround(samples: Float32Array, middle: number): number {
    const period = this.#halfPeriod * 2;
    return meanOf(samples, middle - period, middle + period);
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

/** Closes in on the top of the peak around a whole lag: a parabola through the band-limited interpolation, twice, ever closer. */
function refinePeak(correlation: Float64Array, lag: number): { lag: number; height: number } {
  let top = topOfParabola(lag, 1, correlation[lag - 1] ?? 0, correlation[lag] ?? 0, correlation[lag + 1] ?? 0);
  for (const width of PEAK_WIDTHS) {
    const { lag: middle } = top;
    const [below, at, above] = [middle - width, middle, middle + width].map((place) => interpolate(correlation, place));
    top = topOfParabola(middle, width, below ?? 0, at ?? 0, above ?? 0);
  }
  return top;
}

/** The top of the parabola through three heights `width` apart; the middle where they do not bend down. */
function topOfParabola(middle: number, width: number, below: number, at: number, above: number): { lag: number; height: number } {
  const bend = below - 2 * at + above;
  if (bend >= 0) return { lag: middle, height: at };
  const shift = Math.max(-1, Math.min(1, (below - above) / (2 * bend)));
  return { lag: middle + shift * width, height: at - ((below - above) * shift) / 4 };
}

/** The autocorrelation between two lags, by a Hann-windowed sinc; it is symmetric around lag 0. */
function interpolate(correlation: Float64Array, lag: number): number {
  const left = Math.floor(lag);
  const rest = lag - left;
  if (rest < 1e-9) return correlation[left] ?? 0;
  const depth = Math.min(SINC_DEPTH, correlation.length - 1 - left);
  const turn = Math.PI / (depth + 0.5);
  // Cosines of equal steps, each from the two before it.
  const twice = 2 * Math.cos(turn);
  let before = Math.cos((rest + depth) * turn);
  let cosine = Math.cos((rest + depth - 1) * turn);
  let sine = (((1 - depth) & 1) === 0 ? 1 : -1) * (Math.sin(Math.PI * rest) / Math.PI);
  let sum = 0;
  for (let k = 1 - depth; k <= depth; k += 1) {
    sum += ((sine * (0.5 + 0.5 * cosine)) / (rest - k)) * (correlation[Math.abs(left + k)] ?? 0);
    sine = -sine;
    const next = twice * cosine - before;
    before = cosine;
    cosine = next;
  }
  return sum;
}

/** Mean of the samples from `from` to `to`, as far as there are any. */
export function meanOf(samples: Float32Array, from: number, to: number): number {
  const first = Math.max(0, from);
  const last = Math.min(samples.length, to);
  let sum = 0;
  for (let i = first; i < last; i += 1) sum += samples[i] ?? 0;
  return last > first ? sum / (last - first) : 0;
}

/** Farthest sample from `mean`. */
export function peakOf(samples: Float32Array, from: number, to: number, mean: number): number {
  let peak = 0;
  for (let i = Math.max(0, from); i < Math.min(samples.length, to); i += 1) peak = Math.max(peak, Math.abs((samples[i] ?? 0) - mean));
  return peak;
}
