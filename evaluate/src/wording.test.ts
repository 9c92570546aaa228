import { describe, expect, it } from 'vitest';
import { alignWords, compared, comparedText, errorsIn, quantile } from './wording.ts';

const errors = (reference: string, heard: string, openEnd = false) => {
  const [r, h] = [comparedText(reference), comparedText(heard)];
  return errorsIn(alignWords(r, h, openEnd), r, h);
};

describe('word errors', () => {
  it('does not count spelling, case, punctuation or hesitations', () => {
    expect(errors('nine oh two one oh', '90210.')).toBe(0);
    expect(errors('mister Ray, um, call', 'Mr. Ray call')).toBe(0);
    expect(errors("there's always more", 'There’s always-more!')).toBe(0);
  });

  it('counts each wrong, missing and added word once', () => {
    expect(errors('call me back today', 'tall me today')).toBe(2);
    expect(errors('call me', 'call me back please')).toBe(2);
    expect(errors('call me', '')).toBe(2);
  });

  it('forgives what follows a reference that stops early, and nothing else', () => {
    expect(errors('it was the best', 'it was the best of times', true)).toBe(0);
    expect(errors('it was the best', 'it was a best of times', true)).toBe(1);
  });

  it('gives each written digit its own time', () => {
    const digits = [1, 2].map((start) => ({ digit: '5', start, end: start + 0.5, confidence: 0.7 }));
    expect(compared([{ text: '55.', start: 1, confidence: 0.9, digits }])).toEqual([
      { text: 'five', start: 1, confidence: 0.7 },
      { text: 'five', start: 2, confidence: 0.7 },
    ]);
  });
});

describe('quantile', () => {
  it('interpolates between neighbours', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([1], 0.9)).toBe(1);
    expect(quantile([], 0.5)).toBeNaN();
  });
});
