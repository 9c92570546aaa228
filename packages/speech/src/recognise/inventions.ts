import { keepWords, type Transcript, type Word } from '@ringback/core';

/** What speech models write under sound without speech, from the subtitles they were trained on; nobody leaves it as a message. */
const SUBTITLES =
  /©|emily beynon|amara\.?org|^\W*(?:subtitles?|captions?|transcript(?:ion)?|translation) (?:by|made by|created by)\b|\bthank(?:s| you) for watching\W*$|\b(?:like and subscribe|subscribe to (?:my|our|the) channel)\b/iu;
/** Times after which what is said again is said by the model: by how many words long it is. House rule: nobody says a line three times in a row. */
const REPEATS = [
  { words: 1, times: 7 },
  { words: 2, times: 6 },
  { words: 3, times: 4 },
] as const;
/** For lines of more words. */
const LINE_TIMES = 3;
const LONGEST_LINE = 12;

/** A letter of a script that English is not written in. */
const FOREIGN = /(?!\p{Script=Latin})\p{L}/u;
const SPOKEN = /[\p{L}\p{N}]/u;

/**
 * Whether what was heard in a stretch of sound is no English at all: letters of other scripts, or signs alone. Then none of it is believed:
 * a model that speaks English writes so only where nobody speaks.
 */
export const isMadeUp = (text: string): boolean => FOREIGN.test(text) || !SPOKEN.test(text);

/** Leaves out what the model made up: music signs, foreign letters, credits of subtitles, and lines that go round and round (their first time stays). */
export function withoutInventions(transcript: Transcript): Transcript {
  const credits = creditsIn(transcript.words);
  const spoken = keepWords(transcript, ({ text }, i) => SPOKEN.test(text) && !FOREIGN.test(text) && !credits.has(i));
  const again = repeatsIn(spoken.words);
  return keepWords(spoken, (_word, i) => !again.has(i));
}

/** Indices of the words of sentences that are credits. */
function creditsIn(words: readonly Word[]): Set<number> {
  const found = new Set<number>();
  let start = 0;
  for (let i = 0; i < words.length; i += 1) {
    if (!/[.?!]$/.test(words[i]?.text ?? '') && i < words.length - 1) continue;
    const sentence = words.slice(start, i + 1).map(({ text }) => text);
    if (SUBTITLES.test(sentence.join(' '))) for (let k = start; k <= i; k += 1) found.add(k);
    start = i + 1;
  }
  return found;
}

/** Indices of words that only say again what was just said, often enough. Digits may be said as often as one likes. */
function repeatsIn(words: readonly Word[]): Set<number> {
  const said = words.map(({ text }) => text.toLowerCase().replace(/[^\p{L}\p{N}']/gu, ''));
  const found = new Set<number>();
  for (let length = 1; length <= LONGEST_LINE; length += 1) {
    const times = REPEATS.find((one) => one.words === length)?.times ?? LINE_TIMES;
    for (let at = 0; at + length * times <= said.length; at += 1) {
      if (found.has(at) || said.slice(at, at + length).some((word) => /\d/.test(word))) continue;
      let end = at + length;
      while (end < said.length && said[end] === said[end - length]) end += 1;
      if (end - at < length * times) continue;
      for (let i = at + length; i < end; i += 1) found.add(i);
      at = end - 1;
    }
  }
  return found;
}
