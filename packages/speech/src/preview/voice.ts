import type { Waveform } from '../signal/waveform.ts';

/** One speech sound with the time it ends, in seconds. */
export interface Phone {
  name: string;
  end: number;
}

/** One utterance as spoken: its sound and its phones, pauses ("pau") included; no phones from a voice that does not tell them. */
export interface SpokenUtterance {
  waveform: Waveform;
  phones: Phone[];
}

/** A voice that reads text aloud. */
export interface Voice {
  /**
   * Speaks one utterance.
   * @param stretch 1 is the voice's own pace, 2 half as fast.
   */
  speak(text: string, stretch: number): Promise<SpokenUtterance>;
  /** The phones of each word said alone: one list a word, without pauses; empty from a voice that does not tell them. */
  phonesOf(words: readonly string[]): Promise<string[][]>;
}
