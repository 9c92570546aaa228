import type { Span } from '@ringback/core';
import { doubledRate } from '../signal/double-rate.ts';
import { applyFilter } from '../signal/filter.ts';
import { derivedSeed } from '../signal/random.ts';
import { resample } from '../signal/resample.ts';
import type { Waveform } from '../signal/waveform.ts';
import { meanSquare, toLineLevel } from './line-level.ts';
import type { Noise } from './noise.ts';
import { LINE_RATE, lineBand, type PhoneLine } from './phone-line.ts';

/** One stretch of speech behind a telephone line and in noise. */
export interface NoisyLine {
  /** Through the line, without noise. */
  clean: Waveform;
  /**
   * With noise: speech power over noise power is `snrDb`, both inside the telephone band and where somebody speaks, so that chance does
   * not move the ratio. Each realisation (0, 1, 2…) is other noise.
   */
  at(snrDb: number, realisation: number): Waveform;
}

/** What happens to the speech. */
export interface NoisyLineOptions {
  line: PhoneLine;
  noise: Noise;
  seed: number;
  signal?: AbortSignal;
}

/**
 * Sends a stretch of speech through the line; noise is made as it is asked for, new for every realisation, so that chance evens out.
 * `spans` (seconds in the stretch) is where someone speaks.
 * Noise outside the telephone band is left out: it masks no digit, and a machine listener is thrown by rumble that a person ignores.
 */
export async function openNoisyLine(waveform: Waveform, spans: readonly Span[], options: NoisyLineOptions): Promise<NoisyLine> {
  const narrow = await resample(waveform, LINE_RATE);
  const carried = await options.line.carry(toLineLevel(narrow.samples, spans), options.signal);
  const band = lineBand();
  const speechPower = meanSquare(applyFilter(band, carried), spans);
  return {
    clean: listened(carried),
    at(snrDb, realisation) {
      const made = options.noise.make(carried.length, derivedSeed(options.seed, realisation));
      return listened(mixed({ carried, spans, speechPower, noise: applyFilter(band, made) }, snrDb));
    },
  };
}

/** At 16 kHz, the rate at which all listeners work, so that nothing is converted twice. */
function listened(samples: Float32Array): Waveform {
  return { samples: doubledRate(samples), sampleRate: 2 * LINE_RATE };
}

/** All at {@link LINE_RATE}. */
interface Prepared {
  carried: Float32Array;
  /** Seconds: where somebody speaks. */
  spans: readonly Span[];
  /** Of the speech in the telephone band. */
  speechPower: number;
  /** In the telephone band. */
  noise: Float32Array;
}

function mixed({ carried, spans, speechPower, noise }: Prepared, snrDb: number): Float32Array {
  const noisePower = meanSquare(noise, spans);
  const factor = noisePower === 0 ? 0 : Math.sqrt(speechPower / (noisePower * 10 ** (snrDb / 10)));
  return carried.map((sample, index) => sample + factor * (noise[index] ?? 0));
}
