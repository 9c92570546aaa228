import { decimate } from '../../signal/decimate.ts';
import { Fourier, powerOfTwoFrom } from '../../signal/fourier.ts';
import { decibels } from '../../signal/level.ts';
import type { Waveform } from '../../signal/waveform.ts';

/** One frequency that stands out. */
export interface Peak {
  hz: number;
  /** Share of the frame's power, 0..1. */
  share: number;
  /** How far it stands above what lies beside it, dB. */
  prominenceDb: number;
}

/** A moment of sound: how loud, and what stands out in it. */
export interface ToneFrame {
  levelDb: number;
  /** The strongest first. */
  peaks: readonly Peak[];
}

/** Frames at a regular step; frame `i` is the sound around `(i + 0.5) * stepSec`. */
export interface ToneFrames {
  stepSec: number;
  frames: readonly ToneFrame[];
}

/** Hz: what a telephone carries is enough to tell its tones. */
const RATE = 8000;
/** Seconds: the tones of a line are told apart from 40 Hz on, and a pressed key lasts as long. House rule. */
const WINDOW_SEC = 0.064;
const STEP_SEC = 0.032;
/** Hz under which nothing is looked at. House rule: rumble and offset. */
const LOWEST_HZ = 40;
/** Bins on either side of a peak that are its own: the main lobe of a Hann window. */
const LOBE_BINS = 2;
/** Bins on either side that a peak is compared with. House rule: 250 Hz. */
const BESIDE_BINS = 16;
/** Peaks kept of each frame. */
const MOST_PEAKS = 4;

/** The frames of a recording. Pure. */
export function toneFrames(waveform: Waveform): ToneFrames {
  const { samples, sampleRate } = decimate(waveform, RATE);
  const size = powerOfTwoFrom(WINDOW_SEC * sampleRate);
  const step = STEP_SEC * sampleRate;
  const fourier = new Fourier(size);
  const window = Float64Array.from({ length: size }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / size));
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  const power = new Float64Array(size / 2);
  const frames = Array.from({ length: Math.floor(samples.length / step) }, (_, frame): ToneFrame => {
    const from = Math.round((frame + 0.5) * step - size / 2);
    let energy = 0;
    for (let i = 0; i < size; i += 1) {
      const value = samples[from + i] ?? 0;
      energy += value * value;
      real[i] = value * (window[i] ?? 0);
    }
    imaginary.fill(0);
    fourier.forward(real, imaginary);
    for (let k = 0; k < power.length; k += 1) power[k] = (real[k] ?? 0) ** 2 + (imaginary[k] ?? 0) ** 2;
    return { levelDb: decibels(energy / size), peaks: peaksOf(power, sampleRate / size) };
  });
  return { stepSec: STEP_SEC, frames };
}

function peaksOf(power: Float64Array, hzPerBin: number): Peak[] {
  const first = Math.max(1, Math.ceil(LOWEST_HZ / hzPerBin));
  const left = power.slice();
  left.fill(0, 0, first);
  const total = left.reduce((sum, value) => sum + value, 0);
  const peaks: Peak[] = [];
  while (total > 0 && peaks.length < MOST_PEAKS) {
    const bin = strongest(left);
    const value = power[bin] ?? 0;
    if ((left[bin] ?? 0) <= 0) break;
    const [from, to] = [Math.max(first, bin - LOBE_BINS), Math.min(power.length, bin + LOBE_BINS + 1)];
    const share = left.subarray(from, to).reduce((sum, each) => sum + each, 0) / total;
    // A slope of a stronger peak is none.
    if (value >= (power[bin - 1] ?? 0) && value >= (power[bin + 1] ?? 0))
      peaks.push({ hz: (bin + vertex(power, bin)) * hzPerBin, share, prominenceDb: decibels(value) - decibels(beside(power, bin)) });
    left.fill(0, from, to);
  }
  return peaks;
}

function strongest(power: Float64Array): number {
  let best = 0;
  for (let bin = 1; bin < power.length; bin += 1) if ((power[bin] ?? 0) > (power[best] ?? 0)) best = bin;
  return best;
}

/** Where between the bins the top is, -0.5..0.5: a parabola through three logarithms. */
function vertex(power: Float64Array, bin: number): number {
  const [a, b, c] = [-1, 0, 1].map((by) => Math.log((power[bin + by] ?? 0) + 1e-30)) as [number, number, number];
  const bend = a - 2 * b + c;
  return bend === 0 ? 0 : Math.max(-0.5, Math.min(0.5, (0.5 * (a - c)) / bend));
}

/** The middle of the values on both sides. */
function beside(power: Float64Array, bin: number): number {
  const values: number[] = [];
  for (let by = LOBE_BINS + 1; by <= BESIDE_BINS; by += 1) values.push(power[bin - by] ?? 0, power[bin + by] ?? 0);
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? 0;
}
