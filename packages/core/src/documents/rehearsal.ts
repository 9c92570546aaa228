import type { Artifacts, RecordingFacts } from './artifacts.ts';
import type { Review, Verdict } from './review.ts';

/** A script as the page and its server keep it. */
export interface Script {
  /** UUID. */
  id: string;
  name: string;
  /** The words as they would be said, plain text. */
  text: string;
  /** ISO 8601. */
  createdAt: string;
  updatedAt: string;
}

/** What the microphone and the browser did to a take, read back after they were asked to do nothing. Null where nobody knows. */
export interface CaptureSettings {
  /** Hz. */
  sampleRate: number;
  automaticGain: boolean | null;
  noiseSuppression: boolean | null;
  echoCancellation: boolean | null;
}

/** `recording`: sound still comes; `hearing`: it is being listened to; `failed`: see `failure`. */
export type TakeState = 'recording' | 'hearing' | 'reviewed' | 'failed';

/** A take as it stands in a list. */
export interface TakeSummary {
  /** UUID. */
  id: string;
  /** The script it was spoken from; null for a recording that was dropped on the page. */
  scriptId: string | null;
  name: string;
  state: TakeState;
  /** ISO 8601. */
  createdAt: string;
  /** Seconds; null while it is recorded. */
  durationSec: number | null;
  decision: Verdict['decision'] | null;
  /** 0..1; ranks takes. */
  score: number | null;
  /** True for a take the person marked to keep. */
  kept: boolean;
  /** One sentence each: what, where, how to mend it. */
  failure: { code: string; message: string } | null;
}

/** A take with all that is known of it. */
export interface Take extends TakeSummary {
  capture: CaptureSettings | null;
  review: Review | null;
  /** Pitch, level and pauses to draw; null until it was heard. */
  sound: Artifacts['sound'] | null;
  /** Share of the hearing that is done, 0..1. */
  progress: number;
}

/** One thing to say, as it stands while someone speaks. */
export interface ChecklistItem {
  id: 'name' | 'bridge' | 'ask' | 'number' | 'reply-option';
  /** `mind`: said, and something about it should change. */
  state: 'open' | 'said' | 'mind';
  /** A few words: "said once, say it again", "too fast"; empty when there is nothing to add. */
  note: string;
}

/** What the page sends over the live socket besides sound (binary frames: 16-bit little-endian mono samples). */
export type LiveRequest =
  /** Begins a take or goes on with one whose connection broke: the answer says how many samples arrived. */
  | { type: 'start'; takeId: string; scriptId: string | null; name: string; capture: CaptureSettings }
  /** All samples are sent: the take is complete. */
  | { type: 'stop' }
  /** The person threw the take away. */
  | { type: 'discard' };

/** What the server answers over the live socket. */
export type LiveAnswer =
  | { type: 'started'; takeId: string /** Samples that are safe on disk: send from here. */; received: number }
  | { type: 'stored'; received: number }
  | { type: 'heard'; text: string /** Seconds of sound that the text covers. */; heardSec: number; checklist: ChecklistItem[] }
  | { type: 'reviewed'; takeId: string /** Milliseconds from stop to review, on the server. */; elapsedMs: number }
  | { type: 'failed'; takeId: string; code: string; message: string };

/** What is known of a recording that came from a microphone through the page. */
export function capturedFacts(capture: CaptureSettings, durationSec: number, warnings: string[] = []): RecordingFacts {
  return {
    container: 'wav',
    codec: 'pcm_s16le',
    sampleRate: capture.sampleRate,
    channels: 1,
    durationSec,
    automaticGain: capture.automaticGain,
    warnings,
  };
}
