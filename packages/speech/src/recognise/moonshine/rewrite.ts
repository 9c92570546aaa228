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
