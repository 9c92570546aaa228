import type { PhoneNumber, Transcript, Word } from '@ringback/core';

/** A stretch of the script that is spoken in one go. */
export interface Piece {
  kind: 'text' | 'digits';
  words: Word[];
  /** Seconds of silence after it. */
  pauseAfter: number;
}

/** Seconds of silence: after a sentence, after a clause, after a group of digits (the dictation target is 0.3 s or more), after a number. House rules. */
export const PREVIEW_PAUSES = { sentence: 0.5, clause: 0.25, group: 0.4, number: 0.6 } as const;

/** Longest piece, words: a voice runs out of breath too. House rule. */
const LONGEST_PIECE = 18;

const endsSentence = (word: Word) => /[.?!…]["”’)]*$/.test(word.text);
const endsClause = (word: Word) => /[,;:–—]["”’)]*$/.test(word.text);

/** Cuts a script at its sentences and around its numbers, each group of digits on its own. */
export function cutIntoPieces(transcript: Transcript, numbers: readonly PhoneNumber[]): Piece[] {
  const mentions = numbers.flatMap((number) => number.mentions);
  const inNumber = (word: Word) => mentions.some(({ charStart, charEnd }) => charStart < word.charEnd && word.charStart < charEnd);
  const pieces: Piece[] = [];
  let text: Word[] = [];
  const flush = (pauseAfter: number) => {
    if (text.length > 0) pieces.push({ kind: 'text', words: text, pauseAfter });
    text = [];
  };
  for (const [index, word] of transcript.words.entries()) {
    const next = transcript.words[index + 1];
    if (inNumber(word) && /\d/.test(word.text)) {
      flush(PREVIEW_PAUSES.clause);
      const last = !next || !inNumber(next) || endsSentence(word);
      pieces.push({ kind: 'digits', words: [word], pauseAfter: last ? PREVIEW_PAUSES.number : PREVIEW_PAUSES.group });
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
