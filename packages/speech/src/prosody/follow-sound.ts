import type { Track } from '@ringback/core';
import { durationOf, type Waveform } from '../signal/waveform.ts';
import { PitchFollower } from './follow-pitch.ts';
import type { SoundOptions } from './measure.ts';
import { type SpeechDetector, type SpeechFollower, speechProbabilityOf } from './speech-detector.ts';

/** Seconds at the end that the detector may have left out, its last step. */
const SAME_END_SEC = 0.1;

/** Measures a recording while it is made, so that little is left to do at its end. */
export class SoundFollower {
  readonly #detector: SpeechDetector | undefined;
  readonly #pitch: PitchFollower | null;
  /** Null where it cannot be followed, and once it broke. */
  #speech: SpeechFollower | null;

  constructor(sampleRate: number, detector?: SpeechDetector) {
    this.#detector = detector;
    this.#pitch = PitchFollower.follows(sampleRate) ? new PitchFollower(sampleRate) : null;
    this.#speech = detector?.follow(sampleRate) ?? null;
  }

  /** Measures what is new; `samples` are all so far. */
  async follow(samples: Float32Array): Promise<void> {
    this.#pitch?.follow(samples);
    await this.#followSpeech(samples);
  }

  async #followSpeech(samples: Float32Array): Promise<void> {
    try {
      await this.#speech?.follow(samples);
    } catch {
      this.#speech = null;
    }
  }

  /** How probable speech is so far; undefined where it cannot be followed. */
  get speechProbability(): Track | undefined {
    return this.#speech?.track;
  }

  /** What `measureSound` need not do again for the whole recording. */
  async finish(waveform: Waveform): Promise<Pick<SoundOptions, 'pitchTrack' | 'speechProbability'>> {
    await this.#followSpeech(waveform.samples);
    const followed = this.#speech?.track;
    // A recording of under a second was not followed at all.
    const whole = followed !== undefined && followed.values.length * followed.stepSec > durationOf(waveform) - SAME_END_SEC;
    const speechProbability = whole ? followed : this.#detector && (await speechProbabilityOf(this.#detector, waveform));
    return {
      ...(this.#pitch && { pitchTrack: this.#pitch.finish(waveform.samples) }),
      ...(speechProbability && { speechProbability }),
    };
  }
}
