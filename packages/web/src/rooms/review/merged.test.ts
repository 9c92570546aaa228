import type { Take } from '@ringback/core';
import { expect, test } from 'vitest';
import { merged } from './use-take.ts';

/** A reviewed take of which these tips are open, the first of them first to mend. */
function take(text: string, open: readonly string[], legibility?: object): Take {
  return {
    name: 'Take 1',
    kept: false,
    state: 'reviewed',
    sound: { pitch: text, level: text, ...(legibility && { legibility }) },
    review: {
      transcript: { text, words: [] },
      tips: ['bridge', 'number'].map((id) => ({ id, status: open.includes(id) ? 'fail' : 'pass' })),
      verdict: { firstFix: open[0] ?? null },
    },
  } as unknown as Take;
}

const firstFix = (one: Take) => one.review?.verdict.firstFix;

test('the first fix does not change by itself when the drive test comes in', () => {
  const before = take('same words', ['bridge']);
  const after = merged(before, take('same words', ['number', 'bridge'], {}));
  expect(firstFix(after)).toBe('bridge');
  expect(after.review?.tips.find(({ id }) => id === 'number')?.status).toBe('fail');
});

test('a fix that is mended gives way, and corrected words are judged anew', () => {
  expect(firstFix(merged(take('same words', ['bridge']), take('same words', ['number'], {})))).toBe('number');
  expect(firstFix(merged(take('these words', ['bridge']), take('other words', ['number', 'bridge'])))).toBe('number');
});
