import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhoneNumber } from '../../documents/message.ts';
import type { Transcript, Word } from '../../documents/transcript.ts';
import { findPhoneNumbers } from './find-phone-numbers.ts';
import { NO_PHONE_NUMBER, PHONE_NUMBER_CASES } from './testing/phone-number-cases.ts';
import { anyNumber, anyRendering, noNumberSentence, SEED } from './testing/spoken-rendering.ts';

const untimed = (text: string): Transcript => ({ text, words: [] });

/** Every word takes a second, one after the other. */
function timed(text: string): Transcript {
  const words: Word[] = [...text.matchAll(/\S+/g)].map((match, index) => ({
    text: match[0],
    charStart: match.index,
    charEnd: match.index + match[0].length,
    start: index,
    end: index + 1,
    confidence: 1,
    method: 'attention',
  }));
  return { text, words };
}

const label = ({ e164, digits, extension, mentions }: PhoneNumber): string =>
  (e164 ?? digits) + (extension ? `#${extension}` : '') + (mentions.length > 1 ? `x${mentions.length}` : '');

const find = (text: string, region: string | null = null) => findPhoneNumbers(untimed(text), region ? { region } : {});

describe('findPhoneNumbers', () => {
  it.each(PHONE_NUMBER_CASES.map(([text, region, ...expected]) => ({ text, region, expected })))(
    'reads $text ($region)',
    ({ text, region, expected }) => {
      const found = find(text, region);
      expect(found.map(label)).toEqual(expected);
      for (const { quote, charStart, charEnd } of found.flatMap(({ mentions }) => mentions))
        expect(text.slice(charStart, charEnd)).toBe(quote);
    },
  );

  it.each(NO_PHONE_NUMBER.map(([text, region]) => ({ text, region })))('reads none in $text ($region)', ({ text, region }) => {
    expect(find(text, region).map(label)).toEqual([]);
  });

  it('quotes the digits and nothing around them', () => {
    const quotes = (text: string) => find(text, 'US').flatMap(({ mentions }) => mentions.map(({ quote }) => quote));
    expect(quotes('Call (415) 555-0142, extension 12.')).toEqual(['(415) 555-0142']);
    expect(quotes('Call +1 415 555 0142, okay?')).toEqual(['+1 415 555 0142']);
    expect(quotes('So area code 415, then 555-0142.')).toEqual(['415, then 555-0142']);
    expect(quotes('917 555 0134, sorry, 0135.')).toEqual(['917 555 0134, sorry, 0135']);
    expect(quotes('917 555 0134, no, 917 555 0135.')).toEqual(['917 555 0135']);
    expect(quotes("415-555-0142. That's four one five, five five five, oh one four two.")).toEqual([
      '415-555-0142',
      'four one five, five five five, oh one four two',
    ]);
  });

  it('is less sure of what it had to guess', () => {
    const sureness = (text: string) => find(text, 'US')[0]?.confidence ?? 0;
    expect(sureness('my number is 415-555-0142')).toBeGreaterThan(sureness('so 415-555-0142'));
    expect(sureness('my number is 415 555 01 42')).toBeGreaterThan(sureness('my number is 415 555 01 for 2'));
    expect(sureness('my number is 4155550142')).toBeGreaterThan(sureness('my number is 4,155,550,142'));
  });

  it('guesses the country from the rest of the message', () => {
    expect(find('I am in Auckland, call 021 234 5678').map(label)).toEqual(['+64212345678']);
    expect(find('I am in Cork, call 021 234 5678').map(label)).toEqual(['+353212345678']);
    expect(find('Call 912 345 6789').map(label)).toEqual(['+19123456789']);
    expect(find('Call 91234 56789').map(label)).toEqual(['+919123456789']);
  });

  describe('times', () => {
    const times = (text: string) => findPhoneNumbers(timed(text), { region: 'US' })[0]?.mentions[0];

    it('gives every spoken digit the time of its word, and shares a word or words that say several', () => {
      const mention = times('four one five double five five oh one nineteen');
      expect(mention).toMatchObject({ start: 0, end: 9 });
      expect(mention?.digits?.map(({ digit }) => digit).join('')).toBe('4155550119');
      expect(mention?.digits?.[0]).toEqual({ digit: '4', start: 0, end: 1 });
      expect(mention?.digits?.slice(3, 5)).toEqual([
        { digit: '5', start: 3, end: 4 },
        { digit: '5', start: 4, end: 5 },
      ]);
      expect(mention?.digits?.slice(8)).toEqual([
        { digit: '1', start: 8, end: 8.5 },
        { digit: '9', start: 8.5, end: 9 },
      ]);
    });

    it('takes the times the recogniser gave to written digits', () => {
      const transcript = timed('Call 415-555-0142, thanks.');
      const digits = [...'4155550142'].map((digit, index) => ({ digit, start: 1 + index / 10, end: 1.1 + index / 10, confidence: 0.9 }));
      const word = transcript.words[1];
      if (word) word.digits = digits;
      expect(findPhoneNumbers(transcript, { region: 'US' })[0]?.mentions[0]).toMatchObject({ start: 1, end: 2, digits });
    });

    it('leaves the digits out when nobody knows when a written one was said', () => {
      expect(times('Call 415-555-0142.')).not.toHaveProperty('digits');
    });

    it('takes the word of a digit written alone, and every digit that was said, taken back or not', () => {
      expect(
        times('4 1 5 5 5 5 0 1 4 3 sorry 4 2')
          ?.digits?.map(({ digit }) => digit)
          .join(''),
      ).toBe('415555014342');
    });

    it('has no times without words', () => {
      const mention = find('Call 415-555-0142.', 'US')[0]?.mentions[0];
      expect(mention).not.toHaveProperty('start');
      expect(mention).not.toHaveProperty('digits');
    });
  });

  it('finds any number exactly in any way to say it', () => {
    fc.assert(
      fc.property(
        anyNumber.chain((number) => fc.tuple(fc.constant(number), anyRendering(number))),
        ([number, spoken]) => {
          const text = `Hi, this is Ana. My number is ${spoken}. Thanks, bye.`;
          const found = find(text, number.region);
          expect(found.map(({ e164, digits }) => e164 ?? digits)).toEqual([number.expected]);
          const [mention, ...others] = found[0]?.mentions ?? [];
          expect(others).toEqual([]);
          expect(text.slice(mention?.charStart, mention?.charEnd)).toBe(mention?.quote);
          expect(spoken).toContain(mention?.quote ?? 'nothing');
        },
      ),
      { numRuns: 400, seed: SEED },
    );
  });

  it('counts a number said in two ways as said twice', () => {
    fc.assert(
      fc.property(
        anyNumber.chain((number) => fc.tuple(fc.constant(number), anyRendering(number), anyRendering(number))),
        ([number, first, second]) => {
          const found = find(`Call me on ${first}. That's ${second}. Thanks.`, number.region);
          expect(found.map(({ mentions }) => mentions.length)).toEqual([2]);
        },
      ),
      { numRuns: 200, seed: SEED },
    );
  });

  it('finds no number in sentences with other digits', () => {
    fc.assert(
      fc.property(
        fc.array(noNumberSentence, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(null, 'US', 'GB', 'IE', 'IN', 'AU', 'NZ'),
        (sentences, region) => {
          expect(find(sentences.join(' '), region)).toEqual([]);
        },
      ),
      { numRuns: 400, seed: SEED },
    );
  });

  it('never fails, and always quotes exactly, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'five',
        'oh',
        'double',
        'hundred',
        'nineteen',
        'sorry',
        'plus',
        '+',
        'area code',
        'extension',
        'to',
        '415',
        '0142',
        '-',
        ',',
        '.',
        '(',
        ')',
        'x12',
        '\n',
        'at',
        '🙂',
      ),
      fc.string({ maxLength: 6, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join(' ');
        for (const { quote, charStart, charEnd } of findPhoneNumbers(timed(text)).flatMap(({ mentions }) => mentions))
          expect(text.slice(charStart, charEnd)).toBe(quote);
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});
