import type { Span } from '@ringback/core';
import { sliceOf, type Waveform } from '../signal/waveform.ts';

/** Seconds either side of the number, so that a listener hears where it begins and ends. */
const MARGIN_SEC = 0.3;
/** Seconds of the recording that are kept either side: a digit's time is right to some hundredths (docs/accuracy.md). */
const KEPT_SEC = 0.06;
/** Seconds over which the rest of the margin fades to silence. */
const FADE_SEC = 0.04;

/** A number cut out of a recording. */
export interface NumberAlone {
  waveform: Waveform;
  /** Seconds in the waveform: where each digit is said. */
  digits: Span[];
}

/**
 * Cuts a number out of a recording, with silence around it: the end of the word before and the beginning of the one after would
 * otherwise be heard as part of it, and its first digit be lost.
 */
export function numberAlone(recording: Waveform, digits: readonly Span[]): NumberAlone {
  const start = digits[0]?.start ?? 0;
  const end = digits[digits.length - 1]?.end ?? start;
  const from = Math.max(0, start - MARGIN_SEC);
  const { samples, sampleRate } = sliceOf(recording, from, end + MARGIN_SEC);
  const faded = samples.map((sample, index) => {
    const time = from + index / sampleRate;
    const outside = Math.max(start - time, time - end, 0);
    return sample * Math.min(1, Math.max(0, 1 - (outside - KEPT_SEC) / FADE_SEC));
  });
  const moved = digits.map((digit) => ({ start: digit.start - from, end: digit.end - from }));
  return { waveform: { samples: faded, sampleRate }, digits: moved };
}
