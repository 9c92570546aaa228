import type { Span, SpeechActivity, Track } from '@ringback/core';
import { applyFilter, highPass } from '../signal/filter.ts';
import { SILENCE_DB, trackLevel } from '../signal/level.ts';
import { quantile } from '../signal/statistics.ts';
import type { Waveform } from '../signal/waveform.ts';
import { ACTIVITY_OPTIONS, type ActivityOptions } from './activity-options.ts';
import { detectedSpans, type Likelihood, likelihoodOf, probableWithin } from './speech-likelihood.ts';

/** Shares of the frames that give the level of the noise and of the speech where nothing tells them apart. */
const NOISE_QUANTILE = 0.1;
const SPEECH_QUANTILE = 0.95;
/** dB over the noise that an edge is never sought under: single frames of noise reach that. */
const EDGE_MARGIN_DB = 3;

/** Order of the Butterworth filter that takes hum and rumble away: 12 dB an octave. */
const HIGH_PASS_ORDER = 2;

/** Levels between which speech and silence are told apart, dB full scale. */
export interface ActivityLevels {
  noiseDb: number;
  speechDb: number;
  onsetDb: number;
  edgeDb: number;
}

/**
 * Speech segments and the pauses between them. The energy gives their edges to 10 ms; `probability`, where a speech detector
 * gave it, tells speech from other sound, sets the level of the noise, and gives the edges where noise covers them.
 * Independent of the level of the recording.
 */
export function findSpeech(
  waveform: Waveform,
  options: ActivityOptions = ACTIVITY_OPTIONS,
  probability?: Track,
): Omit<SpeechActivity, 'fillers'> {
  const { stepSec } = options;
  const { samples, sampleRate } = waveform;
  const voice = { samples: applyFilter(highPass(HIGH_PASS_ORDER, options.highPassHz, sampleRate), samples), sampleRate };
  const levels = trackLevel(voice, { stepSec, windowSec: stepSec * 2 }).values as Float32Array;
  const likelihood = probability === undefined ? null : likelihoodOf(probability, levels.length, stepSec);
  const thresholds = activityLevels(levels, options, likelihood);
  const durationSec = samples.length / sampleRate;
  const runs = likelihood === null ? runsAbove(levels, thresholds) : confirmedRuns(levels, thresholds, likelihood, options);
  const segments = joinRuns(runs, options).map(({ start, end }) => ({ start: start * stepSec, end: Math.min(end * stepSec, durationSec) }));
  return { segments, pauses: pausesBetween(segments, options.minPauseSec), minPauseSec: options.minPauseSec };
}

/** Silences of at least `minPauseSec` between two segments. */
export function pausesBetween(segments: readonly Span[], minPauseSec: number): Span[] {
  const pauses: Span[] = [];
  for (const [i, next] of segments.entries()) {
    const before = segments[i - 1];
    if (before !== undefined && next.start - before.end >= minPauseSec) pauses.push({ start: before.end, end: next.start });
  }
  return pauses;
}

/** Noise and speech level of a recording from its frames, and the two thresholds between them. */
export function activityLevels(levels: Float32Array, options: ActivityOptions, likelihood: Likelihood | null = null): ActivityLevels {
  const sounding = levels.filter((level) => level > SILENCE_DB);
  const noiseDb = likelihood?.quietLevel(levels) ?? (sounding.length === 0 ? SILENCE_DB : quantile(sounding, NOISE_QUANTILE));
  const speechDb = sounding.length === 0 ? SILENCE_DB : quantile(sounding, SPEECH_QUANTILE);
  const hysteresis = options.onsetAboveNoiseDb - options.edgeAboveNoiseDb;
  // Where someone speaks all the time the quietest frames are speech too, so the thresholds stay under its level.
  const onsetDb = Math.min(
    Math.max(noiseDb + options.onsetAboveNoiseDb, speechDb - options.maxBelowSpeechDb),
    speechDb - options.minBelowSpeechDb,
  );
  const edgeDb = Math.max(SILENCE_DB, onsetDb - hysteresis, Math.min(noiseDb + EDGE_MARGIN_DB, onsetDb));
  return { noiseDb, speechDb, onsetDb, edgeDb };
}

/** Loud runs in which speech is probable, and speech that no loud run covers. Frames; `end` is exclusive. */
function confirmedRuns(levels: Float32Array, thresholds: ActivityLevels, likelihood: Likelihood, options: ActivityOptions): Span[] {
  const detected = detectedSpans(likelihood, options);
  // In loud noise energy has no edges to give.
  if (thresholds.speechDb - thresholds.noiseDb < options.minContrastDb) return detected;
  const loud = runsAbove(levels, thresholds).flatMap((run) => probableWithin(run, detected, options));
  const uncovered = detected.filter((span) => loud.every((run) => run.end <= span.start || run.start >= span.end));
  return [...loud, ...uncovered].sort((a, b) => a.start - b.start);
}

/** Runs of frames over the edge threshold that reach the onset threshold; `end` is exclusive. */
function runsAbove(levels: Float32Array, { onsetDb, edgeDb }: ActivityLevels): Span[] {
  const runs: Span[] = [];
  let start = -1;
  let reached = false;
  for (let i = 0; i <= levels.length; i += 1) {
    const level = levels[i] ?? Number.NEGATIVE_INFINITY;
    if (level > edgeDb) {
      if (start < 0) start = i;
      reached ||= level > onsetDb;
    } else if (start >= 0) {
      if (reached) runs.push({ start, end: i });
      start = -1;
      reached = false;
    }
  }
  return runs;
}

function joinRuns(runs: readonly Span[], options: ActivityOptions): Span[] {
  const minGap = options.minGapSec / options.stepSec;
  const joined: Span[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && run.start - last.end < minGap) last.end = Math.max(last.end, run.end);
    else joined.push({ ...run });
  }
  return joined.filter((run) => (run.end - run.start) * options.stepSec >= options.minSpeechSec);
}
