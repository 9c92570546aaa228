import { describe, expect, it } from 'vitest';
import { spokenNumber } from './spoken-number.ts';

function read(text: string) {
  return spokenNumber(
    text.split(' ').map((word) => ({ text: word })),
    0,
  );
}

describe('spokenNumber', () => {
  it.each([
    ['fifteen minutes', 15, 1],
    ['twenty-five of them', 25, 1],
    ['twenty five of them', 25, 2],
    ['twenty eleven', 20, 1],
    ['a hundred and twenty people', 120, 4],
    ['two hundred people', 200, 2],
    ['three thousand four hundred and five', 3405, 6],
    ['two million three hundred thousand', 2_300_000, 5],
    ['1,250 dollars', 1250, 1],
    ['15 minutes', 15, 1],
    ['4 thousand', 4000, 2],
    ['nine, eleven', 9, 1],
    ['five five five', 5, 1],
    ['nine and eleven', 9, 1],
  ])('reads %j as %d in %d words', (text, value, length) => {
    expect(read(text)).toMatchObject({ value, length });
  });

  it('keeps what hangs on by a hyphen', () => {
    expect(read('ten-minute call')).toEqual({ value: 10, length: 1, written: false, attached: 'minute' });
    expect(read('twenty-five-minute call')).toMatchObject({ value: 25, attached: 'minute' });
    expect(read('30-minute call')).toMatchObject({ value: 30, attached: 'minute', written: true });
  });

  it.each(['a minute', 'minutes', 'and five', '7:05', 'oh dear', ''])('reads no number at %j', (text) => {
    expect(read(text)).toBeNull();
  });
});
