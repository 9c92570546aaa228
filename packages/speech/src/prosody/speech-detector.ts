import type { Track } from '@ringback/core';
import type { Waveform } from '../waveform.ts';

/** A model that tells speech from any other sound, however loud. */
export interface SpeechDetector {
  /** Stable name for reports, for example "silero-vad-5". */
  readonly id: string;
  /** How probable speech is, 0..1, in steps of about 30 ms; does not depend on the level of the recording. */
  speechProbability(waveform: Waveform, options?: { signal?: AbortSignal }): Promise<Track>;
  /** Frees the model; it takes no calls afterwards. */
  close(): Promise<void>;
}
