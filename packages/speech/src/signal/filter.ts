/** Coefficients of a second-order section, normalised to a0 = 1. */
interface Section {
  b0: number;
  b1: number;
  b2: number;
  a1: number;
  a2: number;
}

/** A filter as a cascade of second-order sections. */
export type Filter = readonly Section[];

/** Butterworth low-pass of even `order`, -3 dB at `cutoffHz`. */
export function lowPass(order: number, cutoffHz: number, sampleRate: number): Filter {
  return sections(order).map((q) => section('low', q, cutoffHz, sampleRate));
}

/** Butterworth high-pass of even `order`, -3 dB at `cutoffHz`. */
export function highPass(order: number, cutoffHz: number, sampleRate: number): Filter {
  return sections(order).map((q) => section('high', q, cutoffHz, sampleRate));
}

/** First-order low-pass (6 dB an octave), -3 dB at `cutoffHz`. */
export function slope(cutoffHz: number, sampleRate: number): Filter {
  const warped = Math.tan((Math.PI * cutoffHz) / sampleRate);
  const gain = warped / (1 + warped);
  return [{ b0: gain, b1: gain, b2: 0, a1: (warped - 1) / (warped + 1), a2: 0 }];
}

/** Quality of each second-order section of a Butterworth filter. */
function sections(order: number): number[] {
  const pairs = order / 2;
  return Array.from({ length: pairs }, (_, index) => 1 / (2 * Math.cos((Math.PI * (2 * index + 1)) / (2 * order))));
}

function section(kind: 'low' | 'high', q: number, cutoffHz: number, sampleRate: number): Section {
  const angle = (2 * Math.PI * cutoffHz) / sampleRate;
  const cos = Math.cos(angle);
  const alpha = Math.sin(angle) / (2 * q);
  const norm = 1 + alpha;
  const edge = kind === 'low' ? (1 - cos) / 2 : (1 + cos) / 2;
  const middle = kind === 'low' ? 1 - cos : -(1 + cos);
  return { b0: edge / norm, b1: middle / norm, b2: edge / norm, a1: (-2 * cos) / norm, a2: (1 - alpha) / norm };
}

/** Filters into a new array (transposed direct form II, state zero at the start). */
export function applyFilter(filter: Filter, samples: Float32Array): Float32Array {
  const result = Float32Array.from(samples);
  for (const { b0, b1, b2, a1, a2 } of filter) {
    let first = 0;
    let second = 0;
    for (let index = 0; index < result.length; index += 1) {
      const input = result[index] ?? 0;
      const output = b0 * input + first;
      first = b1 * input - a1 * output + second;
      second = b2 * input - a2 * output;
      result[index] = output;
    }
  }
  return result;
}

/** Gain of the filter in dB at `hz`. */
export function gainDb(filter: Filter, hz: number, sampleRate: number): number {
  const angle = (2 * Math.PI * hz) / sampleRate;
  let db = 0;
  for (const { b0, b1, b2, a1, a2 } of filter) {
    const above = magnitude(b0, b1, b2, angle);
    const below = magnitude(1, a1, a2, angle);
    db += 20 * Math.log10(above / below);
  }
  return db;
}

function magnitude(c0: number, c1: number, c2: number, angle: number): number {
  const real = c0 + c1 * Math.cos(angle) + c2 * Math.cos(2 * angle);
  const imaginary = c1 * Math.sin(angle) + c2 * Math.sin(2 * angle);
  return Math.hypot(real, imaginary);
}
