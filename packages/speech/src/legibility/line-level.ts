import type { Span } from '@ringback/core';
import { LINE_RATE } from './phone-line.ts';

/** Level of the speech on the line, dB full scale: the usual -26 dBov of a telephone network's nominal level (ITU-T P.56 and G.223). */
const LINE_LEVEL_DB = -26;

/** Mean square over the given spans (seconds); over everything when no span holds a sample. */
export function meanSquare(samples: Float32Array, spans: readonly Span[], sampleRate: number = LINE_RATE): number {
  let power = 0;
  let count = 0;
  for (const span of spans) {
    const last = Math.min(samples.length, Math.round(span.end * sampleRate));
    for (let index = Math.max(0, Math.round(span.start * sampleRate)); index < last; index += 1) {
      power += (samples[index] ?? 0) ** 2;
      count += 1;
    }
  }
  if (count > 0) return power / count;
  return samples.length === 0 ? 0 : meanSquare(samples, [{ start: 0, end: samples.length / sampleRate }], sampleRate);
}

/** Brings the speech within `spans` to the nominal level of a line, so that how loud a take was recorded changes nothing. */
export function toLineLevel(samples: Float32Array, spans: readonly Span[]): Float32Array {
  const power = meanSquare(samples, spans);
  if (power === 0) return samples;
  const factor = 10 ** (LINE_LEVEL_DB / 20) / Math.sqrt(power);
  return samples.map((sample) => Math.max(-1, Math.min(1, sample * factor)));
}
