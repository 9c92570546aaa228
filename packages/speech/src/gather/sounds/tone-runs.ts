import type { Span } from '@ringback/core';
import type { Peak, ToneFrame, ToneFrames } from './tone-frames.ts';

/** A stretch in which one or two frequencies sound and nothing else does. */
export interface ToneRun extends Span {
  /** Hz, lowest first; one or two. */
  hz: readonly number[];
}

/** Share of a frame's power that its one or two frequencies hold when it is a tone. House rule: a tenth may be line noise and echo. */
const PURE_SHARE = 0.8;
/** Share from which the second frequency counts as one. House rule: the two of a telephone's tones differ by a few dB. */
const SECOND_SHARE = 0.12;
/** dB full scale under which nothing is told. House rule. */
const QUIETEST_DB = -60;
/** How far a frequency may move from one frame to the next: a share, and at least some Hz. A voice moves more. House rule. */
const DRIFT_SHARE = 0.012;
const DRIFT_HZ = 8;
/** dB under its middle at which a tone begins and ends: half of the window is outside. */
const EDGE_DB = 6;
/** Frames of a run. House rule: 0.06 s, less than a key is pressed. */
const SHORTEST_FRAMES = 2;

/** Stretches of steady tones, in order. */
export function toneRuns({ frames, stepSec }: ToneFrames): ToneRun[] {
  const runs: ToneRun[] = [];
  let first = -1;
  for (let i = 0; i <= frames.length; i += 1) {
    const hz = pureTones(frames[i]);
    // Both with the frame before and with the first: two tones that follow each other meet in one frame.
    if (first >= 0 && !(hz !== null && [first, i - 1].every((other) => isSame(hz, pureTones(frames[other]) ?? [])))) {
      const run = runOf(frames, first, i, stepSec);
      if (run !== null) runs.push(run);
      first = -1;
    }
    if (first < 0 && hz !== null) first = i;
  }
  return runs;
}

/** The one or two frequencies that the frame consists of; null where it is no tone. */
function pureTones(frame: ToneFrame | undefined): number[] | null {
  if (frame === undefined || frame.levelDb < QUIETEST_DB) return null;
  const [one, two] = frame.peaks;
  if (one === undefined || one.share + (two?.share ?? 0) < PURE_SHARE) return null;
  return soundingOf(one, two).sort((a, b) => a - b);
}

const soundingOf = (one: Peak, two: Peak | undefined): number[] =>
  two !== undefined && two.share >= SECOND_SHARE ? [one.hz, two.hz] : [one.hz];

/** Whether two tones are the same. Where a line hides one of two, the other is enough. */
export function isSame(some: readonly number[], others: readonly number[]): boolean {
  const [fewer, more] = some.length <= others.length ? [some, others] : [others, some];
  return fewer.length > 0 && fewer.every((hz) => more.some((other) => Math.abs(hz - other) <= Math.max(DRIFT_HZ, DRIFT_SHARE * other)));
}

function runOf(frames: readonly ToneFrame[], from: number, end: number, stepSec: number): ToneRun | null {
  const levels = frames.slice(from, end).map(({ levelDb }) => levelDb);
  const middle = [...levels].sort((a, b) => a - b)[Math.floor(levels.length / 2)] ?? 0;
  const [first, last] = [levels.findIndex((db) => db > middle - EDGE_DB), levels.findLastIndex((db) => db > middle - EDGE_DB)];
  if (last - first + 1 < SHORTEST_FRAMES) return null;
  const pairs = frames.slice(from + first, from + last + 1).map((frame) => pureTones(frame) ?? []);
  const most = pairs.filter(({ length }) => length === 2).length * 2 >= pairs.length ? 2 : 1;
  const like = pairs.filter(({ length }) => length === most);
  const hz = Array.from({ length: most }, (_, k) => like.reduce((sum, pair) => sum + (pair[k] ?? 0), 0) / like.length);
  // A frame tells of the sound around its middle.
  return { start: (from + first) * stepSec, end: (from + last + 1) * stepSec, hz };
}
