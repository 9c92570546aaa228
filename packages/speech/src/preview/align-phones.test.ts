import { describe, expect, it } from 'vitest';
import { alignPhones } from './align-phones.ts';

describe('alignPhones', () => {
  it('gives each word its own phones', () => {
    expect(alignPhones([['a', 'b'], ['c'], ['d', 'e']], ['a', 'b', 'c', 'd', 'e'])).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 3 },
      { from: 3, to: 5 },
    ]);
  });

  it('bears sounds that change, go or come at a joint', () => {
    expect(
      alignPhones(
        [
          ['dh', 'ah'],
          ['k', 'ae', 't'],
        ],
        ['dh', 'ax', 'k', 'ae', 't'],
      )[1],
    ).toEqual({ from: 2, to: 5 });
    expect(
      alignPhones(
        [
          ['ae', 'n', 'd'],
          ['s', 'iy'],
        ],
        ['ae', 'n', 's', 'iy'],
      )[1],
    ).toEqual({ from: 2, to: 4 });
  });

  it('gives a silent word no phones', () => {
    expect(alignPhones([['a'], [], ['b']], ['a', 'b'])).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 1 },
      { from: 1, to: 2 },
    ]);
  });
});
