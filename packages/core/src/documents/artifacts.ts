import { z } from 'zod';
import { correctedWordsSchema } from './known-words.ts';
import { spanSchema } from './span.ts';
import { transcriptSchema } from './transcript.ts';
import { waiverSchema } from './waiver.ts';

/** {@link Source} */
export const sourceSchema = z.object({
  kind: z.enum(['script', 'recording']),
  /** File name without folders, or "stdin". */
  name: z.string(),
  durationSec: z.number().nonnegative(),
  /** True when `durationSec` and the words' times are estimated from text. */
  estimated: z.boolean(),
});

/** What was reviewed. */
export type Source = z.infer<typeof sourceSchema>;

/** A thing that was measured, or the reason why it could not be. */
export type Gathered<T> = { ok: true; value: T } | { ok: false; reason: string };

const gathered = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value }), z.object({ ok: z.literal(false), reason: z.string() })]);

/** {@link RecordingFacts} */
export const recordingFactsSchema = z.object({
  /** For example "wav", "mp3", "webm". */
  container: z.string(),
  /** For example "pcm_s16le", "mulaw", "opus". */
  codec: z.string(),
  /** Hz, of the original. */
  sampleRate: z.number(),
  channels: z.number(),
  durationSec: z.number(),
  /** True when the device raised and lowered the level by itself; null when nobody knows. */
  automaticGain: z.boolean().nullable(),
  /** What went wrong on the way in and was survived, in plain words (for example a truncated end). */
  warnings: z.array(z.string()),
});

/** What the container and the device say of the recording, before anyone listens. */
export type RecordingFacts = z.infer<typeof recordingFactsSchema>;

/** {@link SpeechActivity} */
export const speechActivitySchema = z.object({
  /** Speech segments in order, without overlap. */
  segments: z.array(spanSchema),
  /** Silences of at least `minPauseSec` between two segments. */
  pauses: z.array(spanSchema),
  /** Voiced sound that no word covers ("um", "uh"). */
  fillers: z.array(spanSchema),
  /** Seconds: the shortest silence counted as a pause. */
  minPauseSec: z.number(),
});

/** Where someone speaks. */
export type SpeechActivity = z.infer<typeof speechActivitySchema>;

/** How a track's values stand in JSON. */
const LIST_OF_VALUES = { type: 'array', items: { type: ['number', 'null'] } } as const;

/** {@link Track} */
export const trackSchema = z.object({
  startSec: z.number(),
  stepSec: z.number().positive(),
  /** NaN in memory (null in JSON) where there is no value. */
  values: z
    .union([z.array(z.number().nullable()), z.custom<Float32Array>((values) => values instanceof Float32Array)])
    .meta(LIST_OF_VALUES),
});

/** A regularly sampled track; value `i` belongs to time `startSec + i * stepSec`. */
export type Track = z.infer<typeof trackSchema>;

/** {@link PitchTrack} */
export const pitchTrackSchema = trackSchema.extend({
  floorHz: z.number(),
  ceilingHz: z.number(),
});

/** Pitch in Hz. */
export type PitchTrack = z.infer<typeof pitchTrackSchema>;

/** Intensity in dB relative to full scale. */
export type LevelTrack = Track;

/** {@link WithheldMeasure} */
export const withheldMeasureSchema = z.enum(['pitch', 'level', 'pauses', 'rate', 'digits']);

/** A delivery measure that a bad recording can spoil. */
export type WithheldMeasure = z.infer<typeof withheldMeasureSchema>;

/** {@link RecordingQuality} */
export const recordingQualitySchema = z.object({
  /** Share of samples at full scale, 0..1. */
  clippedShare: z.number(),
  /** dB full scale of the speech; null without speech. */
  speechLevelDb: z.number().nullable(),
  /** dB full scale of what lies between speech; null when there is nothing between. */
  noiseLevelDb: z.number().nullable(),
  /** dB; null when either level is unknown. */
  snrDb: z.number().nullable(),
  /** Hz: the highest frequency that carries energy (about 3400 on a telephone line). */
  bandwidthHz: z.number(),
  /** Measures that must not be judged on this recording, each with the reason. */
  withheld: z.array(z.object({ measure: withheldMeasureSchema, reason: z.string() })),
});

/** The quality of the recording, and which measures it spoils. */
export type RecordingQuality = z.infer<typeof recordingQualitySchema>;

/** {@link PhraseLegibility} */
export const phraseLegibilitySchema = z.object({
  kind: z.enum(['name', 'email']),
  /** What was said, as the transcript has it. */
  quote: z.string(),
  /** dB down to which it is read back as it was in the quiet; null when it never is. */
  survivesToDb: z.number().nullable(),
  /** What was read back at the first ratio at which it was lost; null when it was not lost. */
  heardAs: z.string().nullable(),
});

/** How far a name or an address survives on a bad line. */
export type PhraseLegibility = z.infer<typeof phraseLegibilitySchema>;

/** {@link Legibility} */
export const legibilitySchema = z.object({
  /** Which listener, line and noise were simulated, with the seed. */
  method: z.string(),
  /**
   * Digits-in-noise threshold: dB signal-to-noise ratio that the digits need on average, those lost in the quiet with the ratio at which
   * no noise is noticed. Lower is better; null when `outcome` is "never".
   */
  thresholdDb: z.number().nullable(),
  /** One entry for each digit of the number, in order; `survivesToDb` is the ratio it needs on average, null when it is lost in the quiet too. */
  digits: z.array(z.object({ digit: z.string(), survivesToDb: z.number().nullable(), heardAs: z.array(z.string()) })),
  /** What a listener would write in a car, unreadable digits as "?". */
  written: z.string(),
  /** "never": more than half of the digits are lost in the quiet too. "always" (right at every ratio) is no longer given. */
  outcome: z.enum(['measured', 'always', 'never']).exactOptional(),
  /** Standard error of `thresholdDb` in dB, over the chance of the noise alone; null when it has none. */
  errorDb: z.number().nullable().exactOptional(),
  /** dB that are needed on average for every digit to be right; null when one is lost in the quiet. Less steady than `thresholdDb`. */
  wholeNumberDb: z.number().nullable().exactOptional(),
  /** dB: the ratio at which `written` was written. */
  carDb: z.number().exactOptional(),
  /** How sure the listener is of the digits without any noise, as they were understood: the mean over them, 0..1. */
  quietCertainty: z.number().exactOptional(),
  /** `written` in a sentence. */
  sentence: z.string().exactOptional(),
  mode: z.enum(['quick', 'full']).exactOptional(),
  seed: z.number().exactOptional(),
  /** How often the listener tried. */
  tries: z.number().exactOptional(),
  /** Share of digits right (0..1) over the ratio, never falling with it. */
  curve: z.array(z.object({ snrDb: z.number(), digitsRight: z.number() })).exactOptional(),
  /** What the listener wrote when it read the number back in a car without being told it; full mode only. */
  readBacks: z.array(z.string()).exactOptional(),
  /** The caller's name and e-mail address; full mode only. */
  phrases: z.array(phraseLegibilitySchema).exactOptional(),
});

/** How far each digit of the number survives on a bad line. Filled by the legibility test. */
export type Legibility = z.infer<typeof legibilitySchema>;

/** What is heard in a recording besides the message: signals of the line, other sound, and speech that nobody left. */
export const SOUND_KINDS = [
  'dial-tone',
  'ringing',
  'busy-tone',
  'information-tone',
  'keys',
  'beep',
  'fax',
  'tone',
  'music',
  'hum',
  'noise',
  'silence',
  'greeting',
  'prompt',
] as const;

/** {@link HeardSound} */
export const heardSoundSchema = spanSchema.extend({
  kind: z.enum(SOUND_KINDS),
  /** The words of a greeting or a prompt. */
  quote: z.string().exactOptional(),
});

/** One thing that is heard besides the message. */
export type HeardSound = z.infer<typeof heardSoundSchema>;

/** {@link SoundArtifacts} */
export const soundArtifactsSchema = z.object({
  recording: recordingFactsSchema,
  activity: gathered(speechActivitySchema),
  pitch: gathered(pitchTrackSchema),
  level: gathered(trackSchema),
  quality: gathered(recordingQualitySchema),
  /** What is heard besides the message, in order; absent where nobody looked. */
  sounds: z.array(heardSoundSchema).exactOptional(),
  /** Absent when the drive test was not run. */
  legibility: gathered(legibilitySchema).exactOptional(),
});

/** What only a recording has. */
export type SoundArtifacts = z.infer<typeof soundArtifactsSchema>;

/** {@link Artifacts} */
export const artifactsSchema = z.object({
  artifactsVersion: z.literal(1),
  source: sourceSchema,
  transcript: gathered(transcriptSchema),
  /** Absent for a script. */
  sound: soundArtifactsSchema.exactOptional(),
  /** What the script itself waives; absent when nothing. */
  waivers: z.array(waiverSchema).exactOptional(),
  /** The script of a recording as it would be said, markup blanked out; absent where it is not known, and for a script itself. */
  script: z.string().exactOptional(),
  /** Names that were misheard in this take and put right by hand; absent where none were. */
  corrections: z.array(correctedWordsSchema).exactOptional(),
});

/**
 * All that was gathered from one take. Judging needs nothing else: no audio, no model, no clock.
 * A script has a transcript with estimated times and no sound artifacts.
 */
export type Artifacts = z.infer<typeof artifactsSchema>;
