import type { PitchTrack, Span, Transcript } from '@ringback/core';

/** When voiced sound that no word covers counts as a filler. */
export interface FillerOptions {
  /** Seconds: the shortest "um". House rule. */
  minFillerSec: number;
  /** Seconds by which a word may reach beyond its own times: word times are not exact. House rule. */
  wordMarginSec: number;
  /** Semitones: a filler is held, so its pitch spreads little. House rule. */
  maxSpreadSemitones: number;
}

/** The defaults of {@link FillerOptions}. */
export const FILLER_OPTIONS: Readonly<FillerOptions> = { minFillerSec: 0.2, wordMarginSec: 0.1, maxSpreadSemitones: 3 };

const SEMITONES_PER_OCTAVE = 12;

/** Voiced stretches within speech that no word covers: "um" and "uh", which recognisers leave out. */
export function findFillers(
  pitch: PitchTrack,
  segments: readonly Span[],
  transcript: Transcript,
  options: FillerOptions = FILLER_OPTIONS,
): Span[] {
  const words = transcript.words.map(({ start, end }) => ({ start: start - options.wordMarginSec, end: end + options.wordMarginSec }));
  const fillers: Span[] = [];
  let run: number[] = [];
  for (let i = 0; i <= pitch.values.length; i += 1) {
    const time = pitch.startSec + i * pitch.stepSec;
    const hz = pitch.values[i];
    const voiced = hz !== null && hz !== undefined && hz > 0;
    if (voiced && within(time, segments) && !within(time, words)) {
      run.push(hz);
      continue;
    }
    const end = time - pitch.stepSec / 2;
    const start = end - run.length * pitch.stepSec;
    if (end - start >= options.minFillerSec && spread(run) <= options.maxSpreadSemitones) fillers.push({ start, end });
    run = [];
  }
  return fillers;
}

function within(time: number, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => time >= start && time <= end);
}

function spread(hz: readonly number[]): number {
  return SEMITONES_PER_OCTAVE * Math.log2(Math.max(...hz) / Math.min(...hz));
}
