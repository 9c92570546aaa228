import { describe, expect, it } from 'vitest';
import { datesInWords } from './dates.ts';
import { deadlineInWords } from './deadline.ts';

describe('a deadline as people type it', () => {
  it.each([
    ['tomorrow evening', 'GB', 'by tomorrow evening'],
    ['tomorrow morning', 'US', 'by tomorrow morning'],
    ['tmrw am', 'US', 'by tomorrow morning'],
    ['30/11', 'GB', 'by the 30th of November'],
    ['before 30/11', 'US', 'before November 30th'],
    ['05/06', 'IN', 'by the 5th of June'],
    ['05/06', 'US', 'by May 6th'],
    ['by 4/5/2027', 'US', 'by April 5th'],
    ['13/5', 'US', 'by May 13th'],
    ['31.10.', 'DE', 'by the 31st of October'],
    ['15.03', 'CH', 'by the 15th of March'],
    ['2026-11-30', 'SE', 'by the 30th of November'],
    ['noon on 3/4', 'IE', 'by noon on the 3rd of April'],
    ['by le 1er avril', 'FR', 'by the 1st of April'],
    ['le 15 mars', 'FR', 'by the 15th of March'],
    ['avant le 2 août', 'FR', 'before the 2nd of August'],
    ['antes del 10 de mayo', 'AR', 'before the 10th of May'],
    ['bis zum 3. März', 'DE', 'by the 3rd of March'],
    ['bis Freitag', 'DE', 'by Friday'],
    ['1st sept', 'GB', 'by the 1st of September'],
    ['2.30 on Friday', 'GB', 'by 2.30 on Friday'],
    ['before 2 pm on the 3rd', 'IE', 'before 2 pm on the 3rd'],
    ['in two weeks', 'US', 'within two weeks'],
    ['2-3 days', 'GB', 'within 2-3 days'],
    ['15 January', 'IE', 'by 15 January'],
    ['the school run', 'GB', 'by the school run'],
  ])('%s in %s is said %s', (typed, region, said) => expect(deadlineInWords(typed, region)).toBe(said));

  it('that could be either of two days is asked about', () => {
    expect(datesInWords('4/5', 'CA')).toBeUndefined();
    expect(datesInWords('4/13', 'CA')).toBe('April 13th');
    expect(datesInWords('40/50', 'GB')).toBe('40/50');
  });
});
