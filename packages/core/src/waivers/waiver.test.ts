import { expect, it } from 'vitest';
import { parseWaivers, waiversInText } from './waiver.ts';

it('reads waivers from a script', () => {
  expect(waiversInText('Hi <!-- ringback-waive bridge: she knows\n my voice --> and <!-- a note -->')).toEqual([
    { tip: 'bridge', reason: 'she knows my voice' },
  ]);
});

it('reads waivers from a file', () => {
  expect(parseWaivers([{ tip: 'tone', reason: ' a joke ', quote: 'saint' }])).toEqual([{ tip: 'tone', reason: 'a joke', quote: 'saint' }]);
  expect(parseWaivers(undefined)).toEqual([]);
});

it.each([
  [[{ tip: 'length', reason: 'x' }], /names no tip/],
  [[{ tip: 'tone', reason: ' ' }], /no reason/],
  [[null], /names no tip/],
  ['tone', /must be a list/],
])('refuses %j in a sentence', (value, message) => {
  expect(() => parseWaivers(value)).toThrow(message);
});
