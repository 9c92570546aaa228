import type { Word } from '@ringback/core';
import { describe, expect, it } from 'vitest';
import { digitsIn, unsureNumbers } from './number-runs.ts';

/** Words half a second apart; "five:0.4" is that sure, "|" waits three seconds. */
function spoken(text: string): Word[] {
  let at = 0;
  return text.split(' ').flatMap((piece): Word[] => {
    if (piece === '|') {
      at += 3;
      return [];
    }
    const [word = '', sure = '0.99'] = piece.split(':');
    at += 0.5;
    return [{ text: word, start: at, end: at + 0.4, charStart: 0, charEnd: word.length, confidence: Number(sure), method: 'attention' }];
  });
}

const found = (text: string) => {
  const words = spoken(text);
  return unsureNumbers(words).map(({ first, end }) =>
    words
      .slice(first, end)
      .map((word) => word.text)
      .join(' '),
  );
};

describe('digitsIn', () => {
  it('reads digit names, figures and both joined by hyphens', () => {
    expect(digitsIn('Five,')).toBe('5');
    expect(digitsIn('617-555-0123.')).toBe('6175550123');
    expect(digitsIn('oh-one')).toBe('01');
    expect(digitsIn('by')).toBeNull();
    expect(digitsIn('-')).toBeNull();
  });
});

describe('unsureNumbers', () => {
  it('leaves numbers alone that were heard surely', () => {
    expect(found('call six one seven five five five today')).toEqual([]);
  });

  it('finds the whole run around one unsure digit, and nothing of the sentence', () => {
    expect(found('call me at six one:0.6 seven five five five thank you')).toEqual([
      'six one:0.6 seven five five five'.replace(':0.6', ''),
    ]);
  });

  it('takes in what may be a misheard digit: short inside, unsure at the edge', () => {
    expect(found('at for:0.3 one five by five tick six too:0.5 thanks')).toEqual(['for one five by five tick six too']);
  });

  it('keeps two numbers apart that a sentence or a silence parts', () => {
    expect(found('five five five:0.5 or tomorrow evening after three two one:0.5')).toEqual(['five five five', 'three two one']);
    expect(found('five five five:0.5 | three two one:0.5')).toEqual(['five five five', 'three two one']);
  });

  it('does not take a date or a time for a number', () => {
    expect(found('at two:0.4 or three tomorrow')).toEqual([]);
  });
});
