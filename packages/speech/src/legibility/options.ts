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

/**
 * dB: noise is varied between the ends, and tried first at some ratios between. At the upper end no digit heard in the quiet is lost, at
 * the lower none is heard (our recordings).
 */
const RANGE = { lowDb: -12, highDb: 24, firstDb: [18, CAR_DB, 6, 2, -2, -6, -10], edgeDb: 4 } as const;

/** Tries of each mode: for ten digits the quick one keeps within 1 s on two processor cores, the full one within 8 s (docs/number.md). */
export const TRIAL_PLANS: Record<LegibilityMode, TrialPlan> = {
  quick: { ...RANGE, maxHeardSec: 90, minTries: 10, wantedErrorDb: 0.3 },
  full: { ...RANGE, maxHeardSec: 320, minTries: 24, wantedErrorDb: 0.15 },
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
  /** The number that was meant, where it was understood otherwise: its digits are weighed in place of those understood. */
  expected?: { e164: string; digits: string };
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
