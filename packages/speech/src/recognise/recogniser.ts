import type { KnownWords, Span, Track, Transcript } from '@ringback/core';
import type { Waveform } from '../signal/waveform.ts';

/** What an engine can do, as data: callers ask here, never by the engine's name. */
export interface RecogniserCapabilities {
  /** Stable name for reports, for example "moonshine-tiny". */
  id: string;
  /** True when the sound leaves this machine. */
  remote: boolean;
  /** BCP 47 tags of the languages it understands. */
  languages: readonly string[];
  /** Words carry measured times (else the times are estimated from the text). */
  wordTimes: boolean;
  /** Words carry a measured time for each digit. */
  digitTimes: boolean;
  /** Words carry a measured confidence (else 1). */
  confidence: boolean;
}

/** What a speaker is known to mean to say. It is taken where the sound bears it out, and never otherwise. */
export interface ExpectedSpeech extends Partial<KnownWords> {
  /** The script as it would be said, plain text; absent where there is none. */
  script?: string;
  /** The sound stops in the middle of the message: what the script has after its last word was not left out. Default false. */
  goesOn?: boolean;
}

/** Options of one recognition. */
export interface RecogniseOptions {
  signal?: AbortSignal;
  /** Share done, 0..1, never falling. */
  onProgress?: (share: number) => void;
  /** What a {@link SpeechDetector} says of the waveform: words then begin where someone speaks, not where someone breathes. */
  speechProbability?: Track;
  /** Sounds that part what is said before them from what is said after: a beep, music. Nothing is recognised in them. */
  apart?: readonly Span[];
  /** One plain pass for a first look: what is unsure is not heard again. Default false. */
  draft?: boolean;
  /** What is meant to be said; engines that cannot use it hear freely. */
  expected?: ExpectedSpeech;
}

/** How digits are written when a recogniser weighs them: 415, 4 1 5, or four, one, five. */
export const DIGIT_FORMS = ['figures', 'spaced', 'words'] as const;

/** One of {@link DIGIT_FORMS}. */
export type DigitForm = (typeof DIGIT_FORMS)[number];

/** For each place of a number the probability of each of the ten digits, given those before it: `[place][digit]`, each place sums to 1. */
export type DigitProbabilities = readonly (readonly number[])[];

/** What a person is told where there is speech and an engine writes no word of it down. */
export const NOT_UNDERSTOOD =
  'Someone speaks in the recording, but no word could be made out: record again closer to the microphone or with less noise.';

/**
 * An engine that writes down what is said. The same input gives the same output.
 * Times are seconds of the waveform given. A waveform without speech gives an empty transcript;
 * one with speech that the engine cannot write down throws "not-understood": an empty transcript never stands for words.
 */
export interface Recogniser {
  readonly capabilities: RecogniserCapabilities;
  recognise(waveform: Waveform, options?: RecogniseOptions): Promise<Transcript>;
  /**
   * How likely each digit is at each place of a number that is said in the waveform, written in each of `forms`.
   * Much steadier than reading the number back, and cheaper. Absent where an engine cannot tell.
   */
  digitProbabilities?(
    waveform: Waveform,
    digits: string,
    forms: readonly DigitForm[],
    options?: RecogniseOptions,
  ): Promise<DigitProbabilities[]>;
  /**
   * The same by a small digit reader on the engine's encoder, at a fraction of the cost and whatever form of writing. A little silence
   * lies before the first digit and after the last.
   * Absent where there is none for this engine.
   */
  digitShares?(waveform: Waveform, digits: string, options?: RecogniseOptions): Promise<DigitProbabilities>;
  /** Frees the engine; it takes no calls afterwards. */
  close(): Promise<void>;
}
