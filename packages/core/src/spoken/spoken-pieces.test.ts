import { expect, test } from 'vitest';
import { groupUtterances, scriptUtterances } from './spoken-pieces.ts';

test('a number is said in groups whose last digit goes up, and down at the end; words around it are said as they stand', () => {
  const said = scriptUtterances("Hi Martin, it's Nora. Call me at 415-555-0142. Again: 415, 555, 0142.", 'US');
  const tunes = said.filter(({ tune }) => tune).map(({ text, tune }) => `${text} ${tune}`);
  expect(tunes).toEqual(['five rise', 'five rise', 'two fall', 'five rise', 'five rise', 'two fall']);
  expect(said[0]).toEqual({ text: "Hi Martin, it's Nora.", slow: false, pauseAfter: 0.5 });
  expect(said.map(({ text }) => text)).toContain('zero, one, four');
  for (const { tune, pauseAfter } of said) if (tune === 'rise') expect(pauseAfter).toBeGreaterThanOrEqual(0.3);
});

test('a group of one digit is its last digit', () => {
  expect(groupUtterances('7', 'rise', 0.4)).toEqual([{ text: 'seven', slow: true, tune: 'rise', pauseAfter: 0.4 }]);
});

test('a text without a number has no tune', () => {
  expect(scriptUtterances('Could we talk for five minutes?').every(({ tune }) => tune === undefined)).toBe(true);
});
