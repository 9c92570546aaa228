import type { Track } from '@ringback/core';
import type { Waveform } from '../signal/waveform.ts';

/** A model that tells speech from any other sound, however loud. */
export interface SpeechDetector {
  /** Stable name for reports, for example "silero-vad-5". */
  readonly id: string;
  /** How probable speech is, 0..1, in steps of about 30 ms; does not depend on the level of the recording. */
  speechProbability(waveform: Waveform, options?: { signal?: AbortSignal }): Promise<Track>;
  /**
   * Follows a recording while it is made. Null at a rate that the model does not take as it is. Its first second is levelled by itself and
   * the rest by what came so far, so that values may differ a little from those of the whole recording.
   */
  follow(sampleRate: number): SpeechFollower | null;
  /** Frees the model; it takes no calls afterwards. */
  close(): Promise<void>;
}

/** Tells speech in a recording that is being made. */
export interface SpeechFollower {
  /** Looks at what is new; `samples` are all so far. */
  follow(samples: Float32Array): Promise<void>;
  /** What was found so far. */
  readonly track: Track;
}

/** What the detector says of a recording; undefined when it breaks: then speech is told by its energy alone, as without one. */
export async function speechProbabilityOf(detector: SpeechDetector, waveform: Waveform, signal?: AbortSignal): Promise<Track | undefined> {
  try {
    return await detector.speechProbability(waveform, { ...(signal && { signal }) });
  } catch (error) {
    if (signal?.aborted) throw error;
    return undefined;
  }
}
