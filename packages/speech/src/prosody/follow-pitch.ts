import type { PitchTrack } from '@ringback/core';
import { audibleShare, loudestOf, PITCH_RATE, trackThrough } from './pitch.ts';
import { frameCount, PitchAnalyser, type PitchFrame, windowSecOf } from './pitch-frames.ts';
import { PITCH_OPTIONS, type PitchOptions } from './pitch-options.ts';

/**
 * Tracks the pitch of a recording while it is made. As `trackPitch`, but for the first frame, which stands at the beginning
 * instead of being centred, since the end is not known.
 */
export class PitchFollower {
  readonly #sampleRate: number;
  readonly #options: PitchOptions;
  readonly #analyser: PitchAnalyser;
  readonly #frames: PitchFrame[] = [];
  #loudest = 0;

  constructor(sampleRate: number, options: PitchOptions = PITCH_OPTIONS) {
    this.#sampleRate = sampleRate;
    this.#options = options;
    this.#analyser = new PitchAnalyser(sampleRate, options);
  }

  /** Whether sound at this rate can be followed: higher rates are lowered first, which is left to `trackPitch`. */
  static follows(sampleRate: number): boolean {
    return sampleRate < 2 * PITCH_RATE;
  }

  /** Analyses what is new; `samples` are all so far. */
  follow(samples: Float32Array): void {
    const done = this.#frames.length;
    const count = frameCount(samples.length / this.#sampleRate, this.#options) - done;
    if (count <= 0) return;
    const frames = this.#analyser.frames(
      samples,
      this.#startSec + done * this.#options.stepSec,
      count,
      this.#loudest * audibleShare(this.#options),
    );
    for (const frame of frames) this.#loudest = Math.max(this.#loudest, frame.peak);
    this.#frames.push(...frames);
  }

  /** The track of the whole recording. */
  finish(samples: Float32Array): PitchTrack {
    this.follow(samples);
    return trackThrough(this.#frames, this.#startSec, loudestOf(samples), this.#options);
  }

  get #startSec(): number {
    return windowSecOf(this.#options) / 2;
  }
}
