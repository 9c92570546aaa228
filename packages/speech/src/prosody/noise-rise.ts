import type { Span } from '@ringback/core';
import { Fourier, powerOfTwoFrom } from '../signal/fourier.ts';
import { mean, standardDeviation } from '../signal/statistics.ts';
import type { Waveform } from '../signal/waveform.ts';

/**
 * When a pause tells of automatic gain. Such a device turns the sound down while someone speaks and up again in the pause, so the
 * noise rises in every pause, at one rate, in all bands alike, and starts anew after each phrase. A breath rises in some bands
 * and some pauses; a passing car does not start anew.
 */
export interface NoiseRiseOptions {
  /** Seconds of silence that can be judged. House rule: ten spectra. */
  minPauseSec: number;
  /** Seconds after speech that are left out: the room still sounds. House rule. */
  afterSpeechSec: number;
  /** Seconds before speech that are left out: its onset. House rule. */
  beforeSpeechSec: number;
  /** Seconds after the last speech that are looked at. House rule: longer than any release. */
  maxTailSec: number;
  /** dB full scale in a band under which there is no noise but only the steps of the coding. House rule. */
  minNoiseDb: number;
  /** dB by which the noise in a band may scatter around its line and still count as steady. Our own recordings. */
  maxScatterDb: number;
  /** dB a second by which the rise of a pause may be unsure. Our own recordings. */
  maxErrorDbPerSec: number;
  /** How much more the bands of a pause may differ than chance explains, chi-square by its degrees: in any, and in the mean. Our own recordings. */
  maxBandDifference: { inAny: number; inMean: number };
  /** Pauses that must agree. House rule: one rise can be anything. */
  minPauses: number;
  /** dB a second over all pauses from which the noise rises. House rule: the slowest release of a recorder. */
  minRiseDbPerSec: number;
  /** Standard errors by which the rise over all pauses must be over 0. House rule. */
  minSureness: number;
  /** Share of its rise that the noise must lose over the next phrase. Our own recordings. */
  minFallback: number;
}

/** The defaults of {@link NoiseRiseOptions}. */
export const NOISE_RISE_OPTIONS: Readonly<NoiseRiseOptions> = {
  minPauseSec: 0.45,
  afterSpeechSec: 0.15,
  beforeSpeechSec: 0.12,
  maxTailSec: 3,
  minNoiseDb: -95,
  maxScatterDb: 3.6,
  maxErrorDbPerSec: 3,
  maxBandDifference: { inAny: 5, inMean: 2.5 },
  minPauses: 2,
  minRiseDbPerSec: 3,
  minSureness: 3,
  minFallback: 0.3,
};

/** Seconds of one spectrum. House rule: bands of about 30 Hz. */
const WINDOW_SEC = 0.032;
/** Hz between which the noise is looked at: what a telephone line carries. */
const BAND_HZ = { low: 150, high: 3400 };
const BANDS = 6;
/** Spectra without which no line is drawn. */
const MIN_SPECTRA = 12;
const TINY_POWER = 1e-16;

/** How the noise goes in one pause. */
interface PauseNoise {
  lengthSec: number;
  /** dB full scale in the middle of the pause, mean of the bands. */
  levelDb: number;
  /** dB a second, mean of the bands. */
  rise: number;
  /** dB a second: standard error of `rise`. */
  error: number;
  /** Chi-square of the bands' rises around their mean, by its degrees. */
  bandDifference: number;
  /** dB around the line, mean of the bands. */
  scatterDb: number;
}

/** dB a second by which the noise rises in every pause because the device raises its gain; null where it does not, or too few pauses tell. */
export function noiseRiseOf(waveform: Waveform, segments: readonly Span[], options: NoiseRiseOptions = NOISE_RISE_OPTIONS): number | null {
  const pauses = judgedSpans(waveform, segments, options)
    .flatMap((span) => noiseIn(waveform, span) ?? [])
    .filter(
      ({ levelDb, scatterDb, error }) =>
        levelDb > options.minNoiseDb && scatterDb <= options.maxScatterDb && error <= options.maxErrorDbPerSec,
    );
  if (pauses.length < options.minPauses) return null;
  const weight = pauses.reduce((sum, { error }) => sum + 1 / error ** 2, 0);
  const rise = pauses.reduce((sum, pause) => sum + pause.rise / pause.error ** 2, 0) / weight;
  const sure = rise >= options.minRiseDbPerSec && rise >= options.minSureness / Math.sqrt(weight);
  const { inAny, inMean } = options.maxBandDifference;
  const alike =
    pauses.every((pause) => pause.rise > pause.error && pause.bandDifference <= inAny) &&
    mean(pauses.map(({ bandDifference }) => bandDifference)) <= inMean;
  return sure && alike && startsAnew(pauses, options.minFallback) ? rise : null;
}

/** The middle of every pause that is long enough, and of the silence after the last speech. */
function judgedSpans({ samples, sampleRate }: Waveform, segments: readonly Span[], options: NoiseRiseOptions): Span[] {
  const durationSec = samples.length / sampleRate;
  return segments.flatMap(({ end }, i) => {
    const next = segments[i + 1]?.start;
    const silent = { start: end, end: next ?? Math.min(durationSec, end + options.maxTailSec) };
    if (silent.end - silent.start < options.minPauseSec) return [];
    return [{ start: silent.start + options.afterSpeechSec, end: silent.end - (next === undefined ? 0 : options.beforeSpeechSec) }];
  });
}

/** Whether the noise of each pause starts lower than that of the pause before ended. */
function startsAnew(pauses: readonly PauseNoise[], minFallback: number): boolean {
  return pauses.every((pause, i) => {
    const before = pauses[i - 1];
    if (before === undefined) return true;
    const risen = before.rise * before.lengthSec;
    return pause.levelDb - (pause.rise * pause.lengthSec) / 2 < before.levelDb + risen / 2 - minFallback * risen;
  });
}

/** Draws a line through the level of each band; null when the pause is too short. */
function noiseIn(waveform: Waveform, span: Span): PauseNoise | null {
  const { times, bands } = bandLevels(waveform, span);
  if (times.length < MIN_SPECTRA) return null;
  const lines = bands.map((levels) => lineThrough(times, levels));
  const rise = mean(lines.map(({ slope }) => slope));
  const spread = standardDeviation(lines.map(({ slope }) => slope)) / Math.sqrt(BANDS);
  const formal = Math.sqrt(lines.reduce((sum, line) => sum + line.error ** 2, 0)) / BANDS;
  return {
    lengthSec: span.end - span.start,
    levelDb: mean(lines.map(({ middle }) => middle)),
    rise,
    error: Math.max(spread, formal),
    bandDifference: lines.reduce((sum, line) => sum + ((line.slope - rise) / line.error) ** 2, 0) / (BANDS - 1),
    scatterDb: mean(lines.map(({ scatter }) => scatter)),
  };
}

/** dB full scale in each band, spectrum after spectrum. */
function bandLevels({ samples, sampleRate }: Waveform, { start, end }: Span): { times: number[]; bands: number[][] } {
  const size = powerOfTwoFrom(WINDOW_SEC * sampleRate);
  const fourier = new Fourier(size);
  const window = Float64Array.from({ length: size }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / size));
  const edges = Array.from({ length: BANDS + 1 }, (_, i) =>
    Math.ceil((BAND_HZ.low * (BAND_HZ.high / BAND_HZ.low) ** (i / BANDS) * size) / sampleRate),
  );
  const times: number[] = [];
  const bands: number[][] = Array.from({ length: BANDS }, () => []);
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  for (let at = Math.round(start * sampleRate); at + size <= Math.min(samples.length, end * sampleRate); at += size / 2) {
    imaginary.fill(0);
    for (let i = 0; i < size; i += 1) real[i] = (samples[at + i] ?? 0) * (window[i] ?? 0);
    fourier.forward(real, imaginary);
    times.push((at + size / 2) / sampleRate - start);
    for (const [band, levels] of bands.entries()) {
      const from = edges[band] ?? 0;
      const to = Math.min(edges[band + 1] ?? 0, size / 2);
      let power = 0;
      for (let k = from; k < to; k += 1) power += (real[k] ?? 0) ** 2 + (imaginary[k] ?? 0) ** 2;
      levels.push(10 * Math.log10(power / Math.max(1, to - from) / size + TINY_POWER));
    }
  }
  return { times, bands };
}

interface Line {
  middle: number;
  slope: number;
  /** Standard error of the slope. */
  error: number;
  /** Standard deviation around the line. */
  scatter: number;
}

function lineThrough(times: readonly number[], levels: readonly number[]): Line {
  const centre = mean(times);
  const middle = mean(levels);
  const square = times.reduce((sum, time) => sum + (time - centre) ** 2, 0);
  const slope = times.reduce((sum, time, i) => sum + (time - centre) * ((levels[i] ?? 0) - middle), 0) / square;
  const around = times.reduce((sum, time, i) => sum + ((levels[i] ?? 0) - middle - slope * (time - centre)) ** 2, 0) / (times.length - 2);
  return { middle, slope, error: Math.sqrt(around / square), scatter: Math.sqrt(around) };
}
