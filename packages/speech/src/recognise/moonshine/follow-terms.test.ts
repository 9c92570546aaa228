import { describe, expect, it } from 'vitest';
import { fakeModel } from './fake-model.fixture.ts';
import { followTerms } from './follow-terms.ts';
import type { MoonshineModel } from './model.ts';
import { END_TOKEN, llamaVocabulary } from './vocabulary.ts';

const VOCABULARY_SIZE = 32_768;
const states = { type: 'float32' as const, dims: [1, 10, 1], data: new Float32Array(10) };
const vocabulary = await llamaVocabulary();

/** A model that finds each text as likely as the table says (natural logarithm), and any other hardly possible. */
function judging(logs: Readonly<Record<string, number>>): MoonshineModel {
  return {
    ...fakeModel(() => ({})),
    async score(_states, tokens) {
      const text = vocabulary.read(tokens.slice(1)).text.trim();
      return tokens.map((_, i) => {
        const row = new Float32Array(VOCABULARY_SIZE).fill(-60);
        const next = tokens[i + 1];
        const share = next === undefined ? Math.exp(logs[text] ?? -50) : 1;
        row[next ?? END_TOKEN] = Math.log(share);
        row[0] = Math.log(Math.max(Math.exp(-60), 1 - share));
        return row;
      });
    },
  };
}

async function heard(text: string, logs: Readonly<Record<string, number>>, meant: { terms?: string[]; corrections?: [string, string][] }) {
  const words = text.split(' ');
  const confidences = words.map(() => 0.7);
  const corrections = (meant.corrections ?? []).map(([wrong, right]) => ({ heard: wrong, meant: right }));
  const known = { terms: meant.terms ?? [], corrections };
  const followed = await followTerms({ model: judging(logs), vocabulary, signal: undefined }, { states, words, confidences }, known);
  return followed.words.join(' ');
}

describe('known names', () => {
  const MORPH = 'this is Joan at Morph Field Hospital.';
  const MOOR = 'this is Joan at Moorfield Hospital.';

  it('are heard where the sound makes them about as likely', async () => {
    expect(await heard(MORPH, { [MORPH]: -4, [MOOR]: -5 }, { terms: ['Moorfield'] })).toBe(MOOR);
  });

  it('are not heard where the sound speaks against them', async () => {
    expect(await heard(MORPH, { [MORPH]: -4, [MOOR]: -30 }, { terms: ['Moorfield'] })).toBe(MORPH);
    expect(await heard(MORPH, { [MORPH]: -4, [MOOR]: -30 }, { corrections: [['Morph Field', 'Moorfield']] })).toBe(MORPH);
  });

  it('are allowed more where the same words were put right before', async () => {
    const logs = { [MORPH]: -4, [MOOR]: -12 };
    expect(await heard(MORPH, logs, { terms: ['Moorfield'] })).toBe(MORPH);
    expect(await heard(MORPH, logs, { corrections: [['Morph Field', 'Moorfield']] })).toBe(MOOR);
  });

  it('are put in several times, each in its place', async () => {
    const [before, between, after] = [
      'Bell, I am Omer Ray is at Morph Field.',
      'Bell, I am Omar Reyes at Morph Field.',
      'Bell, I am Omar Reyes at Moorfield.',
    ];
    const logs = { [before]: -4, [between]: -4, 'Bell, I am Omer Ray is at Moorfield.': -4, [after]: -4 };
    expect(await heard(before, logs, { terms: ['Omar Reyes', 'Moorfield'] })).toBe(after);
  });
});
