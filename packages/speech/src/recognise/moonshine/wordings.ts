import type { MoonshineModel } from './model.ts';
import type { Range } from './script-candidates.ts';
import type { Tensor } from './session.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type WeighedText, weighText } from './weigh-text.ts';

/** A stretch as far as other words were tried in it. */
export interface Work {
  states: Tensor;
  words: string[];
  /** For each word how sure it is at least (0..1) where something besides the sound speaks for it; else null. */
  sureness: (number | null)[];
  /** Words that the stretch has more than it had, before the place that is weighed. */
  shift: number;
  /** Of the words as they are now; null until it is needed. */
  log: number | null;
}

/** The expected words with the signs and capitals of what was heard, or, where those do not do, with their own. */
export async function bestWording(
  { model, vocabulary }: { model: MoonshineModel; vocabulary: Vocabulary },
  { states, words, log }: Work,
  heard: Range,
  expected: readonly string[],
  allowed: number,
): Promise<{ words: readonly string[]; weighed: WeighedText }> {
  const weigh = async (wording: readonly string[]) => {
    const text = [...words.slice(0, heard.from), ...wording, ...words.slice(heard.to)].join(' ');
    return { words: wording, weighed: await weighText(model, vocabulary, states, text) };
  };
  const fitted = fitInto(expected, words, heard);
  const first = await weigh(fitted);
  if (first.weighed.log - (log ?? 0) >= -allowed || fitted.join(' ') === expected.join(' ')) return first;
  const second = await weigh(expected);
  return second.weighed.log > first.weighed.log ? second : first;
}

const ENDING = /[^\p{L}\p{N}]*$/u;

/** The words with the capital and the sign at the end that fit between those heard around them. */
function fitInto(expected: readonly string[], words: readonly string[], heard: Range): string[] {
  const sign = ENDING.exec(words[heard.to - 1] ?? '')?.[0] ?? '';
  const begins = /^$|[.?!]$/.test(words[heard.from - 1] ?? '');
  return expected.map((word, i) => {
    const ended = i === expected.length - 1 && heard.to > heard.from ? word.replace(ENDING, sign) : word;
    return i === 0 && begins ? ended.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : ended;
  });
}

/** Puts the words in the place of those heard. */
export function accept(work: Work, heard: Range, wording: readonly string[], sureness: number): void {
  const count = heard.to - heard.from;
  work.words.splice(heard.from, count, ...wording);
  work.sureness.splice(heard.from, count, ...wording.map(() => sureness));
  work.shift += wording.length - count;
}
