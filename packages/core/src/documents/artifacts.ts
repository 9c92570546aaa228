import type { Span } from './span.ts';
import type { Transcript } from './transcript.ts';
import type { Waiver } from './waiver.ts';

/** What was reviewed. */
export interface Source {
  kind: 'script' | 'recording';
  /** File name without folders, or "stdin". */
  name: string;
  durationSec: number;
  /** True when `durationSec` and the words' times are estimated from text. */
  estimated: boolean;
}

/** A thing that was measured, or the reason why it could not be. */
export type Gathered<T> = { ok: true; value: T } | { ok: false; reason: string };

/** What the container and the device say of the recording, before anyone listens. */
export interface RecordingFacts {
  /** For example "wav", "mp3", "webm". */
  container: string;
  /** For example "pcm_s16le", "mulaw", "opus". */
  codec: string;
  /** Hz, of the original. */
  sampleRate: number;
  channels: number;
  durationSec: number;
  /** True when the device raised and lowered the level by itself; null when nobody knows. */
  automaticGain: boolean | null;
  /** What went wrong on the way in and was survived, in plain words (for example a truncated end). */
  warnings: string[];
}

/** Where someone speaks. */
export interface SpeechActivity {
  /** Speech segments in order, without overlap. */
  segments: Span[];
  /** Silences of at least `minPauseSec` between two segments. */
  pauses: Span[];
  /** Voiced sound that no word covers ("um", "uh"). */
  fillers: Span[];
  /** Seconds: the shortest silence counted as a pause. */
  minPauseSec: number;
}

/** A regularly sampled track; value `i` belongs to time `startSec + i * stepSec`. */
export interface Track {
  startSec: number;
  stepSec: number;
  /** NaN in memory (null in JSON) where there is no value. */
  values: (number | null)[] | Float32Array;
}

/** Pitch in Hz. */
export interface PitchTrack extends Track {
  floorHz: number;
  ceilingHz: number;
}

/** Intensity in dB relative to full scale. */
export type LevelTrack = Track;

/** The quality of the recording, and which measures it spoils. */
export interface RecordingQuality {
  /** Share of samples at full scale, 0..1. */
  clippedShare: number;
  /** dB full scale of the speech; null without speech. */
  speechLevelDb: number | null;
  /** dB full scale of what lies between speech; null when there is nothing between. */
  noiseLevelDb: number | null;
  /** dB; null when either level is unknown. */
  snrDb: number | null;
  /** Hz: the highest frequency that carries energy (about 3400 on a telephone line). */
  bandwidthHz: number;
  /** Measures that must not be judged on this recording, each with the reason. */
  withheld: { measure: WithheldMeasure; reason: string }[];
}

/** A delivery measure that a bad recording can spoil. */
export type WithheldMeasure = 'pitch' | 'level' | 'pauses' | 'rate' | 'digits';

/** How far each digit of the number survives on a bad line. Filled by the legibility test. */
export interface Legibility {
  /** Which listener, line and noise were simulated, with the seed. */
  method: string;
  /**
   * Digits-in-noise threshold: dB signal-to-noise ratio that the digits need on average, those lost in the quiet with the ratio at which
   * no noise is noticed. Lower is better; null when `outcome` is "never".
   */
  thresholdDb: number | null;
  /** One entry for each digit of the number, in order; `survivesToDb` is the ratio it needs on average, null when it is lost in the quiet too. */
  digits: { digit: string; survivesToDb: number | null; heardAs: string[] }[];
  /** What a listener would write in a car, unreadable digits as "?". */
  written: string;
  /** "never": more than half of the digits are lost in the quiet too. "always" (right at every ratio) is no longer given. */
  outcome?: 'measured' | 'always' | 'never';
  /** Standard error of `thresholdDb` in dB, over the chance of the noise alone; null when it has none. */
  errorDb?: number | null;
  /** dB that are needed on average for every digit to be right; null when one is lost in the quiet. Less steady than `thresholdDb`. */
  wholeNumberDb?: number | null;
  /** dB: the ratio at which `written` was written. */
  carDb?: number;
  /** `written` in a sentence. */
  sentence?: string;
  mode?: 'quick' | 'full';
  seed?: number;
  /** How often the listener tried. */
  tries?: number;
  /** Share of digits right (0..1) over the ratio, never falling with it. */
  curve?: { snrDb: number; digitsRight: number }[];
  /** What the listener wrote when it read the number back in a car without being told it; full mode only. */
  readBacks?: string[];
  /** The caller's name and e-mail address; full mode only. */
  phrases?: PhraseLegibility[];
}

/** How far a name or an address survives on a bad line. */
export interface PhraseLegibility {
  kind: 'name' | 'email';
  /** What was said, as the transcript has it. */
  quote: string;
  /** dB down to which it is read back as it was in the quiet; null when it never is. */
  survivesToDb: number | null;
  /** What was read back at the first ratio at which it was lost; null when it was not lost. */
  heardAs: string | null;
}

/**
 * All that was gathered from one take. Judging needs nothing else: no audio, no model, no clock.
 * A script has a transcript with estimated times and no sound artifacts.
 */
export interface Artifacts {
  artifactsVersion: 1;
  source: Source;
  transcript: Gathered<Transcript>;
  /** Absent for a script. */
  sound?: SoundArtifacts;
  /** What the script itself waives; absent when nothing. */
  waivers?: Waiver[];
}

/** What only a recording has. */
export interface SoundArtifacts {
  recording: RecordingFacts;
  activity: Gathered<SpeechActivity>;
  pitch: Gathered<PitchTrack>;
  level: Gathered<LevelTrack>;
  quality: Gathered<RecordingQuality>;
  /** Absent when the drive test was not run. */
  legibility?: Gathered<Legibility>;
}
