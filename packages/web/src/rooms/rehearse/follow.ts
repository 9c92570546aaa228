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

/** The word that comes next, and the seconds of voice since the one before it. */
export interface Walk {
  place: number;
  voicedSec: number;
}

/** Goes on by so many seconds of voice at the script's own pace, up to the word `most`; silence never moves it. */
export function walked(words: readonly Pick<Word, 'end'>[], { place, voicedSec }: Walk, sec: number, most: number): Walk {
  const word = words[place];
  if (word === undefined || place >= most) return { place, voicedSec: 0 };
  const length = word.end - (words[place - 1]?.end ?? 0);
  const voiced = voicedSec + sec;
  return voiced < length ? { place, voicedSec: voiced } : walked(words, { place: place + 1, voicedSec: 0 }, voiced - length, most);
}
