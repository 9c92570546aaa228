import { describe, expect, it } from 'vitest';
import { csvHeader } from './csv-header.ts';
import { comparedWords, countWords, groupWords, headline, rangeWords, soonWords } from './told.ts';

const rate = { calls: 20, returned: 4, share: 0.2, low: 0.07, high: 0.41 };

describe('the log in words', () => {
  it('says the share, what it can be, and on how many calls that rests', () => {
    expect(headline({ rate, horizonDays: 14 })).toBe('4 of 20 were answered within 14 days');
    expect(rangeWords({ rate, notYet: '' })).toContain('between 7 % and 41 %');
    expect(rangeWords({ rate, notYet: 'It could be anything from 7 % to 41 %.' })).toBe('That is 20 % so far.');
    expect(headline({ rate: { ...rate, calls: 0, share: null }, horizonDays: 14 })).toMatch(/^Too early/);
    const counts = { calls: 3, returned: 1, declined: 0, nothing: 0, open: 2, notFollowed: 0, ripe: 1 };
    expect(countWords({ counts })).toBe('3 calls: 1 answered, 2 you are still waiting for.');
  });

  it('says no more of a difference than the log carries', () => {
    const one = { dimension: 'tip' as const, group: 'bridge', rate, others: { ...rate, share: 0.4 }, pValue: 0.3, apart: false };
    expect(groupWords(one)).toBe('“A tie between you” was good');
    expect(comparedWords(one)).toBe('The difference can be chance.');
    expect(comparedWords({ ...one, apart: true })).toMatch(/^Answered less often/);
  });

  it('says how soon answers come, once one came', () => {
    expect(soonWords({ medianDays: null, curve: [] })).toBeNull();
    expect(soonWords({ medianDays: 3.2, curve: [{ time: 3.2 }] as never })).toBe('Half of your messages are answered within 3 days.');
  });
});

describe('the header of a file', () => {
  it('is read with any separator, and with quotes', () => {
    expect(csvHeader('\uFEFFFull name;When;"Note; long"\r\nAda;2026-01-02;')).toEqual(['Full name', 'When', 'Note; long']);
    expect(csvHeader('Person,When\nAda,2026-01-02')).toEqual(['Person', 'When']);
    expect(csvHeader('"Last, first",When')).toEqual(['When']);
  });
});
