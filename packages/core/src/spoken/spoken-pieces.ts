import type { PhoneNumber } from '../documents/message.ts';
import type { Transcript, Word } from '../documents/transcript.ts';
import { findContacts } from '../message/read-message.ts';
import { DIGIT_NAMES } from './digits.ts';
import { scriptArtifacts } from './script-artifacts.ts';

/** How the voice moves at the end of a group of digits: up where more follow, down at the end of the number. */
export type Tune = 'rise' | 'fall';

/** A stretch of the script that is spoken in one go. */
export interface SpokenPiece {
  kind: 'text' | 'digits';
  words: Word[];
  /** Seconds of silence after it. */
  pauseAfter: number;
  /** How its last group ends; only of digits. */
  tune?: Tune;
}

/** Seconds of silence: after a sentence, after a clause, after a group of digits (the dictation target is 0.3 s or more), after a number. House rules. */
export const PREVIEW_PAUSES = { sentence: 0.5, clause: 0.25, group: 0.4, number: 0.6 } as const;

/** Longest piece, words: a voice runs out of breath too. House rule. */
const LONGEST_PIECE = 18;

const endsSentence = (word: Word) => /[.?!…]["”’)]*$/.test(word.text);
const endsClause = (word: Word) => /[,;:–—]["”’)]*$/.test(word.text);

/** Cuts a script at its sentences and around its numbers, each group of digits on its own. */
export function cutIntoPieces(transcript: Transcript, numbers: readonly PhoneNumber[]): SpokenPiece[] {
  const mentions = numbers.flatMap((number) => number.mentions);
  const mentionOf = (word: Word) => mentions.find(({ charStart, charEnd }) => charStart < word.charEnd && word.charStart < charEnd);
  const pieces: SpokenPiece[] = [];
  let text: Word[] = [];
  const flush = (pauseAfter: number) => {
    if (text.length > 0) pieces.push({ kind: 'text', words: text, pauseAfter });
    text = [];
  };
  for (const [index, word] of transcript.words.entries()) {
    const next = transcript.words[index + 1];
    const mention = mentionOf(word);
    if (mention && /\d/.test(word.text)) {
      flush(PREVIEW_PAUSES.clause);
      const last = !next || mentionOf(next) !== mention || !/\d/.test(next.text);
      const pauseAfter = last || endsSentence(word) ? PREVIEW_PAUSES.number : PREVIEW_PAUSES.group;
      pieces.push({ kind: 'digits', words: [word], pauseAfter, tune: last ? 'fall' : 'rise' });
      continue;
    }
    text.push(word);
    if (endsSentence(word)) flush(PREVIEW_PAUSES.sentence);
    else if (endsClause(word) && text.length >= LONGEST_PIECE / 2) flush(PREVIEW_PAUSES.clause);
    else if (text.length >= LONGEST_PIECE) flush(0);
  }
  flush(0);
  return pieces;
}

/** Groups inside one word such as "415-555-0142", in order. */
export function digitGroups(word: Word): string[] {
  return word.text.match(/\d+/g) ?? [];
}

/** Something that a voice says in one breath. */
export interface Utterance {
  text: string;
  /** At dictation pace. */
  slow: boolean;
  /** How it is said as a whole; absent in running text and inside a group. */
  tune?: Tune;
  /** Seconds of silence after it. */
  pauseAfter: number;
}

/** A group of digits for a voice whose pitch is set once an utterance: its last digit stands alone, and has the tune. */
export function groupUtterances(digits: string, tune: Tune, pauseAfter: number): Utterance[] {
  const names = [...digits].map((digit) => DIGIT_NAMES[Number(digit)] ?? digit);
  const [before, last] = [names.slice(0, -1), names.at(-1)];
  const lead: Utterance[] = before.length > 0 ? [{ text: before.join(', '), slow: true, pauseAfter: 0 }] : [];
  return last === undefined ? [] : [...lead, { text: last, slow: true, tune, pauseAfter }];
}

/**
 * A script as a voice of the person's own system says it: sentence by sentence, its numbers in groups.
 * @param region ISO country of numbers without a code.
 */
export function scriptUtterances(text: string, region?: string): Utterance[] {
  const { transcript } = scriptArtifacts(text, { name: 'script' });
  if (!transcript.ok) return [];
  const { phoneNumbers } = findContacts(transcript.value, region ? { region } : {});
  return cutIntoPieces(transcript.value, phoneNumbers).flatMap(({ kind, words, pauseAfter, tune = 'fall' }) => {
    if (kind === 'text') return [{ text: words.map((word) => word.text).join(' '), slow: false, pauseAfter }];
    const groups = words.flatMap(digitGroups);
    return groups.flatMap((group, index) => {
      const last = index === groups.length - 1;
      return groupUtterances(group, last ? tune : 'rise', last ? pauseAfter : PREVIEW_PAUSES.group);
    });
  });
}
