import type { Span } from '@ringback/core';
import { resample } from '../resample/resample.ts';
import type { Waveform } from '../waveform.ts';
import { applyFilter } from './filter.ts';
import { meanSquare, toLineLevel } from './line-level.ts';
import type { Noise } from './noise.ts';
import { LINE_RATE, lineBand, type PhoneLine } from './phone-line.ts';

/** Hz: what listeners are given; all of them work at this rate, so nothing is converted twice. */
const LISTENING_RATE = 16_000;
/** Seconds of noise beyond the speech; realisations are taken from it in a circle, and a ten-digit number needs no more in full mode. */
const NOISE_LOOP_SEC = 8;
/** Seconds between the beginnings of two realisations: more than a digit, so that each digit meets other noise. */
const REALISATION_STEP_SEC = 0.53;

/** One stretch of speech behind a telephone line and in noise. */
export interface NoisyLine {
  /** Through the line, without noise. */
  clean: Waveform;
  /**
   * With noise: speech power over noise power is `snrDb`, both inside the telephone band, the speech where it is spoken.
   * Realisations 0, 2, 4… differ; 1, 3, 5… are the same noise upside down, which cancels much of the chance between noise and speech.
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
  const loopLength = carried.length + NOISE_LOOP_SEC * LINE_RATE;
  const masking = applyFilter(lineBand(), options.noise.make(loopLength, options.seed));
  const clean = await resample({ samples: carried, sampleRate: LINE_RATE }, LISTENING_RATE);
  const loop = (await resample({ samples: masking, sampleRate: LINE_RATE }, LISTENING_RATE)).samples;
  const speechPower = meanSquare(applyFilter(lineBand(), carried), spans);
  return { clean, at: (snrDb, realisation) => mixed(clean, loop, speechPower, snrDb, realisation) };
}

function mixed(clean: Waveform, loop: Float32Array, speechPower: number, snrDb: number, realisation: number): Waveform {
  const step = Math.round(REALISATION_STEP_SEC * LISTENING_RATE);
  const { length } = clean.samples;
  const samples = new Float32Array(length);
  let at = (Math.floor(realisation / 2) * step) % Math.max(1, loop.length);
  let power = 0;
  for (let index = 0; index < length; index += 1) {
    const noise = loop[at] ?? 0;
    samples[index] = noise;
    power += noise * noise;
    at = at + 1 === loop.length ? 0 : at + 1;
  }
  const ratio = power === 0 ? 0 : Math.sqrt(speechPower / ((power / length) * 10 ** (snrDb / 10)));
  const factor = realisation % 2 === 0 ? ratio : -ratio;
  for (let index = 0; index < length; index += 1) samples[index] = (clean.samples[index] ?? 0) + factor * (samples[index] ?? 0);
  return { samples, sampleRate: clean.sampleRate };
}
