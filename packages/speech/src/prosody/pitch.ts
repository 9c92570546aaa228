import type { PitchTrack } from '@ringback/core';
import type { Waveform } from '../waveform.ts';
import { decimate } from './decimate.ts';
import { type PitchCandidate, type PitchFrame, pitchFrames } from './pitch-frames.ts';
import { PITCH_OPTIONS, type PitchOptions } from './pitch-options.ts';

/** Hz: pitch needs no higher rate, and lower ones are faster. */
const ANALYSIS_RATE = 16_000;
/** Seconds between two frames to which the costs of {@link PitchOptions} refer. */
const COST_STEP_SEC = 0.01;
const UNVOICED: PitchCandidate = { hz: 0, strength: 0 };

/** One state of the path: a candidate, its own merit, and where the best path to it came from. */
interface State {
  candidate: PitchCandidate;
  score: number;
  from: number;
}

/**
 * Pitch in Hz every `stepSec`, NaN where unvoiced: candidates by autocorrelation and the cheapest path through them,
 * in the manner of Boersma (1993). Independent of the level of the recording.
 */
export function trackPitch(waveform: Waveform, options: PitchOptions = PITCH_OPTIONS): PitchTrack {
  const { startSec, frames } = pitchFrames(decimate(waveform, ANALYSIS_RATE), options);
  return {
    startSec,
    stepSec: options.stepSec,
    values: cheapestPath(frames, options),
    floorHz: options.floorHz,
    ceilingHz: options.ceilingHz,
  };
}

function cheapestPath(frames: readonly PitchFrame[], options: PitchOptions): Float32Array {
  const lattice: State[][] = [];
  for (const frame of frames) {
    const before = lattice.at(-1);
    lattice.push([UNVOICED, ...frame.candidates].map((candidate) => reach(candidate, merit(candidate, frame, options), before, options)));
  }
  const values = new Float32Array(frames.length).fill(Number.NaN);
  let at = best(lattice.at(-1) ?? []);
  for (let i = frames.length - 1; i >= 0; i -= 1) {
    const state = lattice[i]?.[at];
    if (state === undefined) break;
    if (state.candidate.hz > 0) values[i] = state.candidate.hz;
    at = state.from;
  }
  return values;
}

function reach(candidate: PitchCandidate, own: number, before: readonly State[] | undefined, options: PitchOptions): State {
  if (before === undefined) return { candidate, score: own, from: 0 };
  let score = Number.NEGATIVE_INFINITY;
  let from = 0;
  for (const [index, state] of before.entries()) {
    const reached = state.score - transitionCost(state.candidate, candidate, options);
    if (reached > score) {
      score = reached;
      from = index;
    }
  }
  return { candidate, score: score + own, from };
}

function best(states: readonly State[]): number {
  let index = 0;
  for (const [i, state] of states.entries()) if (state.score > (states[index]?.score ?? Number.NEGATIVE_INFINITY)) index = i;
  return index;
}

function merit(candidate: PitchCandidate, frame: PitchFrame, options: PitchOptions): number {
  const { voicingThreshold, silenceThreshold, octaveCost, ceilingHz } = options;
  if (candidate.hz > 0) return candidate.strength - octaveCost * Math.log2(ceilingHz / candidate.hz);
  return voicingThreshold + Math.max(0, 2 - frame.intensity / (silenceThreshold / (1 + voicingThreshold)));
}

function transitionCost(from: PitchCandidate, to: PitchCandidate, options: PitchOptions): number {
  const correction = COST_STEP_SEC / options.stepSec;
  if (from.hz === 0 && to.hz === 0) return 0;
  if (from.hz === 0 || to.hz === 0) return options.voicedUnvoicedCost * correction;
  return options.octaveJumpCost * correction * Math.abs(Math.log2(from.hz / to.hz));
}
