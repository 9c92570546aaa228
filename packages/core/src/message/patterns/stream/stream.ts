import type { Quote } from '../../../documents/span.ts';
import type { Word } from '../../../documents/transcript.ts';
import type { Token } from '../../tokens/index.ts';

/** A match of a pattern in the stream. */
export interface Hit {
  /** Index of the first token. */
  first: number;
  /** Index of the last token, inclusive. */
  last: number;
  groups: Readonly<Record<string, string | undefined>>;
  /** The words matched, as in the stream. */
  norm: string;
  /** Token of the group `name`, where the pattern has one. */
  name?: number;
}

/**
 * The message as one line of lower-case tokens between single spaces, with a full stop at both ends, so that patterns
 * see clause borders: ` . hi NAME , could you call me on PHONE . `. Every token knows its place in the text.
 */
export interface Stream {
  text: string;
  tokens: readonly Token[];
  norm: string;
  /** Offset of each token in `norm`, ascending. */
  starts: Int32Array;
}

/**
 * Length of a subject from which V8 compiles an expression at once instead of interpreting it first, as it does at every first use and
 * again once its code was collected. Our expressions are long: reading a first message takes a third of the time
 * (measured on the sample calls). Stops behind the last stop begin no match, so padding changes nothing else.
 */
const COMPILED_LENGTH = 1000;
const STOP = '.';

/** Builds the stream. */
export function createStream(text: string, tokens: readonly Token[]): Stream {
  const starts = new Int32Array(tokens.length);
  const parts: string[] = [' .'];
  let offset = 3;
  tokens.forEach((token, index) => {
    starts[index] = offset;
    parts.push(token.norm);
    offset += token.norm.length + 1;
  });
  parts.push('. ');
  return { text, tokens, norm: parts.join(' ').padEnd(COMPILED_LENGTH, STOP), starts };
}

/** Every match of `pattern` (a global expression over whole tokens), in order. */
export function hitsOf(stream: Stream, pattern: RegExp): Hit[] {
  const hits: Hit[] = [];
  for (const match of stream.norm.matchAll(pattern)) {
    const hit = hitAt(stream, match.index, match[0], match.groups ?? {});
    const name = match.indices?.groups?.name?.[0];
    if (hit !== undefined) hits.push(name === undefined ? hit : { ...hit, name: tokenAt(stream.starts, name) });
  }
  return hits;
}

function hitAt(stream: Stream, from: number, norm: string, groups: Record<string, string | undefined>): Hit | undefined {
  const first = tokenAt(stream.starts, from);
  const last = tokenAt(stream.starts, from + norm.length - 1, true);
  if (first > last) return undefined;
  return { first, last, groups, norm };
}

/** The first token that starts at or after `offset`; with `floor`, the last that starts at or before it. */
function tokenAt(starts: Int32Array, offset: number, floor = false): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = starts[middle] ?? 0;
    if (floor ? start <= offset : start < offset) low = middle + 1;
    else high = middle;
  }
  return floor ? low - 1 : low;
}

/** The exact words from token `first` to `last`, without stops at either end; undefined when there are none. */
export function quoteOf(stream: Stream, words: readonly Word[], first: number, last: number): Quote | undefined {
  let from = first;
  let to = last;
  while (from <= to && stream.tokens[from]?.stop === true) from++;
  while (to >= from && stream.tokens[to]?.stop === true) to--;
  const head = stream.tokens[from];
  const tail = stream.tokens[to];
  if (head === undefined || tail === undefined || from > to) return undefined;
  const range = { charStart: head.charStart, charEnd: tail.charEnd };
  return { quote: stream.text.slice(range.charStart, range.charEnd), ...range, ...timesOf(words, range.charStart, range.charEnd) };
}

/** Start of the first and end of the last word that the range touches. */
function timesOf(words: readonly Word[], charStart: number, charEnd: number): { start?: number; end?: number } {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.charEnd ?? 0) <= charStart) low = middle + 1;
    else high = middle;
  }
  const head = words[low];
  if (head === undefined || head.charStart >= charEnd) return {};
  let tail = head;
  for (let index = low; index < words.length; index++) {
    const word = words[index];
    if (word === undefined || word.charStart >= charEnd) break;
    tail = word;
  }
  return { start: head.start, end: tail.end };
}

/** Tokens looked through for the border of a sentence. */
const LONGEST_SENTENCE = 80;

/** Index of the first token of the clause or sentence that holds token `index`. */
export function sentenceStart(stream: Stream, index: number): number {
  let first = index;
  while (first > Math.max(0, index - LONGEST_SENTENCE) && !isSentenceStop(stream.tokens[first - 1])) first--;
  return first;
}

/** Index of the last token of the sentence that holds token `index`, its stop excluded. */
export function sentenceEnd(stream: Stream, index: number): number {
  let last = index;
  while (last + 1 < Math.min(stream.tokens.length, index + LONGEST_SENTENCE) && !isSentenceStop(stream.tokens[last + 1])) last++;
  return last;
}

/** True for `. ? !`. */
export const isSentenceStop = (token: Token | undefined): boolean => token?.stop === true && token.norm !== ',';
