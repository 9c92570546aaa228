import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { READ_FACTS } from '../documents/message.ts';
import { deriveFacts, inDoubt } from '../facts/index.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { readMessage } from './read-message.ts';
import { trainedReader as reader } from './reader/trained.fixture.ts';

/** Fifty pairs with the same content in other words, by a hand that knew nothing of the reader. */
const PARAPHRASES = JSON.parse(readFileSync(new URL('../../../../fixtures/texts/paraphrases.json', import.meta.url), 'utf8')) as (readonly [
  string,
  string,
])[];

function read(text: string) {
  const { transcript } = scriptArtifacts(text, { name: 'call.txt' });
  if (!transcript.ok) throw new Error('a script always has words');
  return readMessage(transcript.value, { reader });
}

// The aim is 4 %; what it reads today is held here, so that it does not get worse (docs/reader.md).
it('reads at most 10 % of facts otherwise in other words, and tells at most 4 % otherwise without a doubt', () => {
  const flips = PARAPHRASES.flatMap(([one, other]) => {
    const [a, b] = [read(one), read(other)];
    const [is, was] = [deriveFacts(a), deriveFacts(b)];
    return READ_FACTS.filter((fact) => is[fact] !== was[fact]).map((fact) => ({
      fact: `${fact}: ${one.slice(0, 40)}`,
      sure: !inDoubt(a, fact) && !inDoubt(b, fact),
    }));
  });
  const all = PARAPHRASES.length * READ_FACTS.length;
  expect(flips.length / all, flips.map(({ fact }) => fact).join('\n')).toBeLessThanOrEqual(0.1);
  expect(flips.filter(({ sure }) => sure).length / all).toBeLessThanOrEqual(0.04);
});

it('quotes the text exactly, in order, with chances between 0 and 1', () => {
  const texts = PARAPHRASES.flat();
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), fc.nat(200), (one, other, cut) => {
      const text = one.slice(0, cut) + other.slice(cut);
      const message = read(text);
      for (const { quote, charStart, charEnd } of [...message.moves, ...message.pleas]) expect(text.slice(charStart, charEnd)).toBe(quote);
      const starts = message.moves.map((move) => move.charStart);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      for (const chance of Object.values(message.chances)) expect(chance >= 0 && chance <= 1).toBe(true);
    }),
    { numRuns: 60, seed: 1 },
  );
});

it('is the same for the same text, and takes any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(read(text)).toEqual(read(text));
    }),
    { numRuns: 60, seed: 2 },
  );
});
