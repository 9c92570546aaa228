import type { LevelTrack } from '../documents/artifacts.ts';
import type { TimedDigit } from '../documents/transcript.ts';

/** dB a valley must lie under the quieter of its two digits to be silence and not a soft sound inside speech. House rule. */
const MIN_VALLEY_DB = 15;
/** dB over the bottom of the valley up to which it is still silent. House rule. */
const VALLEY_RIM_DB = 8;
/** dB under the digits at which everything is silence, even above a deeper bottom. House rule. */
const SILENT_BELOW_DB = 40;
/** Seconds of sound inside a silence that are passed over, such as a click. Shorter than the burst of a "t", whose closure is part of its digit. House rule. */
const MAX_BURST_SEC = 0.01;
/** Seconds before and after the recognised start of a digit in which a silence before it may end. Our figure: the 90th percentile of that start's error. */
const REACH_SEC = { before: 0.15, after: 0.1 } as const;
/** Seconds from which a silence between digits is believed where the speaker leaves one between most of them. House rule. */
const MIN_SILENCE_SEC = 0.06;
/** The same where the speaker runs digits together: a lone shorter silence there is the closure of a stop ("six", "eight"). House rule. */
const MIN_LONE_SILENCE_SEC = 0.16;
/** Seconds: the middle silence of a speaker who leaves one between most digits. House rule. */
const SPACED_SEC = 0.09;
/** Seconds between two digits under which they meet: a recogniser that knows no silence puts them edge to edge. */
const MEETING_SEC = 0.03;
/** Seconds that a level track smears each edge of a silence inwards: half of its window of 30 ms. */
const SMEAR_SEC = 0.015;

/**
 * Moves the ends of digits that meet to the edges of the silence between them, as the level shows it.
 * A recogniser knows well when a digit begins and badly when it ends; where the level shows no silence, nothing is moved.
 */
export function sharpenBetween(digits: readonly TimedDigit[], level: LevelTrack): TimedDigit[] {
  const sharp = digits.map((digit) => ({ ...digit }));
  const silences = sharp.slice(1).map((next, index) => {
    const digit = sharp[index];
    return digit === undefined ? null : silenceBetween(digit, next, level);
  });
  const lengths = silences.map((silence) => (silence === null ? 0 : silence.end - silence.start)).sort((a, b) => a - b);
  const isSpaced = (lengths[Math.floor((lengths.length - 1) / 2)] ?? 0) >= SPACED_SEC;
  const shortest = isSpaced ? MIN_SILENCE_SEC : MIN_LONE_SILENCE_SEC;
  for (const [index, silence] of silences.entries()) {
    const digit = sharp[index];
    const next = sharp[index + 1];
    if (silence === null || digit === undefined || next === undefined || silence.end - silence.start < shortest) continue;
    if (next.start - digit.end > MEETING_SEC) continue;
    digit.end = silence.start;
    next.start = silence.end;
  }
  return sharp;
}

function silenceBetween(digit: TimedDigit, next: TimedDigit, level: LevelTrack): { start: number; end: number } | null {
  const from = frameAt(level, (digit.start + digit.end) / 2);
  const to = frameAt(level, (next.start + next.end) / 2);
  const values = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => levelAt(level, from + index));
  const first = Math.max(0, frameAt(level, next.start - REACH_SEC.before) - from);
  const near = values.slice(first, Math.max(first, frameAt(level, next.start + REACH_SEC.after) - from + 1));
  const bottom = first + near.indexOf(Math.min(...near));
  if (near.length === 0 || bottom <= 0 || bottom >= values.length - 1) return null;
  const floor = values[bottom] ?? 0;
  const peak = Math.min(Math.max(...values.slice(0, bottom)), Math.max(...values.slice(bottom + 1)));
  if (peak - floor < MIN_VALLEY_DB) return null;
  const rim = Math.max(floor + VALLEY_RIM_DB, peak - SILENT_BELOW_DB);
  const burst = Math.round(MAX_BURST_SEC / level.stepSec);
  const timeOf = (index: number) => level.startSec + (from + index) * level.stepSec;
  const half = level.stepSec / 2;
  return {
    start: timeOf(walk(values, bottom, -1, rim, burst)) - half - SMEAR_SEC,
    end: timeOf(walk(values, bottom, 1, rim, burst)) + half + SMEAR_SEC,
  };
}

/** The farthest silent frame from `start` in one direction, over bursts of at most `burst` frames. */
function walk(values: readonly number[], start: number, direction: 1 | -1, rim: number, burst: number): number {
  let farthest = start;
  let loud = 0;
  for (let index = start; index >= 0 && index < values.length && loud <= burst; index += direction) {
    if ((values[index] ?? 0) <= rim) {
      farthest = index;
      loud = 0;
    } else loud += 1;
  }
  return farthest;
}

function frameAt(level: LevelTrack, time: number): number {
  return Math.max(0, Math.min(level.values.length - 1, Math.round((time - level.startSec) / level.stepSec)));
}

function levelAt(level: LevelTrack, frame: number): number {
  const value = level.values[frame];
  return value === null || value === undefined || Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
}
