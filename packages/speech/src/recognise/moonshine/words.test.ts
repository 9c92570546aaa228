import { describe, expect, it } from 'vitest';
import { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

const spellings = ['<unk>', '<s>', '</s>', '\u2581Call', '\u2581', '5', '.', '<0xC3>', '<0xA9>', '\u2581caf', '-'];
const vocabulary = new Vocabulary(spellings);
const id = (spelling: string) => spellings.indexOf(spelling);

function words(tokens: readonly string[]) {
  return wordsOf(
    {
      tokens: tokens.map(id),
      probabilities: tokens.map((_, i) => 1 - i / 10),
      ranges: tokens.map((_, i) => ({ first: i * 10, end: (i + 1) * 10 })),
    },
    vocabulary,
    2,
  );
}

describe('wordsOf', () => {
  it('joins tokens into words with their places, times and least sure token', () => {
    const { text, words: found } = words(['\u2581Call', '\u2581caf', '.']);
    expect(text).toBe('Call caf.');
    expect(found.map(({ text: word }) => word)).toEqual(['Call', 'caf.']);
    expect(found[1]).toMatchObject({ charStart: 5, charEnd: 9, start: 2 + (10 * 384) / 16_000, end: 2 + (20 * 384) / 16_000 });
    expect(found[1]?.confidence).toBeCloseTo(0.8);
  });

  it('times every digit of a number', () => {
    const { words: found } = words(['\u2581', '5', '5', '-', '5', '.']);
    expect(found.length).toBe(1);
    expect(found[0]?.digits?.map(({ digit, start }) => [digit, start])).toEqual([
      ['5', 2.24],
      ['5', 2.48],
      ['5', 2.96],
    ]);
    expect(found[0]?.end).toBeCloseTo(3.2);
  });

  it('spells characters that come byte by byte', () => {
    expect(words(['\u2581caf', '<0xC3>', '<0xA9>']).text).toBe('café');
  });
});
