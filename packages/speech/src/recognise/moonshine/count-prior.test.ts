import { expect, it } from 'vitest';
import { isDoubled, worthOfCount } from './count-prior.ts';

it('holds ten digits, and ten said twice, for likelier than others', () => {
  expect(worthOfCount('4155550142', 10)).toBe(2);
  expect(worthOfCount('41555501424155550142', 20)).toBe(2);
  expect(worthOfCount('41555501424155550143', 20)).toBe(0);
  expect(worthOfCount('07700900123', 11)).toBe(0);
});

it('makes a row dearer with each digit that it misses, but no room or extension', () => {
  expect(worthOfCount('455550142', 9)).toBe(-1.5);
  expect(worthOfCount('55550142', 9)).toBe(-3);
  expect(worthOfCount('1427', 4)).toBe(0);
});

it('knows a row that is the same digits twice', () => {
  expect([isDoubled('125550106125550106'), isDoubled('125550106125550108'), isDoubled('12312')]).toEqual([true, false, false]);
});
