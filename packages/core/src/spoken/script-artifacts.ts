import type { Artifacts } from '../documents/artifacts.ts';
import { RingbackError } from '../documents/failure.ts';
import type { Word } from '../documents/transcript.ts';
import { waiversInText } from '../waivers/waiver.ts';
import { blankMarkup } from './markup.ts';
import { syllablesOf } from './syllables.ts';

/** How a script is read. */
export interface ScriptOptions {
  /** File name without folders, or "stdin"; a name that ends in .md or .markdown is read as Markdown. */
  name: string;
  /** Words per minute this person speaks in messages, pauses included. Default {@link PACE}. */
  pace?: number;
}

/** Words per minute of a message, pauses included: 75 words in 30 s. House rule. */
export const PACE = 150;
/** Longest script that is read, in characters: an hour of speech. House rule. */
export const MAX_SCRIPT_CHARS = 60_000;

/** Syllables in a spoken English word of a message, on average: our own figure over composed scripts. */
const SYLLABLES_PER_WORD = 1.35;
/** Share of a message that is pauses at punctuation: our own figure over composed scripts. */
const PAUSE_SHARE = 0.14;
/** Seconds per digit of a number at dictation pace: 2 digits/s inside a group. House rule. */
const SEC_PER_DIGIT = 0.5;
/** Digits from which a figure is said digit by digit ("2015" is said as a year, "555-0142" as digits). House rule. */
const MIN_DICTATED_DIGITS = 5;
/** Seconds of pause after a mark. House rule. */
export const PAUSE_AFTER = { sentence: 0.45, clause: 0.2, paragraph: 0.6 } as const;

const SECONDS_PER_MINUTE = 60;

/**
 * What a script gives a review: its words with estimated times, as if read at `pace`, numbers at dictation pace.
 * Offsets are offsets into `text` as given. Throws `too-long` for more than {@link MAX_SCRIPT_CHARS} characters, `bad-waiver` for a waiver comment without a tip or a reason.
 */
export function scriptArtifacts(text: string, options: ScriptOptions): Artifacts {
  if (text.length > MAX_SCRIPT_CHARS) {
    throw new RingbackError(
      'too-long',
      `The script has ${text.length} characters, more than the ${MAX_SCRIPT_CHARS} of an hour of speech: give one message at a time.`,
    );
  }
  const spoken = spokenText(text, options);
  const words = timedWords(spoken, options.pace ?? PACE);
  const durationSec = words.at(-1)?.end ?? 0;
  const waivers = waiversInText(text);
  return {
    artifactsVersion: 1,
    source: { kind: 'script', name: options.name, durationSec, estimated: true },
    transcript: { ok: true, value: { text: spoken, words } },
    ...(waivers.length === 0 ? {} : { waivers }),
  };
}

/** A script as it would be said: markup and comments are blanks, so that every offset stays. */
export function spokenText(text: string, { name }: Pick<ScriptOptions, 'name'>): string {
  return blankMarkup(text, /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'plain');
}

function timedWords(text: string, pace: number): Word[] {
  const secPerSyllable = ((SECONDS_PER_MINUTE / pace) * (1 - PAUSE_SHARE)) / SYLLABLES_PER_WORD;
  const words: Word[] = [];
  let time = 0;
  for (const match of text.matchAll(/\S+/g)) {
    const [word] = match;
    const start = time + (words.length === 0 ? 0 : pauseBefore(text, words.at(-1), match.index));
    const end = start + spokenSec(word, secPerSyllable, isGroup(text, match.index, match.index + word.length));
    words.push({ text: word, charStart: match.index, charEnd: match.index + word.length, start, end, confidence: 1, method: 'estimated' });
    time = end;
  }
  return words;
}

/** Five digits with others of the same number beside them, "07700, 900": a group, said as its neighbours are. */
function isGroup(text: string, from: number, to: number): boolean {
  const digits = text.slice(from, to).match(/^\d{5}(?=\D*$)/);
  return (
    digits !== null &&
    (/\d,\s+$/.test(text.slice(Math.max(0, from - LONGEST_GAP), from)) || /^,?\s+\d/.test(text.slice(to - 1, to + LONGEST_GAP)))
  );
}
/** Characters in which the neighbour of a group is looked for. */
const LONGEST_GAP = 4;

function spokenSec(word: string, secPerSyllable: number, isOneOfGroups: boolean): number {
  const digits = word.match(/\d/g)?.length ?? 0;
  const grouped = /^\W*\d+(?:[-.]\d+)+\W*$/.test(word);
  if ((digits >= MIN_DICTATED_DIGITS && !isOneOfGroups) || grouped) return digits * SEC_PER_DIGIT;
  return Math.max(1, syllablesOf(word)) * secPerSyllable;
}

function pauseBefore(text: string, previous: Word | undefined, charStart: number): number {
  if (previous === undefined) return 0;
  if (/\n\s*\n/.test(text.slice(previous.charEnd, charStart))) return PAUSE_AFTER.paragraph;
  if (/[.!?…]["”’)]*$/.test(previous.text)) return PAUSE_AFTER.sentence;
  return /[,;:–—-]["”’)]*$/.test(previous.text) ? PAUSE_AFTER.clause : 0;
}
