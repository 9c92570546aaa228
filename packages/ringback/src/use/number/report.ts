import type { Dictation, DictationFigure, DigitAlignment, Gathered, Legibility } from '@ringback/core';

/** One number of a recording: what was understood, how it was dictated, how far it survives. */
export interface ExaminedNumber {
  /** Null when incomplete or not valid in form. */
  e164: string | null;
  digits: string;
  extension?: string;
  /** Times it was said. */
  timesSaid: number;
  /** The clearest time it was said passes, could be better, or fails; "unknown" when its digits have no times. */
  status: 'pass' | 'improve' | 'fail' | 'unknown';
  /** Null when its digits have no times. */
  dictation: Dictation | null;
  figures: DictationFigure[];
  /** The digits that the drive test weighed: those expected where they were understood otherwise, else those heard. Absent when none was run. */
  tested?: { digits: string; as: 'heard' | 'expected' };
  /** Null when its digits have no times. */
  legibility: Gathered<Legibility> | null;
}

/** Whether the number that was expected is the one that was heard. */
export interface Expectation {
  e164: string;
  /** Whether it was heard, digit for digit. */
  heard: boolean;
  /** The number that comes nearest, laid beside the digits expected; null when none was heard. */
  nearest: (DigitAlignment & { digits: string }) | null;
}

/** What `ringback number` answers. `numberReportVersion` rises when a field changes its meaning. */
export interface NumberReport {
  numberReportVersion: 1;
  source: { name: string; durationSec: number };
  /** What was heard. */
  text: string;
  numbers: ExaminedNumber[];
  /** Why there is no number, in a sentence; null when there is one. */
  nothing: string | null;
  expected: Expectation | null;
}
