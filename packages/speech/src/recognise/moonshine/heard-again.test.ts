import { describe, expect, it } from 'vitest';
import { likenessAgain, unsupported } from './heard-again.ts';

const words = (text: string): string[] => text.split(' ');

describe('what is heard again', () => {
  const heard = words('we need a new head of before Easter.');
  const place = { from: 4, to: 6 };

  it('is as like what was heard as its letters are, the least time counts', () => {
    expect(likenessAgain(heard, place, [heard, heard])).toBe(1);
    expect(likenessAgain(heard, place, [heard, words('We need a new head off before Easter.')])).toBeCloseTo(6 / 7);
    expect(likenessAgain(heard, place, [heard, words('we need a new man who had a before Easter.')])).toBeLessThan(0.4);
    expect(likenessAgain(heard, place, [heard, words('we need a new before Easter.')])).toBe(0);
  });

  it('is nothing where nothing was, and something where words come up', () => {
    const empty = { from: 4, to: 4 };
    expect(likenessAgain(heard, empty, [heard])).toBe(1);
    expect(likenessAgain(heard, empty, [words('we need a new roof and head of before Easter.')])).toBe(0);
  });

  it('is asked of the words around a place that neither the script nor the digits account for', () => {
    const said = words('call Drummer twins at 617 again');
    const sureness = [0.95, null, null, 0.95, null, null];
    expect(unsupported(said, sureness, { from: 2, to: 2 })).toEqual({ from: 1, to: 3 });
    expect(unsupported(said, sureness, { from: 4, to: 4 })).toEqual({ from: 4, to: 4 });
    expect(unsupported(said, sureness, { from: 0, to: 0 })).toEqual({ from: 0, to: 0 });
  });
});
