import type { PitchTrack } from '../documents/artifacts.ts';
import type { Span } from '../documents/span.ts';

/** Fewest voiced frames from which a direction is told. House rule. */
const MIN_FRAMES = 5;
/** Seconds at the end of a digit in which its tune is decided. House rule: a short syllable. */
const WINDOW_SEC = 0.3;
/** Semitones from the middle beyond which a frame is an octave error of the tracker, not a tune. */
const MAX_STRAY_SEMITONES = 7;
const SEMITONES_PER_OCTAVE = 12;

/**
 * Semitones by which pitch moves over the end of `span` (a straight line through the voiced frames of its last 0.3 s):
 * above zero a rise. Null when there is too little voice.
 */
export function endPitchMove(pitch: PitchTrack, span: Span): number | null {
  const from = Math.max(span.start, span.end - WINDOW_SEC);
  const first = Math.max(0, Math.ceil((from - pitch.startSec) / pitch.stepSec));
  const last = Math.min(pitch.values.length - 1, Math.floor((span.end - pitch.startSec) / pitch.stepSec));
  const frames: { time: number; semitones: number }[] = [];
  for (let index = first; index <= last; index += 1) {
    const hz = pitch.values[index];
    if (hz === null || hz === undefined || !(hz > 0)) continue;
    frames.push({ time: index * pitch.stepSec, semitones: SEMITONES_PER_OCTAVE * Math.log2(hz) });
  }
  const middle = median(frames.map((frame) => frame.semitones));
  const kept = frames.filter((frame) => Math.abs(frame.semitones - middle) <= MAX_STRAY_SEMITONES);
  const begin = kept[0];
  const end = kept[kept.length - 1];
  if (kept.length < MIN_FRAMES || begin === undefined || end === undefined) return null;
  return slope(kept) * (end.time - begin.time);
}

function slope(frames: readonly { time: number; semitones: number }[]): number {
  const time = mean(frames.map((frame) => frame.time));
  const level = mean(frames.map((frame) => frame.semitones));
  let above = 0;
  let below = 0;
  for (const frame of frames) {
    above += (frame.time - time) * (frame.semitones - level);
    below += (frame.time - time) ** 2;
  }
  return below === 0 ? 0 : above / below;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
