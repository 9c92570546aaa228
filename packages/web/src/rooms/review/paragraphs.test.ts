import { expect, test } from 'vitest';
import { paragraphsOf } from './paragraphs.ts';

const spoken = (count: number, sentence: number) =>
  Array.from({ length: count }, (_, i) => ({ text: (i + 1) % sentence === 0 ? 'end.' : 'word' }));

test('a message of ordinary length is one paragraph', () => {
  expect(paragraphsOf(spoken(120, 12))).toEqual([{ from: 0, to: 120 }]);
});

test('a long one has all its words once, in order, and its paragraphs end with sentences', () => {
  const words = spoken(1500, 14);
  const paragraphs = paragraphsOf(words);
  expect(paragraphs.flatMap(({ from, to }) => words.slice(from, to))).toEqual(words);
  expect(paragraphs.length).toBeGreaterThan(10);
  for (const { to } of paragraphs.slice(0, -1)) expect(words[to - 1]?.text).toBe('end.');
});

test('someone who never ends a sentence still gets paragraphs', () => {
  expect(Math.max(...paragraphsOf(spoken(1000, 10_000)).map(({ from, to }) => to - from))).toBeLessThanOrEqual(150);
});

test('nothing said is no paragraph', () => {
  expect(paragraphsOf([])).toEqual([]);
});
