import { describe, expect, it } from 'vitest';
import { sayAddress } from './address.ts';
import { groupForEar, sayNumber } from './number.ts';

describe('groupForEar', () => {
  it.each([
    ['+14155550142', 'US', ['415', '555', '0142']],
    ['(415) 555-0142', 'US', ['415', '555', '0142']],
    ['+442079460123', 'GB', ['020', '7946', '0123']],
    ['07700 900123', 'GB', ['07700', '900', '123']],
    ['+442079460123', 'US', ['+44', '20', '7946', '0123']],
    ['+61491570156', 'AU', ['0491', '570', '156']],
    ['+919876543210', 'IN', ['98765', '43210']],
  ])('groups %s heard in %s', (number, region, groups) => {
    expect(groupForEar({ number }, region).groups).toEqual(groups);
  });

  it('never makes a group of one digit or of more than four', () => {
    for (const number of ['+6421123456', '+35312345678', '+6444711234', '+61290001234', '+4915112345678']) {
      for (const group of groupForEar({ number }, 'NZ').groups) expect(group.replace('+', '').length).toBeLessThanOrEqual(4);
    }
  });

  it('keeps every digit', () => {
    expect(groupForEar({ number: '07700 900123' }, 'GB').groups.join('')).toBe('07700900123');
  });

  it('refuses an incomplete number without repeating it', () => {
    expect(() => groupForEar({ number: '555-01' }, 'US')).toThrow(/not complete/);
    expect(() => groupForEar({ number: '555-98' }, 'US')).not.toThrow(/98/);
  });

  it('says the extension once', () => {
    expect(sayNumber(groupForEar({ number: '+14155550142 ext. 12' }, 'US'))).toBe('415, 555, 0142, extension 12');
  });
});

describe('sayAddress', () => {
  it.each([
    ['jim@example.com', 'jim at example dot com'],
    ['Nora.Castell@Example.com', 'nora dot castell at example dot com'],
    ['n_c-22@mail.example.org', 'n underscore c dash 22 at mail dot example dot org'],
    ['https://www.example.com/nora/', 'example dot com slash nora'],
  ])('%s', (address, said) => {
    expect(sayAddress(address)).toBe(said);
  });
});
