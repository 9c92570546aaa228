import { describe, expect, it } from 'vitest';
import { digitVocabulary, fakeModel, hears, type Opinion } from './fake-model.fixture.ts';
import { DIGIT_HEARING_DEFAULTS, hearDigits } from './hear-digits.ts';

const sound = Float32Array.from({ length: 32_000 }, (_, i) => 0.1 * Math.sin(i * 0.2));
const hear = (opinion: Opinion, guess: string | null = null, options = {}, signal?: AbortSignal) =>
  hearDigits(fakeModel(opinion), digitVocabulary, sound, guess, { ...DIGIT_HEARING_DEFAULTS, ...options }, signal);
const textOf = (tokens: readonly number[] | undefined): string => digitVocabulary.read(tokens ?? []).text.trim();

describe('hearDigits', () => {
  it('writes the digits with signs between them', async () => {
    const heard = await hear(hears('4155550142'));
    expect(heard?.digits).toBe('4155550142');
    expect(textOf(heard?.tokens)).toBe('four, one, five, five, five, five, zero, one, four, two.');
    expect(heard?.score).toBeGreaterThan(-0.1);
  });

  it('goes with most takes where one hears something else', async () => {
    const five = hears('525', () => 0.9);
    const nine = hears('529', () => 0.9);
    expect((await hear((said, take) => (take === 0 ? five : nine)(said, take)))?.digits).toBe('529');
    expect((await hear((said, take) => (take === 0 ? nine : five)(said, take)))?.digits).toBe('525');
  });

  it('lets one take that is sure outweigh two that waver', async () => {
    const wavering: Opinion = (said, take) => {
      const open = said === '' || said.endsWith(',');
      if (!open || said !== '') return hears('51')(said, take);
      return take === 0 ? { nine: 0.98, five: 0.001 } : { five: 0.5, nine: 0.4 };
    };
    expect((await hear(wavering))?.digits).toBe('91');
  });

  /** "One" is likelier at first, and nothing fits behind it; "two" leads to a number that fits. */
  const trap: Opinion = (said, take) => {
    if (said === '') return { one: 0.55, two: 0.4 };
    if (said.endsWith('.')) return { '': 0.99 };
    if (said.startsWith('one')) return said.endsWith(',') ? { three: 0.1, four: 0.1 } : { ',': 0.3, '.': 0.1 };
    return hears('234')(said, take);
  };

  it('follows several numbers at once and finds the likeliest as a whole', async () => {
    expect((await hear(trap))?.digits).toBe('234');
  });

  it('takes the guess where the takes find it likelier than what the search found', async () => {
    const narrow = { beams: 1 };
    expect((await hear(trap, null, narrow))?.digits).not.toBe('234');
    expect((await hear(trap, '234', narrow))?.digits).toBe('234');
  });

  it('does not take a guess that the takes find unlikely', async () => {
    expect((await hear(hears('234'), '239'))?.digits).toBe('234');
    expect((await hear(hears('2345'), '234'))?.digits).toBe('2345');
  });

  it('gives the same for a guess that is right as without it', async () => {
    const alone = await hear(hears('2345'));
    const confirmed = await hear(hears('2345'), '2345');
    expect(confirmed?.digits).toBe('2345');
    expect(confirmed?.tokens).toEqual(alone?.tokens);
    expect(confirmed?.score).toBeCloseTo(alone?.score ?? 0, 5);
  });

  it('scores sound that is no number low', async () => {
    const words: Opinion = (said, take) => {
      const next = hears('234')(said, take);
      return { hello: 0.95, ...Object.fromEntries(Object.entries(next).map(([word, p]) => [word, p * 0.05])) };
    };
    expect((await hear(words))?.score ?? Number.NEGATIVE_INFINITY).toBeLessThan(-2);
  });

  it('is unsure of the digit on which the takes do not agree, and of no other', async () => {
    const split: Opinion = (said, take) => hears(take === 0 ? '234' : '284', (i) => (i === 1 ? 0.6 : 0.97))(said, take);
    const heard = await hear(split);
    const sureness = (heard?.tokens ?? []).flatMap((token, i) => (/^[a-z]+$/.test(textOf([token])) ? [heard?.probabilities[i] ?? 0] : []));
    expect(sureness).toHaveLength(3);
    expect(sureness[1]).toBeLessThan(0.8);
    expect(sureness[0]).toBeGreaterThan(0.9);
    expect(sureness[2]).toBeGreaterThan(0.9);
  });

  it('ends although the sound never does', async () => {
    const endless: Opinion = (said) => (said === '' || said.endsWith(',') ? { five: 0.9 } : { ',': 0.999, '.': 0.0001 });
    const heard = await hear(endless, null, { maxDigits: 12 });
    expect(heard?.digits.length ?? 0).toBeLessThanOrEqual(12);
  });

  it('stops when asked to', async () => {
    await expect(hear(hears('234'), null, {}, AbortSignal.abort())).rejects.toThrow();
  });
});
