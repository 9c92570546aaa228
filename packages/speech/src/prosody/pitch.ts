import type { PitchTrack } from '@ringback/core';
import { decimate } from '../signal/decimate.ts';
import type { Waveform } from '../signal/waveform.ts';
import { frameCount, meanOf, PitchAnalyser, type PitchCandidate, type PitchFrame, peakOf } from './pitch-frames.ts';
import { PITCH_OPTIONS, type PitchOptions } from './pitch-options.ts';

/** Hz: pitch needs no higher rate, and lower ones are faster. */
export const PITCH_RATE = 16_000;
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
 * in the manner of Boersma (1993). Independent of the level of the recording. Frames are centred, as in Praat.
 */
export function trackPitch(waveform: Waveform, options: PitchOptions = PITCH_OPTIONS): PitchTrack {
  const { samples, sampleRate } = decimate(waveform, PITCH_RATE);
  const durationSec = samples.length / sampleRate;
  const count = frameCount(durationSec, options);
  const startSec = durationSec / 2 - (Math.max(0, count - 1) * options.stepSec) / 2;
  const loudest = loudestOf(samples);
  const frames = new PitchAnalyser(sampleRate, options).frames(samples, startSec, count, loudest * audibleShare(options));
  return trackThrough(frames, startSec, loudest, options);
}

/** The track of frames `stepSec` apart, in a recording whose loudest sample is `loudest`. */
export function trackThrough(frames: readonly PitchFrame[], startSec: number, loudest: number, options: PitchOptions): PitchTrack {
  const { stepSec, floorHz, ceilingHz } = options;
  return { startSec, stepSec, values: cheapestPath(frames, loudest, options), floorHz, ceilingHz };
}

/** Highest sample of a recording, against its mean. */
export function loudestOf(samples: Float32Array): number {
  return peakOf(samples, 0, samples.length, meanOf(samples, 0, samples.length));
}

/**
 * Share of the recording's peak under which a frame is never voiced: there "unvoiced" gains more over the strongest candidate
 * than turning to it and back costs.
 */
export function audibleShare({ voicingThreshold, silenceThreshold, voicedUnvoicedCost, stepSec }: PitchOptions): number {
  const there = voicingThreshold + 1 - 2 * voicedUnvoicedCost * (COST_STEP_SEC / stepSec);
  return Math.max(0, there * (silenceThreshold / (1 + voicingThreshold)));
}

function cheapestPath(frames: readonly PitchFrame[], loudest: number, options: PitchOptions): Float32Array {
  const lattice: State[][] = [];
  for (const frame of frames) {
    const before = lattice.at(-1);
    lattice.push(
      [UNVOICED, ...frame.candidates].map((candidate) =>
        reach(candidate, merit(candidate, loudest === 0 ? 0 : Math.min(1, frame.peak / loudest), options), before, options),
      ),
    );
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

/** `intensity` is the frame's peak against the recording's. */
function merit(candidate: PitchCandidate, intensity: number, options: PitchOptions): number {
  const { voicingThreshold, silenceThreshold, octaveCost, ceilingHz } = options;
  if (candidate.hz > 0) return candidate.strength - octaveCost * Math.log2(ceilingHz / candidate.hz);
  return voicingThreshold + Math.max(0, 2 - intensity / (silenceThreshold / (1 + voicingThreshold)));
}

function transitionCost(from: PitchCandidate, to: PitchCandidate, options: PitchOptions): number {
  const correction = COST_STEP_SEC / options.stepSec;
  if (from.hz === 0 && to.hz === 0) return 0;
  if (from.hz === 0 || to.hz === 0) return options.voicedUnvoicedCost * correction;
  return options.octaveJumpCost * correction * Math.abs(Math.log2(from.hz / to.hz));
}
