import type { Transcript, Word } from '@ringback/core';
import { digitsIn } from './number-runs.ts';

/** The first hearing's words where the second agrees; the surer of the two counts. `seconds` has one confidence for each digit, 0..1. */
export function confirmed(inside: readonly Word[], seconds: readonly number[]): Word[] {
  let digit = 0;
  return inside.map((word) => {
    const count = digitsIn(word.text)?.length ?? 0;
    const own = seconds.slice(digit, digit + count);
    digit += count;
    const confidence = Math.max(word.confidence, Math.min(1, ...own));
    if (!word.digits) return { ...word, confidence };
    const digits = word.digits.map((one, i) => ({ ...one, confidence: Math.max(one.confidence ?? 0, own[i] ?? 0) }));
    return { ...word, confidence, digits };
  });
}

/** The words with a border where the digit of this index begins: a number that the decoder wrote twice in one word is two. */
export function partedAt(words: readonly Word[], digit: number): Word[] {
  let first = 0;
  return words.flatMap((word) => {
    const { digits = [], text } = word;
    const place = digit - first;
    first += digitsIn(word.text)?.length ?? 0;
    const [last, next] = [digits[place - 1], digits[place]];
    if (last === undefined || next === undefined) return [word];
    const at = [...text.matchAll(/\d/g)][place]?.index ?? text.length;
    return [
      { ...word, text: text.slice(0, at).replace(/\P{N}+$/u, ''), end: last.end, digits: digits.slice(0, place) },
      { ...word, text: text.slice(at), start: next.start, digits: digits.slice(place) },
    ];
  });
}

/** One text of the words, with their places in it. */
export function rewritten(words: readonly Word[]): Transcript {
  let text = '';
  const placed = words.map((word) => {
    const charStart = text.length === 0 ? 0 : text.length + 1;
    text = text.length === 0 ? word.text : `${text} ${word.text}`;
    return { ...word, charStart, charEnd: charStart + word.text.length };
  });
  return { text, words: placed };
}
