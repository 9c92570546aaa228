import type { Span, Track } from '@ringback/core';
import { SILENCE_DB } from '../signal/level.ts';
import { quantile } from '../signal/statistics.ts';
import type { ActivityOptions } from './activity-options.ts';

/** Probability under which a frame is surely no speech, when the level of the noise is taken. House rule. */
const SURELY_QUIET = 0.15;
/** Share of the quiet frames under the level taken for the noise: traffic comes and goes. House rule. */
const QUIET_QUANTILE = 0.5;
/** Seconds of quiet from which its level can be told. House rule. */
const MIN_QUIET_SEC = 0.15;

/** A detector's probability of speech on the frames of the energy. */
export interface Likelihood {
  stepSec: number;
  /** 0..1 for each frame. */
  values: Float32Array;
  /** dB full scale of the frames that are surely no speech; null when there are too few. */
  quietLevel(levels: Float32Array): number | null;
}

/** Brings a probability track to frames of `stepSec`. */
export function likelihoodOf(track: Track, frames: number, stepSec: number): Likelihood {
  const values = Float32Array.from({ length: frames }, (_, i) => {
    const place = Math.round(((i + 0.5) * stepSec - track.startSec) / track.stepSec);
    return track.values[Math.min(Math.max(0, place), track.values.length - 1)] ?? 0;
  });
  return {
    stepSec,
    values,
    quietLevel(levels) {
      const quiet = levels.filter((level, i) => level > SILENCE_DB && (values[i] ?? 0) < SURELY_QUIET);
      return quiet.length * stepSec < MIN_QUIET_SEC ? null : quantile(quiet, QUIET_QUANTILE);
    },
  };
}

/** Stretches the detector takes for speech: it must be sure once, and may then be less so. Frames; `end` is exclusive. */
export function detectedSpans({ values }: Likelihood, options: ActivityOptions): Span[] {
  const spans: Span[] = [];
  let start = -1;
  let sure = false;
  for (let i = 0; i <= values.length; i += 1) {
    const value = values[i] ?? 0;
    if (value > options.speechProbabilityToStay) {
      if (start < 0) start = i;
      sure ||= value > options.speechProbability;
    } else if (start >= 0) {
      if (sure) spans.push({ start, end: i });
      start = -1;
      sure = false;
    }
  }
  return spans;
}

/** The parts of a loud run that lie within reach of detected speech: a car door next to a word is no part of it. */
export function probableWithin(run: Span, detected: readonly Span[], options: ActivityOptions): Span[] {
  const reach = Math.round(options.detectorReachSec / options.stepSec);
  const parts: Span[] = [];
  for (const span of detected) {
    if (span.end <= run.start || span.start >= run.end) continue;
    const part = { start: Math.max(run.start, span.start - reach), end: Math.min(run.end, span.end + reach) };
    const last = parts.at(-1);
    if (last !== undefined && part.start <= last.end) last.end = part.end;
    else parts.push(part);
  }
  return parts;
}
