import { expect, it } from 'vitest';
import { timesSaid, worthOfCount } from './count-prior.ts';

it('holds ten digits for likelier than other counts, said twice both times', () => {
  expect(worthOfCount('4155550142', 10)).toBe(2);
  expect(worthOfCount('41555501424155550142', 20)).toBe(4);
  expect(worthOfCount('41555501424155550143', 20)).toBe(0);
  expect(worthOfCount('07700900123', 11)).toBe(0);
});

it('makes a row dearer with each digit that it misses, but no room or extension', () => {
  expect(worthOfCount('455550142', 9)).toBe(-2.5);
  expect(worthOfCount('55550142', 9)).toBe(-5);
  expect(worthOfCount('455550142455550142', 18)).toBe(-5);
  expect(worthOfCount('1427', 4)).toBe(0);
});

it('knows a row that is a number said twice', () => {
  expect(['125550106125550106', '125550106125550108', '1231231', '123123'].map(timesSaid)).toEqual([2, 1, 1, 1]);
});
