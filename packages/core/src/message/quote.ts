import type { Quote } from '../documents/span.ts';
import type { Transcript, Word } from '../documents/transcript.ts';

/** Index of the first word that ends after `charIndex`; `words.length` when there is none. Words are in order. */
export function firstWordEndingAfter(words: readonly Word[], charIndex: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle]?.charEnd ?? 0) > charIndex) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Quotes `text.slice(charStart, charEnd)` with the times of the words it touches; without times when no word is touched. */
export function quoteAt(transcript: Transcript, charStart: number, charEnd: number): Quote {
  const quote: Quote = { quote: transcript.text.slice(charStart, charEnd), charStart, charEnd };
  const { words } = transcript;
  const first = words[firstWordEndingAfter(words, charStart)];
  let lastIndex = firstWordEndingAfter(words, charEnd - 1);
  if ((words[lastIndex]?.charStart ?? Number.POSITIVE_INFINITY) >= charEnd) lastIndex -= 1;
  const last = words[lastIndex];
  if (!first || !last || first.charStart >= charEnd || last.charEnd <= charStart) return quote;
  return Number.isFinite(first.start) && Number.isFinite(last.end) ? { ...quote, start: first.start, end: last.end } : quote;
}
