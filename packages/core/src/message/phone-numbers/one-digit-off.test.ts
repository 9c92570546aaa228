import { expect, it } from 'vitest';
import { oneDigitOff } from './one-digit-off.ts';

const sure = (digits: string, weakest: number) => [...digits].map((_, place) => (place === weakest ? 0.6 : 0.99));

it('tells the weakest digit where one more makes a number of the plan', () => {
  expect(oneDigitOff('415550142', sure('415550142', 4), 'US')).toEqual({
    place: 4,
    missing: true,
    alternatives: expect.arrayContaining(['4155550142']),
  });
});

it('tells the digit that is one too many', () => {
  const off = oneDigitOff('41555501422', sure('41555501422', 10), 'US');
  expect(off).toMatchObject({ place: 10, missing: false });
  expect(off?.alternatives[0]).toBe('4155550142');
});

it('says nothing of a number of a plan, of one that nothing near is, or where nobody knows how sure the digits are', () => {
  expect(oneDigitOff('4155550142', sure('4155550142', 3), 'US')).toBeNull();
  expect(oneDigitOff('000000', sure('000000', 1), 'US')).toBeNull();
  expect(oneDigitOff('415550142', [], 'US')).toBeNull();
});
