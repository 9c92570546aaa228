import type { ReaderToken } from './reader-tokens.ts';

/** A stretch of a message that is weighed as one: a sentence, or a window where a sentence does not end. */
export interface PressPart {
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
const LONGEST_GRAM = 3;

const endsSentence = ({ stop, norm }: ReaderToken): boolean => stop && norm !== ',';

/** The parts of a message, in order. Linear. */
export function pressParts(tokens: readonly ReaderToken[]): PressPart[] {
  const parts: PressPart[] = [];
  let first = 0;
  tokens.forEach((token, index) => {
    if (!endsSentence(token) && index < tokens.length - 1) return;
    parts.push(...windowsOf(first, index));
    first = index + 1;
  });
  return parts;
}

function windowsOf(first: number, last: number): PressPart[] {
  if (last - first < LONGEST_SENTENCE) return [{ first, last }];
  const windows: PressPart[] = [];
  for (let from = first; ; from += STEP) {
    const to = Math.min(last, from + WINDOW - 1);
    windows.push({ first: from, last: to });
    if (to === last) return windows;
  }
}

/** A run of words and the tokens it reaches from and to. */
export interface PressGram extends PressPart {
  gram: string;
}

/** The different runs of up to three words of a part, its bounds as `^` and `$`; commas and full stops count for nothing. */
export function pressGrams(tokens: readonly ReaderToken[], { first, last }: PressPart): PressGram[] {
  const words: { norm: string; index: number }[] = [{ norm: '^', index: first }];
  for (let index = first; index <= last; index++) {
    const norm = tokens[index]?.norm ?? '';
    if (norm !== ',' && norm !== '.') words.push({ norm: norm.replace(/\d+/g, '#'), index });
  }
  words.push({ norm: '$', index: last });
  const grams = new Map<string, PressGram>();
  words.forEach((from, at) => {
    let gram = '';
    for (const { norm, index } of words.slice(at, at + LONGEST_GRAM)) {
      gram = gram === '' ? norm : `${gram} ${norm}`;
      if (!grams.has(gram)) grams.set(gram, { gram, first: from.index, last: index });
    }
  });
  return [...grams.values()];
}
