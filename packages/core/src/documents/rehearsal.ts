import { z } from 'zod';
import { type RecordingFacts, soundArtifactsSchema } from './artifacts.ts';
import { reviewSchema, verdictSchema } from './review.ts';

/** Longest name of a script or a take, characters. House rule. */
const LONGEST_NAME = 200;

/** A name that a person gave. */
export const givenNameSchema = z.string().trim().min(1).max(LONGEST_NAME);

/** {@link Script} */
export const scriptSchema = z.object({
  /** UUID. */
  id: z.uuid(),
  name: z.string(),
  /** The words as they would be said, plain text. */
  text: z.string(),
  /** ISO 8601. */
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** A script as the page and its server keep it. */
export type Script = z.infer<typeof scriptSchema>;

/** {@link CaptureSettings} */
export const captureSettingsSchema = z.object({
  /** Hz. */
  sampleRate: z.int().min(8_000).max(192_000),
  automaticGain: z.boolean().nullable(),
  noiseSuppression: z.boolean().nullable(),
  echoCancellation: z.boolean().nullable(),
});

/** What the microphone and the browser did to a take, read back after they were asked to do nothing. Null where nobody knows. */
export type CaptureSettings = z.infer<typeof captureSettingsSchema>;

const takeStateSchema = z.enum(['recording', 'hearing', 'reviewed', 'failed']);

/** `recording`: sound still comes; `hearing`: it is being listened to; `failed`: see `failure`. */
export type TakeState = z.infer<typeof takeStateSchema>;

/** Of a message that a telephone system, a mailbox or a folder handed over. */
const receivedSchema = z.object({
  /** Kind of the source, such as "asterisk". */
  by: z.string(),
  number: z.string().nullable(),
  name: z.string().nullable(),
  /** When it was left, ISO 8601; null where the source does not say. */
  at: z.iso.datetime().nullable(),
});

/** {@link TakeSummary} */
export const takeSummarySchema = z.object({
  /** UUID. */
  id: z.uuid(),
  /** The script it was spoken from; null for a recording that was dropped on the page. */
  scriptId: z.uuid().nullable(),
  name: z.string(),
  /** Id of the person whose take it is; left out where one person is alone. */
  owner: z.string().optional(),
  state: takeStateSchema,
  /** ISO 8601. */
  createdAt: z.iso.datetime(),
  /** Seconds; null while it is recorded. */
  durationSec: z.number().nullable(),
  decision: verdictSchema.shape.decision.nullable(),
  /** 0..1; ranks takes. */
  score: z.number().min(0).max(1).nullable(),
  /** True for a take the person marked to keep. */
  kept: z.boolean(),
  /** One sentence each: what, where, how to mend it. */
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** Who left it and when, where it was handed over; null for what the person recorded or chose. */
  received: receivedSchema.nullable().optional(),
});

/** A take as it stands in a list. */
export type TakeSummary = z.infer<typeof takeSummarySchema>;

/** {@link Take} */
export const takeSchema = takeSummarySchema.extend({
  capture: captureSettingsSchema.nullable(),
  review: reviewSchema.nullable(),
  /** Pitch, level and pauses to draw; null until it was heard. */
  sound: soundArtifactsSchema.nullable(),
  /** Share of the hearing that is done, 0..1. */
  progress: z.number().min(0).max(1),
});

/** A take with all that is known of it. */
export type Take = z.infer<typeof takeSchema>;

/** One thing to say, as it stands while someone speaks. */
export interface ChecklistItem {
  id: 'name' | 'bridge' | 'ask' | 'number' | 'reply-option';
  /** `mind`: said, and something about it should change. */
  state: 'open' | 'said' | 'mind';
  /** A few words: "said once, say it again", "too fast"; empty when there is nothing to add. */
  note: string;
}

/** {@link LiveRequest} */
export const liveRequestSchema = z.discriminatedUnion('type', [
  /** Begins a take or goes on with one whose connection broke: the answer says how many samples arrived. */
  z.object({
    type: z.literal('start'),
    takeId: z.uuid().toLowerCase(),
    scriptId: z.uuid().toLowerCase().nullable(),
    name: givenNameSchema,
    capture: captureSettingsSchema,
  }),
  /** All samples are sent: the take is complete. */
  z.object({ type: z.literal('stop') }),
  /** The person threw the take away. */
  z.object({ type: z.literal('discard') }),
]);

/** What the page sends over the live socket besides sound (binary frames: 16-bit little-endian mono samples). */
export type LiveRequest = z.infer<typeof liveRequestSchema>;

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
