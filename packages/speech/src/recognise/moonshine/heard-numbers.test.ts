import type { Word } from '@ringback/core';
import { expect, it } from 'vitest';
import { heardNumbers } from './heard-numbers.ts';
import { partedAt, rewritten } from './rewrite.ts';

/** A word of digits of 0.3 s each. */
function word(text: string, start: number): Word {
  const digits = [...text.replace(/\D/g, '')].map((digit, i) => ({ digit, start: start + 0.3 * i, end: start + 0.3 * (i + 1) }));
  return {
    text,
    charStart: 0,
    charEnd: text.length,
    start,
    end: digits.at(-1)?.end ?? start,
    confidence: 0.9,
    method: 'attention',
    digits,
  };
}

it('parts a word in which a number is written twice where it comes again', () => {
  const parted = partedAt([word('415-555-0142-415', 1), word('555-0142.', 7)], 10);
  expect(parted.map(({ text }) => text)).toEqual(['415-555-0142', '415', '555-0142.']);
  expect(parted[0]?.end).toBeCloseTo(4);
  expect(parted[1]?.start).toBeCloseTo(4);
  expect(parted.map(({ digits = [] }) => digits.length)).toEqual([10, 3, 7]);
});

it('leaves words that are parted already, or whose digits have no times', () => {
  const words = [word('4155550142', 1), word('4155550142', 5)];
  expect(partedAt(words, 10)).toEqual(words);
  const { digits, ...untimed } = word('41555501424155550142', 1);
  expect(digits).toHaveLength(20);
  expect(partedAt([untimed], 10)).toEqual([untimed]);
});

it('tells a number said twice as two, each with the places that sound otherwise', () => {
  const { words } = rewritten([word('2125550106', 1), word('2125550106', 5)]);
  const [first, second] = heardNumbers(words, '21255501062125550106', '1255501082125550106');
  expect(first).toMatchObject({
    charStart: 0,
    charEnd: 10,
    otherwise: [
      { place: 0, digit: null },
      { place: 9, digit: '8' },
    ],
  });
  expect(second).toMatchObject({ charStart: 11, charEnd: 21, otherwise: [] });
  expect(second?.digits).toHaveLength(10);
});

it('tells any other number as one', () => {
  const { words } = rewritten([word('2125550106', 1)]);
  expect(heardNumbers(words, '2125550106', '2125550106')).toMatchObject([{ charStart: 0, charEnd: 10, otherwise: [] }]);
});
