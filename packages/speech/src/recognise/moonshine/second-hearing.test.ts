import type { Transcript, Word } from '@ringback/core';
import { describe, expect, it } from 'vitest';
import { digitVocabulary, fakeModel, hears, type Opinion } from './fake-model.fixture.ts';
import { digitsIn } from './number-runs.ts';
import { hearNumbersAgain } from './second-hearing.ts';
import { MODEL_RATE } from './variant.ts';

const WORD_SEC = 0.5;
const sound = {
  sampleRate: MODEL_RATE,
  samples: Float32Array.from({ length: 12 * MODEL_RATE }, (_, i) => 0.2 * Math.sin(i * 0.3) * (i % 8000 < 5600 ? 1 : 0.01)),
};

/** Words half a second apart; "?" after a word makes it unsure. */
function transcript(said: string): Transcript {
  let text = '';
  const words = said.split(' ').map((piece, i): Word => {
    const word = piece.replace('?', '');
    const charStart = text.length === 0 ? 0 : text.length + 1;
    text = text.length === 0 ? word : `${text} ${word}`;
    const start = 1 + i * WORD_SEC;
    const confidence = piece.endsWith('?') ? 0.6 : 0.995;
    return { text: word, charStart, charEnd: charStart + word.length, start, end: start + 0.4, confidence, method: 'attention' };
  });
  return { text, words };
}

const again = (said: string, opinion: Opinion) => hearNumbersAgain(fakeModel(opinion), digitVocabulary, sound, transcript(said), undefined);
const digitsOf = ({ words }: Transcript): string => words.map(({ text }) => digitsIn(text) ?? '').join('');

describe('hearNumbersAgain', () => {
  it('puts a misheard digit right and leaves the words around it', async () => {
    const heard = await again('Call Ann at four one by? five please', hears('4155'));
    expect(digitsOf(heard)).toBe('4155');
    expect(heard.text.startsWith('Call Ann at ')).toBe(true);
    expect(heard.text.endsWith(' please')).toBe(true);
    expect(heard.text).not.toContain('by');
  });

  it('keeps offsets and times in order', async () => {
    const heard = await again('Call four one by? five please', hears('4155'));
    for (const { text, charStart, charEnd } of heard.words) expect(heard.text.slice(charStart, charEnd)).toBe(text);
    for (const [i, word] of heard.words.entries()) expect(word.start).toBeGreaterThanOrEqual(heard.words[i - 1]?.start ?? 0);
    const number = heard.words.filter(({ text }) => digitsIn(text) !== null);
    expect(number[0]?.start).toBeGreaterThan(1);
    expect(number.at(-1)?.end).toBeLessThanOrEqual(1 + 6 * WORD_SEC);
  });

  it('keeps the number as it was written where the takes confirm it, and trusts it more', async () => {
    const heard = await again(
      'Call 415? 555? please',
      hears('415555', () => 0.98),
    );
    expect(heard.text).toBe('Call 415 555 please');
    expect(heard.words[1]?.confidence).toBeGreaterThan(0.9);
    expect(heard.words[2]?.confidence).toBeGreaterThan(0.9);
  });

  it('never trusts a word less because the takes confirm it', async () => {
    const heard = await again(
      'Call 415 555? please',
      hears('415555', () => 0.3),
    );
    expect(heard.text).toBe('Call 415 555 please');
    expect(heard.words[1]?.confidence).toBeGreaterThanOrEqual(0.995);
  });

  it('leaves what was heard where the takes hear no number', async () => {
    const words: Opinion = (said, take) => {
      const next = hears('999999')(said, take);
      return { hello: 0.95, ...Object.fromEntries(Object.entries(next).map(([word, p]) => [word, p * 0.05])) };
    };
    const said = 'Call four one five? five please';
    expect(await again(said, words)).toEqual(transcript(said));
  });

  it('leaves a long number that the takes break off', async () => {
    const said = 'Call four one five? five five five zero please';
    expect(await again(said, hears('415'))).toEqual(transcript(said));
  });

  it('allows a digit too many to go', async () => {
    expect(digitsOf(await again('Call four one five? five five please', hears('4155')))).toBe('4155');
  });

  it('does not touch a number that is sure, nor words that are none', async () => {
    for (const said of ['Call four one five five please', 'Call me? back one? day'])
      expect(await again(said, hears('999'))).toEqual(transcript(said));
  });

  it('hears each of two numbers, in their places', async () => {
    const heard = await again('Call four one by? five please then ask for nine? one five today', hears('4155'));
    expect(heard.text).toMatch(/^Call .* please then ask for .* today$/);
    expect(digitsOf(heard)).toBe('41554155');
  });
});
