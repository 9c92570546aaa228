import { expect, test } from 'vitest';
import { placeIn, walked } from './follow.ts';

const words = 'Could you call me at 617-555-0123? Again, call me at 617-555-0123. Thank you.'.split(' ').map((text) => ({ text }));

test('follows what was heard, word by word', () => {
  expect(placeIn(words, 'could you call', 0)).toBe(3);
});

test('misheard words do not stop it', () => {
  expect(placeIn(words, 'good you call me', 0)).toBe(4);
});

test('a phrase that comes twice does not throw one back', () => {
  expect(placeIn(words, 'again call me at', 6)).toBe(10);
});

test('words that are not in the script leave it where it is', () => {
  expect(placeIn(words, 'entirely other things here', 5)).toBe(5);
});

test('it goes on with the voice at the pace of the script, and never past what may have been said', () => {
  const paced = words.map((word, i) => ({ ...word, end: (i + 1) * 0.4 }));
  let at = { place: 0, voicedSec: 0 };
  for (let i = 0; i < 10; i++) at = walked(paced, at, 0.1, 8);
  expect(at.place).toBe(2);
  for (let i = 0; i < 100; i++) at = walked(paced, at, 0.1, 8);
  expect(at.place).toBe(8);
  expect(walked(paced, { place: words.length, voicedSec: 0 }, 5, 99).place).toBe(words.length);
});
