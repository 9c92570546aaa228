import { RingbackError } from '@ringback/core';
import type { Waveform } from './waveform.ts';

/** Rates the converter is asked to handle, in Hz: from a telephone line to studio equipment (design: decoding limits). */
export const SAMPLE_RATE_LIMITS = { min: 4_000, max: 192_000 } as const;

/**
 * Samples handed to the converter at once. libsamplerate's WebAssembly port switches to another code path above 4 MB
 * of floats, one that drops the tail; staying below keeps one path for every length.
 */
const BLOCK_SAMPLES = 1 << 19;
/** Input samples either side of a block that settle the filter and are cut off again; longer than its half width at every ratio. */
const OVERLAP_SAMPLES = 1 << 13;
/** Passes 90 % of the band: the fastest setting loses 3 dB at 3.4 kHz of a telephone line. */
const CONVERTER = 'SRC_SINC_MEDIUM_QUALITY';

type Convert = (block: Float32Array) => Float32Array;

/**
 * Converts to another rate with libsamplerate (band-limited sinc interpolation), so that sample `i` of the result lies at `i / rate` seconds.
 * Returns the waveform itself when it already has the rate. Throws "bad-sample-rate" outside 4 to 192 kHz.
 */
export async function resample(waveform: Waveform, rate: number): Promise<Waveform> {
  if (waveform.sampleRate === rate) return waveform;
  for (const hz of [waveform.sampleRate, rate]) {
    if (!(Number.isInteger(hz) && hz >= SAMPLE_RATE_LIMITS.min && hz <= SAMPLE_RATE_LIMITS.max)) {
      throw new RingbackError('bad-sample-rate', 'The recording has a sample rate outside 4 to 192 kHz: save it at 8, 16, 44.1 or 48 kHz.');
    }
  }
  const { create, ConverterType } = await loadConverter();
  const length = Math.round((waveform.samples.length * rate) / waveform.sampleRate);
  const converter = await create(1, waveform.sampleRate, rate, { converterType: ConverterType[CONVERTER] });
  try {
    const samples = new Float32Array(length);
    convertBlocks(waveform, { samples, sampleRate: rate }, (block) => converter.simple(block));
    return { samples, sampleRate: rate };
  } finally {
    converter.destroy();
  }
}

/** Loaded on first use: the package carries its WebAssembly inside the script. */
async function loadConverter(): Promise<typeof import('@alexanderolsen/libsamplerate-js')> {
  const module = await import('@alexanderolsen/libsamplerate-js');
  // A CommonJS bundle: Node hands its exports as the default export, bundlers by name.
  return 'create' in module && typeof module.create === 'function' ? module : (module as unknown as { default: typeof module }).default;
}

function convertBlocks(source: Waveform, target: Waveform, convert: Convert): void {
  const ratio = target.sampleRate / source.sampleRate;
  // Blocks begin where both rates have a sample, or each seam would shift by part of one.
  const period = source.sampleRate / greatestCommonDivisor(source.sampleRate, target.sampleRate);
  const step = Math.max(1, Math.floor(BLOCK_SAMPLES / period)) * period;
  const overlap = Math.ceil(OVERLAP_SAMPLES / period) * period;
  const length = source.samples.length;
  for (let first = 0; first < length; first += step) {
    const last = Math.min(length, first + step);
    const from = Math.max(0, first - overlap);
    const converted = convert(source.samples.subarray(from, Math.min(length, last + overlap)));
    const start = Math.round(first * ratio);
    const end = Math.min(target.samples.length, Math.round(last * ratio));
    const offset = start - Math.round(from * ratio);
    target.samples.set(converted.subarray(offset, Math.min(converted.length, offset + end - start)), start);
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
