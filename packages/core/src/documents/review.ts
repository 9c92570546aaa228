import type { Source } from './artifacts.ts';
import type { Dictation } from './dictation.ts';
import type { EmailAddress, Facts, Message, Move, PhoneNumber, Plea } from './message.ts';
import type { NoteId, TipId } from './tip-ids.ts';
import type { Transcript } from './transcript.ts';

export * from './tip-ids.ts';

/** `error`: an artifact it needs failed. `notApplicable`: out of scope here. Neither counts. */
export type TipStatus = 'pass' | 'improve' | 'fail' | 'notApplicable' | 'error';

/** A measure with what was expected of it and where the expectation comes from. */
export interface Measure {
  name: string;
  value: number;
  unit: string;
  expected: string;
  /** A paper, our own figure, or "house rule". */
  source: string;
}

/** One thing that helps or hurts, with its evidence and a fix that could be said aloud. */
export interface Finding {
  message: string;
  /** The words quoted, the measure with unit and expected range, or what was looked for and not found. */
  evidence: string;
  /** What to say or do instead; empty when the finding is good. */
  fix: string;
  /** True for something done well. */
  good: boolean;
  /** True where the reader could not tell, and says so instead of judging. */
  doubt?: true;
  /** How much it matters; absent for something done well. A hint never changes the tip's status or score. */
  severity?: 'hint' | 'improve' | 'fail';
  measure?: Measure;
  charStart?: number;
  charEnd?: number;
  /** Seconds. */
  start?: number;
  end?: number;
  /** The person's reason for not minding, when waived. A waived finding does not count. */
  waived?: string;
}

/** What one tip says. */
export interface TipResult {
  id: TipId;
  status: TipStatus;
  /** 0..1; null for `notApplicable` and `error`. */
  score: number | null;
  headline: string;
  findings: Finding[];
}

/** What one note says; notes never enter the verdict. */
export interface NoteResult {
  id: NoteId;
  status: TipStatus;
  headline: string;
  findings: Finding[];
}

/** How it was said. Null where not measured or withheld; `quality.withheld` says why. */
export interface Delivery {
  durationSec: number;
  speechSec: number | null;
  /** Words per minute over the whole duration. */
  wordsPerMinute: number;
  /** Syllables per second of speech time. */
  articulationRate: number | null;
  pauses: { start: number; end: number }[];
  fillers: { start: number; end: number }[];
  pitch: { medianHz: number; sdSemitones: number } | null;
  /** dB full scale. */
  levelDb: number | null;
  /** dB by which the last third of the speech is quieter than the first; absent or null where not measured. */
  levelFallDb?: number | null;
  /** Digits per second over the clearest mention of the number. */
  digitsPerSecond: number | null;
  quality: {
    clippedShare: number | null;
    snrDb: number | null;
    bandwidthHz: number | null;
    withheld: { measure: string; reason: string }[];
  };
}

/** What the message reads like. Never a chance of a callback. */
export interface Verdict {
  decision: 'return' | 'toss-up' | 'delete';
  /** 0..1: ranks messages; not a probability. */
  score: number;
  reasons: string[];
  firstFix: TipId | null;
}

/** The number that the tip judges, as it was said in a recording. */
export interface DictatedNumber {
  /** Null when it is not complete. */
  e164: string | null;
  dictation: Dictation;
  /** For each digit of the clearest mention what a listener in a car would write, "?" for a lost one; absent without a drive test. */
  written?: string[];
}

/** The whole review of one script or recording. */
export interface Review {
  reviewVersion: 1;
  source: Source;
  transcript: Transcript;
  message: { moves: Move[]; people: Message['people']; phoneNumbers: PhoneNumber[]; emails: EmailAddress[]; pleas: Plea[] };
  facts: Facts;
  /** Calibrated chance of each fact that is read with doubt, 0..1. */
  chances: Message['chances'];
  delivery: Delivery;
  /** How the number was said; absent where there is none, where its digits have no times or where they may not be judged. */
  number?: DictatedNumber;
  /** Always all seven, in the order of {@link TIP_IDS}. */
  tips: TipResult[];
  notes: NoteResult[];
  verdict: Verdict;
}
