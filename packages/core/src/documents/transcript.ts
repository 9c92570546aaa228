import type { CharRange, Span } from './span.ts';

/** How a time was found: from the decoder's attention, refined on the signal, agreed by two methods, or estimated from text. */
export type TimingMethod = 'attention' | 'refined' | 'aligned' | 'estimated';

/** One spoken digit with its time in seconds. */
export interface TimedDigit extends Span {
  /** '0' to '9'. */
  digit: string;
  /** 0..1, absent when unknown. */
  confidence?: number;
}

/** One word as written in the transcript, with its punctuation. */
export interface Word extends Span, CharRange {
  text: string;
  /** 0..1: how sure the recogniser is of the word; 1 for a script. */
  confidence: number;
  /** How `start` and `end` were found. */
  method: TimingMethod;
  /** One entry for each digit character of `text`, in order; absent when the word has none or their times are unknown. */
  digits?: TimedDigit[];
}

/** A number as it was decided from the sound, at its place in the text. */
export interface HeardNumber extends CharRange {
  /** In order, each with its time and with how sure it is. */
  digits: TimedDigit[];
  /** Where another time the same number was said sounds otherwise: the place (0 is the first digit), and as which digit this time sounded by itself. */
  otherwise: { place: number; digit: string }[];
}

/** What was said. `words` cover every non-blank character of `text`, in order and without overlap. */
export interface Transcript {
  text: string;
  words: Word[];
  /** Numbers that were decided from the sound; absent where nobody decided any. */
  numbers?: HeardNumber[];
}
