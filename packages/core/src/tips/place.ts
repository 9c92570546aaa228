import type { Quote } from '../documents/span.ts';
import type { Transcript, Word } from '../documents/transcript.ts';
import type { Place } from './tip.ts';

/** Index of the first word that ends after `charStart`; `words.length` when there is none. */
function firstWordAfter(words: readonly Word[], charStart: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const word = words[middle];
    if (word !== undefined && word.charEnd > charStart) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The quote at a stretch of the transcript, with the times of the words it touches. */
export function quoteAt(transcript: Transcript, charStart: number, charEnd: number): Quote {
  const quote: Quote = { quote: transcript.text.slice(charStart, charEnd), charStart, charEnd };
  const { words } = transcript;
  const first = words[firstWordAfter(words, charStart)];
  if (first === undefined || first.charStart >= charEnd) return quote;
  let last = first;
  for (let i = firstWordAfter(words, charStart); i < words.length; i++) {
    const word = words[i];
    if (word === undefined || word.charStart >= charEnd) break;
    last = word;
  }
  return { ...quote, start: first.start, end: last.end };
}

/** The place of a quote, without its words. */
export function placeOf(quote: Quote): Place {
  const place: Place = { charStart: quote.charStart, charEnd: quote.charEnd };
  if (quote.start !== undefined && quote.end !== undefined) {
    place.start = quote.start;
    place.end = quote.end;
  }
  return place;
}

/** Fewer words than these are not worth leaving out. */
const FEWEST_LEFT_OUT = 4;

/** Words in quotation marks on one line, cut in the middle when they are many. */
export function quoted(text: string, maxWords = 24): string {
  const words = text.trim().split(/\s+/);
  if (words.length < maxWords + FEWEST_LEFT_OUT) return `“${words.join(' ')}”`;
  const half = Math.floor(maxWords / 2);
  return `“${words.slice(0, half).join(' ')} … ${words.slice(-half).join(' ')}”`;
}

/** Number of words in a stretch of text. */
export function countWords(text: string): number {
  const trimmed = text.trim();
  return trimmed === '' ? 0 : trimmed.split(/\s+/).length;
}
