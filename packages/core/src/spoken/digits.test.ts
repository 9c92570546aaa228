import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPhoneNumbers } from '../message/phone-numbers/find-phone-numbers.ts';
import { anyNumber, groupsOf, SEED } from '../message/phone-numbers/testing/spoken-rendering.ts';
import { speakDigits } from './digits.ts';

describe('speakDigits', () => {
  it('says groups in words that are heard as the same number', () => {
    const options = fc.record({ zero: fc.constantFrom('oh' as const, 'zero' as const), double: fc.boolean() });
    fc.assert(
      fc.property(anyNumber, options, (number, how) => {
        const text = `My number is ${speakDigits(groupsOf(number), how)}.`;
        const found = findPhoneNumbers({ text, words: [] }, { region: number.region });
        expect(found.map(({ e164, digits }) => e164 ?? digits)).toEqual([number.expected]);
      }),
      { seed: SEED },
    );
  });

  it('says doubles only when asked', () => {
    expect(speakDigits(['020', '7946', '0155'])).toBe('oh two oh, seven nine four six, oh one five five');
    expect(speakDigits(['020', '7946', '0155'], { double: true })).toBe('oh two oh, seven nine four six, oh one double five');
    expect(speakDigits(['555', '0000'], { double: true, zero: 'zero' })).toBe('triple five, triple zero zero');
    expect(speakDigits(['+44'])).toBe('plus four four');
  });
});
