import type { Span } from '@ringback/core';
import { resample } from '../resample/resample.ts';
import type { Waveform } from '../waveform.ts';
import { applyFilter } from './filter.ts';
import { meanSquare, toLineLevel } from './line-level.ts';
import type { Noise } from './noise.ts';
import { LINE_RATE, lineBand, type PhoneLine } from './phone-line.ts';

/** Hz: what listeners are given; all of them work at this rate, so nothing is converted twice. */
const LISTENING_RATE = 16_000;
/** Seconds of noise that are made at least, and as long as the speech; realisations are taken from them in a circle. */
const NOISE_LOOP_SEC = 8;
/** Share of the circle between the beginnings of two realisations: the golden section, which keeps any number of them far apart. */
const REALISATION_STEP = (Math.sqrt(5) - 1) / 2;

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
 * Sends a stretch of speech through the line and prepares noise for it. `spans` (seconds in the stretch) is where someone speaks.
 * Noise outside the telephone band is left out: it masks no digit, and a machine listener is thrown by rumble that a person ignores.
 */
export async function openNoisyLine(waveform: Waveform, spans: readonly Span[], options: NoisyLineOptions): Promise<NoisyLine> {
  const narrow = await resample(waveform, LINE_RATE);
  const carried = await options.line.carry(toLineLevel(narrow.samples, spans), options.signal);
  const loopLength = Math.max(carried.length, NOISE_LOOP_SEC * LINE_RATE);
  const masking = applyFilter(lineBand(), options.noise.make(loopLength, options.seed));
  const clean = await resample({ samples: carried, sampleRate: LINE_RATE }, LISTENING_RATE);
  const loop = (await resample({ samples: masking, sampleRate: LINE_RATE }, LISTENING_RATE)).samples;
  const speechPower = meanSquare(applyFilter(lineBand(), carried), spans);
  return { clean, at: (snrDb, realisation) => mixed({ clean, loop, spans, speechPower }, snrDb, realisation) };
}

interface Prepared {
  clean: Waveform;
  /** Noise in the telephone band, played in a circle. */
  loop: Float32Array;
  /** Seconds: where somebody speaks. */
  spans: readonly Span[];
  speechPower: number;
}

function mixed({ clean, loop, spans, speechPower }: Prepared, snrDb: number, realisation: number): Waveform {
  const { length } = clean.samples;
  const from = Math.floor(((realisation * REALISATION_STEP) % 1) * loop.length);
  const samples = Float32Array.from({ length }, (_, index) => loop[(from + index) % Math.max(1, loop.length)] ?? 0);
  const noisePower = meanSquare(samples, spans, clean.sampleRate);
  const factor = noisePower === 0 ? 0 : Math.sqrt(speechPower / (noisePower * 10 ** (snrDb / 10)));
  for (let index = 0; index < length; index += 1) samples[index] = (clean.samples[index] ?? 0) + factor * (samples[index] ?? 0);
  return { samples, sampleRate: clean.sampleRate };
}
