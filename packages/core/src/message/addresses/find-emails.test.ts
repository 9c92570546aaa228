import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Transcript } from '../../documents/transcript.ts';
import { findEmails } from './find-emails.ts';

const untimed = (text: string): Transcript => ({ text, words: [] });
const addresses = (text: string): string[] => findEmails(untimed(text)).map(({ address }) => address);

describe('findEmails', () => {
  it.each([
    // written
    ['e-mail me at Jim@example.com.', 'jim@example.com'],
    ['it is jim.reed+work@mail.example.co.uk, thanks', 'jim.reed+work@mail.example.co.uk'],
    ['jim_reed-42@example.org', 'jim_reed-42@example.org'],
    ['write to dan@elm-street.example or call', 'dan@elm-street.example'],
    // spoken
    ['jim at example dot com', 'jim@example.com'],
    ["I'm at todd at example dot com", 'todd@example.com'],
    ['it is todd at example dot com, T O D D', 'todd@example.com'],
    ['first name dot last name at example dot com, so priya dot nair at example dot com', 'priya.nair@example.com'],
    ['It is first name dot last name at example dot com, so priya dot nair.', 'priya.nair@example.com'],
    ['first name underscore surname at acme dot co dot uk, so for me that is priya underscore nair', 'priya_nair@acme.co.uk'],
    ['my e-mail is pat dot o apostrophe brien at example dot com', 'pat.obrien@example.com'],
    ["mail me at o'brien at example dot com", 'obrien@example.com'],
    ['or reach me by e-mail at grace at example dot org', 'grace@example.org'],
    ['it is bravo alpha romeo at example dot org', 'bar@example.org'],
    ['J as in Juliet, K as in Kilo, smith at example dot com', 'jksmith@example.com'],
    ['B for Bravo, R for Romeo, jones at example dot org', 'brjones@example.org'],
    ['you can e-mail jim at example dot com', 'jim@example.com'],
    ['my e-mail is jim dot reed at example dot com', 'jim.reed@example.com'],
    ['send it to j dot reed at example dot org please', 'j.reed@example.org'],
    ['that is j-i-m at example dot com', 'jim@example.com'],
    ['that is J I M at example dot com', 'jim@example.com'],
    ['that is J. I. M. at example dot com', 'jim@example.com'],
    ['reach her at ana underscore diaz at example dot net', 'ana_diaz@example.net'],
    ['reach her at ana dash diaz at example dot net', 'ana-diaz@example.net'],
    ['jim forty two at example dot com', 'jim42@example.com'],
    ['jim four two at example dot com', 'jim42@example.com'],
    ['jim 42 at example dot com', 'jim42@example.com'],
    ['m as in mary o reed at example dot com', 'moreed@example.com'],
    ['e-mail me at jim at example dot com', 'jim@example.com'],
    ['info at elm street dot com', 'info@elmstreet.com'],
    ['info at elm dash street dot com', 'info@elm-street.com'],
    ['send it to j reed at example dot com', 'jreed@example.com'],
    ['connie dot w at example dot org', 'connie.w@example.org'],
    ['sales at example dot co dot uk', 'sales@example.co.uk'],
    ['sales at example dot c o dot u k', 'sales@example.co.uk'],
    ['priya at example dot co dot in', 'priya@example.co.in'],
    ['my address is jim reed, all one word, at example dot com', 'jimreed@example.com'],
    ['my e-mail is jim reed at example dot com', 'jimreed@example.com'],
    ['news at b b c dot example', 'news@bbc.example'],
    ['kay at studio fifty dot com', 'kay@studio50.com'],
    ['kay at studio fifty four dot com', 'kay@studio54.com'],
    ['jim at sign example dot com', 'jim@example.com'],
    // as a recogniser writes it
    ['jim at example.com', 'jim@example.com'],
    ['Jim at Example.com. Thanks.', 'jim@example.com'],
    ['Jim at example dot com. Thanks.', 'jim@example.com'],
    ['Jim@example dot com', 'jim@example.com'],
    ['jim at example .com', 'jim@example.com'],
    ['jim at example. com, or call', 'jim@example.com'],
    ['jim at gmail', 'jim@gmail.com'],
    ['jim at example dot calm', 'jim@example.com'],
    ['J dot Reed at Example dot com', 'j.reed@example.com'],
    ["It's gym at example dot com, that's j-i-m.", 'jim@example.com'],
  ])('reads %j', (text, address) => {
    expect(addresses(text)).toEqual([address]);
  });

  it.each([
    'meet me at noon. Dot will be there.',
    'see you at noon dot',
    'I was at the office. Come by any time.',
    'find us at example dot com',
    'e-mail me at example dot com',
    'look at example.com slash ines',
    'at ten. Com',
    'arrive at 5.30 at St. Paul',
    'we are at the corner at noon.then call',
    'no @ all',
    '@example.com',
    'jim@',
    'at dot com',
  ])('reads no address in %j', (text) => {
    expect(addresses(text)).toEqual([]);
  });

  it('is surer of what is written or spelled than of what is joined or guessed', () => {
    const sureness = (text: string) => findEmails(untimed(text))[0]?.confidence ?? 0;
    expect(sureness('jim@example.com')).toBe(1);
    expect(sureness('j-i-m at example dot com')).toBeGreaterThan(sureness('jim at example dot com'));
    expect(sureness('jim at example dot com')).toBeGreaterThan(sureness('it is jim reed at example dot com'));
    expect(sureness('jim at example dot com')).toBeGreaterThan(sureness('jim at elm street dot com'));
    expect(sureness('jim at example dot com')).toBeGreaterThan(sureness('jim at example dot calm'));
  });

  it('joins an address said twice, in two forms', () => {
    const found = findEmails(untimed('jim@example.com, that is j-i-m at example dot com'));
    expect(found).toHaveLength(1);
    expect(found[0]?.mentions.map(({ quote }) => quote)).toEqual(['jim@example.com', 'j-i-m at example dot com']);
  });

  it('finds a spoken address made of any words and quotes it exactly', () => {
    const word = fc.stringMatching(/^[b-hj-z][aeu][b-df-hj-np-tv-z]{1,2}$/).filter((text) => !BUSY.has(text));
    const separator = fc.constantFrom(['.', ' dot '], ['_', ' underscore '], ['-', ' dash ']);
    fc.assert(
      fc.property(
        word,
        separator,
        word,
        word,
        fc.constantFrom('com', 'org', 'co.uk'),
        (first, [sign = '', said = ''], second, host, ending) => {
          const spoken = `${first}${said}${second} at ${host} dot ${ending.replace('.', ' dot ')}`;
          const text = `Please write to ${spoken}. Thank you.`;
          const [email, ...others] = findEmails(untimed(text));
          expect(others).toEqual([]);
          expect(email?.address).toBe(`${first}${sign}${second}@${host}.${ending}`);
          const mention = email?.mentions[0];
          expect(text.slice(mention?.charStart, mention?.charEnd)).toBe(spoken);
          expect(mention?.quote).toBe(spoken);
        },
      ),
    );
  });

  it('takes any word behind a separator for part of the mailbox', () => {
    expect(findEmails(untimed('Please write to jab dot day at bub dot com.'))[0]?.address).toBe('jab.day@bub.com');
  });
});

/** Words that mean something else in an address. */
const BUSY = new Set(['ten', 'was', 'her', 'get', 'web', 'not', 'net', 'me', 'us', 'dot', 'dash', 'yes', 'ten', 'met', 'let', 'say']);
