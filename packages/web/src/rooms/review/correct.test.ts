import type { Transcript } from '@ringback/core';
import { expect, test } from 'vitest';
import { withWord } from './correct.ts';

const heard: Transcript = {
  text: 'Hi. This is Pam Reed.',
  words: ['Hi.', 'This', 'is', 'Pam', 'Reed.'].map((text, i) => {
    const charStart = 'Hi. This is Pam Reed.'.indexOf(text);
    return { text, charStart, charEnd: charStart + text.length, start: i, end: i + 0.8, confidence: 0.4, method: 'attention' as const };
  }),
};

test('every word stays at its place in the text when one is put right', () => {
  const { text, words } = withWord(heard, 3, 'Pamela Ann');
  expect(text).toBe('Hi. This is Pamela Ann Reed.');
  expect(words.map((word) => text.slice(word.charStart, word.charEnd))).toEqual(words.map((word) => word.text));
  expect(words[3]).toMatchObject({ text: 'Pamela', start: 3, confidence: 1 });
  expect(words[4]?.end).toBeCloseTo(3.8);
  expect(words[5]).toMatchObject({ text: 'Reed.', start: 4 });
});

test('digits that were misheard keep the times of the digits', () => {
  const text = '415';
  const digits = [...'415'].map((digit, i) => ({ digit, start: i, end: i + 0.5 }));
  const number = {
    text,
    words: [{ text, charStart: 0, charEnd: 3, start: 0, end: 2.5, confidence: 1, method: 'attention' as const, digits }],
  };
  expect(withWord(number, 0, '416').words[0]?.digits).toEqual([
    { digit: '4', start: 0, end: 0.5 },
    { digit: '1', start: 1, end: 1.5 },
    { digit: '6', start: 2, end: 2.5 },
  ]);
});

test('digits get no times where there was no time to say them', () => {
  const words = withWord(heard, 4, 'My number is 415-555-0142.').words;
  expect(words.at(-1)?.text).toBe('415-555-0142.');
  expect(words.at(-1)?.digits).toBeUndefined();
});
