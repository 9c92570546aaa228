import type { Span } from '@ringback/core';
import { applyFilter } from './filter.ts';
import { LINE_RATE, lineBand } from './phone-line.ts';

/** Level of the speech on the line, dB full scale: the usual -26 dBov of a telephone network's nominal level (ITU-T P.56 and G.223). */
const LINE_LEVEL_DB = -26;

/** Mean square over the given spans (seconds) of samples at {@link LINE_RATE}; over everything when no span holds a sample. */
export function meanSquare(samples: Float32Array, spans: readonly Span[]): number {
  let power = 0;
  let count = 0;
  for (const span of spans) {
    const last = Math.min(samples.length, Math.round(span.end * LINE_RATE));
    for (let index = Math.max(0, Math.round(span.start * LINE_RATE)); index < last; index += 1) {
      power += (samples[index] ?? 0) ** 2;
      count += 1;
    }
  }
  if (count > 0) return power / count;
  return samples.length === 0 ? 0 : meanSquare(samples, [{ start: 0, end: samples.length / LINE_RATE }]);
}

/** Brings the speech within `spans` to the nominal level of a line, so that how loud a take was recorded changes nothing. */
export function toLineLevel(samples: Float32Array, spans: readonly Span[]): Float32Array {
  const power = meanSquare(samples, spans);
  if (power === 0) return samples;
  const factor = 10 ** (LINE_LEVEL_DB / 20) / Math.sqrt(power);
  return samples.map((sample) => Math.max(-1, Math.min(1, sample * factor)));
}

/** Noise ready to be added to one speech signal at any ratio. */
export interface NoiseMixer {
  /** The speech with noise at `snrDb`: speech power within the spans over noise power, both inside the telephone band. */
  at(snrDb: number): Float32Array;
}

/**
 * Prepares `noise` (at {@link LINE_RATE}, at least as long as `speech`) for `speech` that has come through the line.
 * Noise outside the telephone band is left out: it masks no digit, and a machine listener would be thrown by rumble a person ignores.
 */
export function mixer(speech: Float32Array, noise: Float32Array, spans: readonly Span[]): NoiseMixer {
  const band = lineBand();
  const masking = applyFilter(band, noise.subarray(0, speech.length));
  const speechPower = meanSquare(applyFilter(band, speech), spans);
  const noisePower = meanSquare(masking, [{ start: 0, end: speech.length / LINE_RATE }]);
  return {
    at(snrDb) {
      const factor = noisePower === 0 ? 0 : Math.sqrt(speechPower / (noisePower * 10 ** (snrDb / 10)));
      return speech.map((sample, index) => sample + factor * (masking[index] ?? 0));
    },
  };
}
