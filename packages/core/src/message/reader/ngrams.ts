import type { ReaderToken } from './reader-tokens.ts';

/** A stretch of a message that is weighed as one: a sentence, or a window where a sentence does not end. */
export interface TextPart {
  /** Index of the first token. */
  first: number;
  /** Index of the last token, inclusive. */
  last: number;
}

/** Words of a sentence that is weighed whole; a longer one, or speech without stops, is weighed in windows. House rule. */
const LONGEST_SENTENCE = 24;
/** Words of a window, and from one window to the next. House rule. */
const WINDOW = 20;
const STEP = 8;
/** Words that are weighed together at most. */
const LONGEST = 3;

const endsSentence = ({ stop, norm }: ReaderToken): boolean => stop && norm !== ',';

/** The parts of a message, in order. Linear. */
export function partsOf(tokens: readonly ReaderToken[]): TextPart[] {
  const parts: TextPart[] = [];
  let first = 0;
  tokens.forEach((token, index) => {
    if (!endsSentence(token) && index < tokens.length - 1) return;
    parts.push(...windowsOf(first, index));
    first = index + 1;
  });
  return parts;
}

function windowsOf(first: number, last: number): TextPart[] {
  if (last - first < LONGEST_SENTENCE) return [{ first, last }];
  const windows: TextPart[] = [];
  for (let from = first; ; from += STEP) {
    const to = Math.min(last, from + WINDOW - 1);
    windows.push({ first: from, last: to });
    if (to === last) return windows;
  }
}

/** One to three words that follow each other, or two with any one between them (`by * noon`), and the tokens they reach from and to. */
export interface Ngram extends TextPart {
  text: string;
}

/** The different n-grams of a part, its bounds as `^` and `$`; commas and full stops count for nothing, digits are all `#`. */
export function ngramsOf(tokens: readonly ReaderToken[], { first, last }: TextPart): Ngram[] {
  const words: { norm: string; index: number }[] = [{ norm: '^', index: first }];
  for (let index = first; index <= last; index++) {
    const norm = tokens[index]?.norm ?? '';
    if (norm !== ',' && norm !== '.') words.push({ norm: norm.replace(/\d+/g, '#'), index });
  }
  words.push({ norm: '$', index: last });
  const ngrams = new Map<string, Ngram>();
  const add = (text: string, from: number, to: number): void => {
    if (!ngrams.has(text)) ngrams.set(text, { text, first: from, last: to });
  };
  words.forEach((from, at) => {
    let text = '';
    for (const { norm, index } of words.slice(at, at + LONGEST)) {
      text = text === '' ? norm : `${text} ${norm}`;
      add(text, from.index, index);
    }
    const second = words[at + 2];
    if (second !== undefined) add(`${from.norm} * ${second.norm}`, from.index, second.index);
  });
  return [...ngrams.values()];
}
