import { describe, expect, it } from 'vitest';
import { likeliestDigits } from './beam-search.ts';
import { DOUBLE, labelOf, TRIPLE } from './labels.ts';
import { logOfDigits } from './lattice.ts';
import { posteriorsOf } from './posteriors.fixture.ts';
import { digitShares } from './shares.ts';
import { spellingsOf } from './spellings.ts';

const labelsOf = (digits: string, said: string) => spellingsOf(digits, posteriorsOf(said)).map(({ labels }) => labels);

describe('spellingsOf', () => {
  it('is digit by digit where neither "double" nor "triple" is heard', () => {
    expect(labelsOf('4555', '4 5 5 5')).toEqual([[4, 5, 5, 5].map(labelOf)]);
  });

  it('has every way to say a row of three', () => {
    const five = labelOf(5);
    expect(labelsOf('555', 't d 5')).toEqual([
      [five, five, five],
      [TRIPLE, five],
      [TRIPLE, DOUBLE, five],
      [five, DOUBLE, five],
      [DOUBLE, five, five],
    ]);
  });

  it('doubles no part of a longer row', () => {
    const five = labelOf(5);
    expect(labelsOf('5555', 'd 5 d 5')).toEqual([
      [five, five, five, five],
      [DOUBLE, five, DOUBLE, five],
    ]);
  });
});

describe('digits said as "triple five"', () => {
  it('are as likely as three of them, and each as sure as the word', () => {
    const posteriors = posteriorsOf('4 1 t 5 0');
    expect(logOfDigits(posteriors, '415550')).toBeGreaterThan(-3);
    expect(logOfDigits(posteriors, '4150')).toBeLessThan(-5);
    expect(digitShares(posteriors, '415550').map((row, place) => row[Number('415550'[place])] ?? 0)).toSatisfy((sure: number[]) =>
      sure.every((share) => share > 0.99),
    );
  });

  it('are three where "double" is heard behind "triple"', () => {
    expect(likeliestDigits(posteriorsOf('4 t d 5 0'))[0]?.digits).toBe('45550');
    expect(logOfDigits(posteriorsOf('4 t d 5 0'), '45550')).toBeGreaterThan(-3);
  });

  it('are other digits than those said one by one', () => {
    expect(logOfDigits(posteriorsOf('4 d 5 0'), '4550')).toBeGreaterThan(logOfDigits(posteriorsOf('4 d 5 0'), '45550'));
  });
});
