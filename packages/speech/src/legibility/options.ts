import type { Noise } from './noise.ts';
import type { PhoneLine } from './phone-line.ts';
import type { TrialPlan } from './trials.ts';

/** Quick: part of every review. Full: when asked for. */
export type LegibilityMode = 'quick' | 'full';

/**
 * dB: the ratio between the voice and the noise on a phone in a car. House rule: a machine listener needs more than a person,
 * so this stands for a noisy car to a machine and for a loud one to a person (docs/number.md).
 */
export const CAR_DB = 10;

/** Most digits a number may have: fifteen of an international number and an extension. */
export const MAX_DIGITS = 20;

/** Seed used when none is given. */
export const DEFAULT_SEED = 1;

/** dB that stand for the quiet: noise so far under the voice is not heard. */
const QUIET_DB = 30;

/** Tries of each mode: the quick one keeps within 3 s for ten digits, the full one within 30 s, on two slow cores. */
export const TRIAL_PLANS: Record<LegibilityMode, TrialPlan> = {
  quick: {
    coarseDb: [QUIET_DB, 18, CAR_DB, 3, -3, -9],
    coarseTries: 1,
    rounds: 2,
    roundTries: 8,
    focusDb: 2,
    // A flat curve needs them; those are fast numbers, which are short and cheap to try.
    extraRounds: 3,
    wantedErrorDb: 0.5,
  },
  full: {
    coarseDb: [QUIET_DB, 24, 18, 14, CAR_DB, 6, 3, 0, -3, -6, -9],
    coarseTries: 4,
    rounds: 3,
    roundTries: 16,
    focusDb: 2,
    extraRounds: 3,
    wantedErrorDb: 0.3,
  },
};

/** Tries in a car without being told the number, in full mode. */
export const READ_BACK_TRIES = 5;

/** Options of the drive test. */
export interface GradeOptions {
  /** Default "quick". */
  mode?: LegibilityMode;
  /** The same take and seed give the same answer; default 1. */
  seed?: number;
  /** Default G.711 mu-law. */
  line?: PhoneLine;
  /** Default the cabin of a car. */
  noise?: Noise;
  /** Seconds of the recording where the caller's name and address are said; tested in full mode. */
  phrases?: readonly Phrase[];
  signal?: AbortSignal;
  /** Share done, 0..1, never falling. */
  onProgress?: (share: number) => void;
}

/** A name or an address and where it is said. */
export interface Phrase {
  kind: 'name' | 'email';
  quote: string;
  start: number;
  end: number;
}
