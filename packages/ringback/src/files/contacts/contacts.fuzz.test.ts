import { RingbackError } from '@ringback/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactsFromBytes } from './read-contacts.ts';

/** RINGBACK_FUZZ_SEED and RINGBACK_FUZZ_RUNS are set by `npm run fuzz`; what breaks is printed with its seed. */
const FUZZ = { seed: Number(process.env.RINGBACK_FUZZ_SEED ?? 18), numRuns: Number(process.env.RINGBACK_FUZZ_RUNS ?? 300) };

const CSV = [
  'First Name,Last Name,Company,Phone',
  'Ada,Example,"Example, Inc.",+1 415 555 0142',
  'a;b;c',
  '"open',
  '""',
  ',,,,',
  '\t',
  '=',
];
const VCARD = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'VERSION:4.0',
  'N:Example;Ada;;;',
  'FN:Ada Example',
  'TEL;TYPE=cell:+14155550142',
  'END:VCARD',
];
const ODD = [
  'ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=',
  'PHOTO;ENCODING=b:AAAA',
  ' folded',
  'X-;;=:::',
  'BDAY:99991399',
  '\u0000',
  '\ufeff',
];

/** Lines of the format and lines that are none, joined by any line end, then damaged byte by byte. */
const documents = (lines: readonly string[]) =>
  fc
    .tuple(
      fc.array(fc.oneof(fc.constantFrom(...lines), fc.constantFrom(...ODD), fc.string({ unit: 'binary', maxLength: 40 })), {
        maxLength: 30,
      }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
    )
    .map(([parts, end, damage]) => {
      const bytes = new TextEncoder().encode(parts.join(end));
      for (const [at, value] of damage) if (bytes.length > 0) bytes[at % bytes.length] = value;
      return bytes;
    });

test.each([
  ['csv', 'contacts.csv', CSV],
  ['vcard', 'contacts.vcf', VCARD],
])('%s: whatever comes is read or refused in a sentence', (_, name, lines) => {
  let read = 0;
  fc.assert(
    fc.property(documents(lines), (bytes) => {
      try {
        contactsFromBytes(bytes, name);
        read += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(RingbackError);
        expect((error as RingbackError).kind).toBe('input');
      }
    }),
    FUZZ,
  );
  expect(read).toBeGreaterThan(0);
});
