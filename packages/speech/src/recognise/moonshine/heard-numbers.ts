import { alignDigits, type HeardNumber, type Word } from '@ringback/core';
import { timesSaid } from './count-prior.ts';
import { digitsIn, timedDigits } from './number-runs.ts';

/**
 * The numbers of a place: one for each time the digits are said. `words` are placed in their text, `said` is what was decided and `alone`
 * what the place sounds like by itself.
 */
export function heardNumbers(words: readonly Word[], said: string, alone: string): HeardNumber[] {
  const digits = timedDigits(words);
  const { heard } = alignDigits(said, alone);
  const wordOf = words.flatMap((word) => [...(digitsIn(word.text) ?? '')].map(() => word));
  const times = wordOf.length === said.length && digits.length === said.length ? timesSaid(said) : 1;
  const count = said.length / times;
  return Array.from({ length: times }, (_, time) => {
    const [from, to] = [time * count, (time + 1) * count];
    const [first, last] = times === 1 ? [words[0], words.at(-1)] : [wordOf[from], wordOf[to - 1]];
    return {
      charStart: first?.charStart ?? 0,
      charEnd: last?.charEnd ?? 0,
      digits: times === 1 ? digits : digits.slice(from, to),
      otherwise: heard.slice(from, to).flatMap((digit, place) => (digit === said[from + place] ? [] : [{ place, digit }])),
    };
  });
}
