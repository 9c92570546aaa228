import type { Word } from '@ringback/core';

/** Words that are compared: the last few that were heard. */
const TAIL = 4;
/** Script words that may be skipped at once. */
const WINDOW = 30;

function plain(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Where in the script someone is who was heard to say `heard`: the index of the word that comes next.
 * Looks only ahead of `from`, so that a word that is said twice does not throw one back.
 */
export function placeIn(words: readonly Pick<Word, 'text'>[], heard: string, from: number): number {
  const tail = heard.split(/\s+/).map(plain).filter(Boolean).slice(-TAIL);
  if (tail.length === 0) return from;
  let best = from;
  let most = 1;
  for (let end = from; end < Math.min(words.length, from + WINDOW); end++) {
    const matches = tail.filter((word, i) => plain(words[end - tail.length + 1 + i]?.text ?? '') === word).length;
    if (matches > most) [best, most] = [end + 1, matches];
  }
  return best;
}
