import { expect, it } from 'vitest';
import { findPhoneNumbers } from './find-phone-numbers.ts';

it('takes a megabyte of one thing', () => {
  const huge = [
    'five ',
    'a',
    '1',
    '5 5 5 0 1 4 2. ',
    'double ',
    '+',
    '🙂',
    '\u0007',
    '(',
    '1-',
    'sorry ',
    'five sorry ',
    'extension ',
    'area code ',
    'five, that ',
    '555-0142 ',
  ];
  for (const unit of huge)
    expect(() => findPhoneNumbers({ text: unit.repeat(Math.ceil(1_000_000 / unit.length)), words: [] }, { region: 'US' })).not.toThrow();
});
