import { expect, it } from 'vitest';
import { posteriorsOf } from '../digit-head/posteriors.fixture.ts';
import { longerReadings } from './longer-readings.ts';

it('puts in digits that the head hears faintly, up to the usual count', () => {
  const readings = longerReadings(posteriorsOf('4 1 x/5:0.7 5 x/0:0.8 0 1 4 2 6'), '41501426');
  expect(readings).toContain('4155001426');
  expect(readings.every((digits) => digits.length <= 10)).toBe(true);
  expect(longerReadings(posteriorsOf('4 1 5'), '4155550142')).toEqual([]);
});

it('puts a digit into a number said twice both times', () => {
  const once = 'x/2:0.7 1 2 5 5 5 0 1 0 6';
  const readings = longerReadings(posteriorsOf(`${once} _ ${once}`), '125550106125550106');
  expect(readings[0]).toBe('21255501062125550106');
});
