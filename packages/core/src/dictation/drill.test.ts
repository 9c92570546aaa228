import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignDigits } from './align.ts';
import { judgeDrill, planDrill, usualGroupSizes } from './drill.ts';

describe('planDrill', () => {
  it.each([
    ['+14155550142', 'US', ['415', '555', '0142']],
    ['+442079460018', 'GB', ['020', '7946', '0018']],
    ['+442079460018', 'US', ['+44', '20', '7946', '0018']],
  ])('groups %s for an ear in %s', (number, region, groups) => {
    const plan = planDrill(number, region);
    expect(plan.steps.map((step) => step.group)).toEqual(groups);
    expect(plan.steps.map((step) => step.tune)).toEqual(groups.map((_, index) => (index === groups.length - 1 ? 'fall' : 'rise')));
    expect(plan.steps.at(-1)?.pauseSec).toBe(0);
    expect(plan.targetSec).toBeCloseTo(plan.digits.length / 1.5, 6);
  });

  it('says digits one at a time', () => {
    expect(planDrill('415 555 0142', 'US').steps[2]?.say).toBe('zero, one, four, two');
    expect(planDrill('+44 20 7946 0018', 'US').steps[0]?.say).toBe('plus four, four');
  });

  it('refuses half a number', () => {
    expect(() => planDrill('415 55', 'US')).toThrow(/not complete/);
  });
});

describe('usualGroupSizes', () => {
  it('knows how numbers are written where they are from', () => {
    expect(usualGroupSizes({ e164: '+14155550142', digits: '4155550142' })).toEqual([3, 3, 4]);
    expect(usualGroupSizes({ e164: null, digits: '5550142' })).toBeUndefined();
  });
});

describe('alignDigits', () => {
  it.each([
    ['4155550142', '4155550142', '4155550142', 0],
    ['4155550142', '4155550192', '4155550192', 0],
    ['4155550142', '415550142', '415?550142', 0],
    ['4155550142', '41555501423', '4155550142', 1],
    ['4155550142', '', '??????????', 0],
  ])('lays %s beside %s', (expected, heard, line, extra) => {
    const found = alignDigits(expected, heard);
    const written = found.heard.map((digit) => digit ?? '?').join('');
    // Which of three fives was dropped cannot be known: any will do.
    expect([...written].sort().join('')).toBe([...line].sort().join(''));
    expect(found.extra).toBe(extra);
  });

  it('accounts for every digit heard', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 14 });
    fc.assert(
      fc.property(digits, digits, (expected, heard) => {
        const found = alignDigits(expected, heard);
        const placed = found.heard.filter((digit) => digit !== null);
        expect(found.heard).toHaveLength(expected.length);
        expect(placed.length + found.extra).toBe(heard.length);
      }),
      { seed: 5 },
    );
  });
});

describe('judgeDrill', () => {
  const plan = planDrill('415 555 0142', 'US');

  it('fails a wrong or missing digit and names its place', () => {
    expect(judgeDrill(plan, '4155550192', null)).toMatchObject({ status: 'fail', extra: 0 });
    expect(judgeDrill(plan, '4155550192', null).heard[8]).toBe('9');
    expect(judgeDrill(plan, '4155550142', null).status).toBe('pass');
    expect(judgeDrill(plan, '', null).status).toBe('fail');
  });
});
