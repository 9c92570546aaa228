import type { Word } from '@ringback/core';

/** Words `from` up to, but not with, `to`. */
export interface Paragraph {
  from: number;
  to: number;
}

/** Words that fill a paragraph; a message of the length it should have is one. House rule. */
const FULL_WORDS = 90;
/** Words after which a paragraph ends even in the middle of a sentence. House rule. */
const MOST_WORDS = 150;
const SENTENCE_END = /[.?!]["’”)]*$/;

/** A long transcript in paragraphs, each ending with a sentence where there is one. */
export function paragraphsOf(words: readonly Pick<Word, 'text'>[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let from = 0;
  for (const [i, { text }] of words.entries()) {
    const length = i + 1 - from;
    const isFull = length >= FULL_WORDS && words.length - i - 1 >= FULL_WORDS / 2;
    if (i + 1 === words.length || (isFull && SENTENCE_END.test(text)) || length === MOST_WORDS) {
      paragraphs.push({ from, to: i + 1 });
      from = i + 1;
    }
  }
  return paragraphs;
}
