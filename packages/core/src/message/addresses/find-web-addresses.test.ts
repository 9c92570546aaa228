import { describe, expect, it } from 'vitest';
import { findWebAddresses } from './find-web-addresses.ts';

const addresses = (text: string): string[] => findWebAddresses({ text, words: [] }).map(({ address }) => address);

describe('findWebAddresses', () => {
  it.each([
    ['my calendar is at example.com slash ines', 'example.com/ines'],
    ['my calendar is at example dot com slash ines.', 'example.com/ines'],
    ['book at https://www.example.com/book/ines-c.', 'example.com/book/ines-c'],
    ['visit w w w dot example dot org', 'example.org'],
    ['visit elm street dot com forward slash meet dash me', 'elmstreet.com/meet-me'],
    ['go to cal dot example dot com slash j r', 'cal.example.com/jr'],
    ['the form is at example.co.uk/form', 'example.co.uk/form'],
    ['look at example dot com, then call', 'example.com'],
  ])('reads %j', (text, address) => {
    expect(addresses(text)).toEqual([address]);
  });

  it.each([
    'write to jim at example dot com',
    'jim@example.com',
    'see you at noon. Dot will come.',
    'a dot on the map',
    'St. Paul, p.m., e.g. 3.5 or U.S. data',
    'Call me. In time.',
    '',
  ])('reads none in %j', (text) => {
    expect(addresses(text)).toEqual([]);
  });

  it('quotes exactly', () => {
    const text = 'Or my calendar is at example.com slash ines.';
    const mention = findWebAddresses({ text, words: [] })[0]?.mentions[0];
    expect(mention?.quote).toBe('example.com slash ines');
    expect(text.slice(mention?.charStart, mention?.charEnd)).toBe(mention?.quote);
  });
});
