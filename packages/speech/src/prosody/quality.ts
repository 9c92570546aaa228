import type { LevelTrack, RecordingFacts, RecordingQuality, Span, WithheldMeasure } from '@ringback/core';
import { decibels, SILENCE_DB } from '../signal/level.ts';
import { median } from '../signal/statistics.ts';
import type { Waveform } from '../signal/waveform.ts';
import { bandwidthOf } from './bandwidth.ts';
import { noiseRiseOf } from './noise-rise.ts';

/** When a recording is too bad to judge a measure on. */
export interface QualityOptions {
  /** Share of samples at full scale over which the level means nothing. House rule: audible distortion. */
  maxClippedShare: number;
  /** dB of speech over noise under which level and pauses mean nothing. House rule. */
  minSnrForPausesDb: number;
  /** dB of speech over noise under which pitch means nothing. House rule. */
  minSnrForPitchDb: number;
  /** Hz of bandwidth under which even pitch and digits cannot be trusted. House rule: half a telephone line. */
  minBandwidthHz: number;
  /** Seconds between speech from which the noise can be told. House rule. */
  minNoiseSec: number;
}

/** The defaults of {@link QualityOptions}. */
export const QUALITY_OPTIONS: Readonly<QualityOptions> = {
  maxClippedShare: 0.01,
  minSnrForPausesDb: 9,
  minSnrForPitchDb: 3,
  minBandwidthHz: 1700,
  minNoiseSec: 0.2,
};

/** Samples in a row at the highest value that make a clipped top; fewer occur by chance. */
const MIN_CLIPPED_RUN = 3;
/** Share of the highest value at which a sample counts as being at it. */
const TOP_SHARE = 0.999;
/** Share of full scale from which a flat top is clipping and not the coarse steps of a telephone codec. */
const MIN_TOP = 0.9;
/** Seconds next to speech that are neither speech nor noise. */
const MARGIN_SEC = 0.05;

type Withheld = RecordingQuality['withheld'];

/** Where the speech of the message is, and what of the recording is no part of it. */
export interface MessagePlaces {
  segments: readonly Span[];
  leftOut?: readonly Span[];
}

/** Clipping, level, noise and band of a recording, and which measures they spoil. */
export function measureQuality(
  waveform: Waveform,
  level: LevelTrack,
  { segments, leftOut = [] }: MessagePlaces,
  recording: RecordingFacts,
  options: QualityOptions = QUALITY_OPTIONS,
): RecordingQuality {
  const speech = levelsWhere(level, (time) => segments.some(({ start, end }) => time >= start && time <= end));
  const noise = levelsWhere(level, (time) =>
    [...segments, ...leftOut].every(({ start, end }) => time < start - MARGIN_SEC || time > end + MARGIN_SEC),
  );
  const speechLevelDb = speech.length === 0 ? null : decibels(meanPower(speech));
  const noiseLevelDb = noise.length * level.stepSec < options.minNoiseSec ? null : median(noise);
  const measured = {
    clippedShare: clippedShare(waveform.samples),
    speechLevelDb,
    noiseLevelDb,
    snrDb: speechLevelDb === null || noiseLevelDb === null ? null : speechLevelDb - noiseLevelDb,
    bandwidthHz: bandwidthOf(waveform, segments),
  };
  const noiseRise = noiseRiseOf(waveform, segments);
  return { ...measured, withheld: withholdings({ ...measured, noiseRise }, recording, options) };
}

function levelsWhere(level: LevelTrack, holds: (time: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < level.values.length; i += 1) if (holds(level.startSec + i * level.stepSec)) found.push(level.values[i] ?? SILENCE_DB);
  return found;
}

function meanPower(levels: readonly number[]): number {
  return levels.reduce((sum, level) => sum + 10 ** (level / 10), 0) / levels.length;
}

/** Share of samples in flat tops at full scale. */
function clippedShare(samples: Float32Array): number {
  const top = samples.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);
  if (top < MIN_TOP) return 0;
  let clipped = 0;
  let run = 0;
  for (let i = 0; i <= samples.length; i += 1) {
    if (Math.abs(samples[i] ?? 0) >= top * TOP_SHARE) {
      run += 1;
      continue;
    }
    if (run >= MIN_CLIPPED_RUN) clipped += run;
    run = 0;
  }
  return clipped / samples.length;
}

/** What the gate decides on; `noiseRise` is in dB a second, null where the noise stays. */
type Measured = Omit<RecordingQuality, 'withheld'> & { noiseRise: number | null };

function withholdings(measured: Measured, recording: RecordingFacts, options: QualityOptions): Withheld {
  const { clippedShare: clipped, speechLevelDb, snrDb, bandwidthHz, noiseRise } = measured;
  const withheld: Withheld = [];
  const withhold = (measures: readonly WithheldMeasure[], reason: string): void => {
    for (const measure of measures) if (withheld.every((entry) => entry.measure !== measure)) withheld.push({ measure, reason });
  };
  if (speechLevelDb === null) withhold(['pitch', 'level', 'pauses', 'rate', 'digits'], 'no speech was found');
  if (recording.automaticGain === true) withhold(['level'], 'the device raised and lowered the level by itself');
  if (noiseRise !== null)
    withhold(['level'], `the noise rises by ${noiseRise.toFixed(0)} dB a second in every pause, so the device changed the level by itself`);
  if (clipped > options.maxClippedShare) withhold(['level'], `${(clipped * 100).toFixed(1)} % of the samples are clipped`);
  if (snrDb !== null && snrDb < options.minSnrForPausesDb)
    withhold(['level', 'pauses', 'rate'], `the speech is only ${Math.max(0, snrDb).toFixed(0)} dB over the noise`);
  if (snrDb !== null && snrDb < options.minSnrForPitchDb)
    withhold(['pitch'], `the speech is only ${Math.max(0, snrDb).toFixed(0)} dB over the noise`);
  if (speechLevelDb !== null && bandwidthHz < options.minBandwidthHz)
    withhold(['pitch', 'digits'], `the recording carries nothing over ${Math.round(bandwidthHz)} Hz`);
  return withheld;
}
