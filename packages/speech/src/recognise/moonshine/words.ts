import type { TimedDigit, Word } from '@ringback/core';
import type { FrameRange } from './alignment.ts';
import { FRAME_SAMPLES, MODEL_RATE } from './variant.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Tokens with their place in the sound. */
export interface AlignedTokens {
  tokens: readonly number[];
  probabilities: readonly number[];
  ranges: readonly FrameRange[];
}

/** Words of one stretch of sound: text offsets count from the stretch's own text, times from `offsetSec`. */
export interface StretchWords {
  text: string;
  words: Word[];
}

/** Groups tokens into words at blanks; a word's times are those of its tokens that carry a letter or a digit. */
export function wordsOf({ tokens, probabilities, ranges }: AlignedTokens, vocabulary: Vocabulary, offsetSec: number): StretchWords {
  const read = vocabulary.read(tokens);
  const lead = read.text.length - read.text.trimStart().length;
  const text = read.text.trim();
  const tokenAt = (char: number) => read.tokenOf[char + lead] ?? 0;
  const rangeAt = (char: number) => ranges[tokenAt(char)] ?? { first: 0, end: 0 };
  const seconds = (frame: number) => offsetSec + (frame * FRAME_SAMPLES) / MODEL_RATE;
  const words = [...text.matchAll(/\S+/gu)].map((match): Word => {
    const charStart = match.index;
    const charEnd = charStart + match[0].length;
    const chars = Array.from({ length: charEnd - charStart }, (_, i) => charStart + i);
    const spoken = chars.filter((char) => /[\p{L}\p{N}]/u.test(text[char] ?? ''));
    const timed = spoken.length > 0 ? spoken : chars;
    const used = [...new Set(chars.map(tokenAt))];
    const digits = digitsOf(text, chars, (char) => ({ range: rangeAt(char), confidence: probabilities[tokenAt(char)] ?? 0 }), seconds);
    return {
      text: match[0],
      charStart,
      charEnd,
      start: seconds(rangeAt(timed[0] ?? charStart).first),
      end: seconds(rangeAt(timed.at(-1) ?? charStart).end),
      confidence: Math.min(...used.map((token) => probabilities[token] ?? 0)),
      method: 'attention',
      ...(digits.length > 0 && { digits }),
    };
  });
  return { text, words };
}

function digitsOf(
  text: string,
  chars: readonly number[],
  timing: (char: number) => { range: FrameRange; confidence: number },
  seconds: (frame: number) => number,
): TimedDigit[] {
  return chars.flatMap((char) => {
    const digit = text[char] ?? '';
    if (!/\d/.test(digit)) return [];
    const { range, confidence } = timing(char);
    return [{ digit, start: seconds(range.first), end: seconds(range.end), confidence }];
  });
}
