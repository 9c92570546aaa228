import { expect, it } from 'vitest';
import { durationOf, type Waveform } from '../signal/waveform.ts';
import { DIGIT_FORMS, type Recogniser } from './recogniser.ts';

/** What every recogniser must hold to; `spoken` holds speech. */
export function holdsRecogniserContract(open: () => Promise<Recogniser>, spoken: () => Promise<Waveform>): void {
  it('covers every non-blank character of the text with words in order', async () => {
    const { text, words } = await (await open()).recognise(await spoken());
    expect(words.length).toBeGreaterThan(0);
    let at = 0;
    for (const word of words) {
      expect(text.slice(at, word.charStart).trim()).toBe('');
      expect(text.slice(word.charStart, word.charEnd)).toBe(word.text);
      at = word.charEnd;
    }
    expect(text.slice(at).trim()).toBe('');
  });

  it('gives times in order within the recording, and confidences between 0 and 1', async () => {
    const waveform = await spoken();
    const { words } = await (await open()).recognise(waveform);
    let last = 0;
    for (const { start, end, confidence } of words) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(durationOf(waveform) + 1e-6);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      last = start;
    }
  });

  it('times each digit character it claims to time', async () => {
    const recogniser = await open();
    const { words } = await recogniser.recognise(await spoken());
    for (const word of words) {
      const written = word.text.match(/\d/g) ?? [];
      if (recogniser.capabilities.digitTimes) expect((word.digits ?? []).map(({ digit }) => digit)).toEqual(written);
      for (const digit of word.digits ?? []) {
        expect(digit.start).toBeGreaterThanOrEqual(word.start - 1e-6);
        expect(digit.end).toBeLessThanOrEqual(word.end + 1e-6);
      }
    }
  });

  it('gives the same transcript for the same sound', async () => {
    const recogniser = await open();
    expect(await recogniser.recognise(await spoken())).toEqual(await recogniser.recognise(await spoken()));
  });

  it('gives no words for silence', async () => {
    expect(await (await open()).recognise({ samples: new Float32Array(16_000), sampleRate: 16_000 })).toEqual({ text: '', words: [] });
  });

  it('stops when asked to', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect((await open()).recognise(await spoken(), { signal })).rejects.toThrow('enough');
  });

  it('tells its progress up to the end', async () => {
    const shares: number[] = [];
    await (await open()).recognise(await spoken(), { onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });

  it('divides each place of a number between the ten digits, where it can weigh digits', async () => {
    const recogniser = await open();
    const forms = await recogniser.digitProbabilities?.(await spoken(), '4155550142', DIGIT_FORMS);
    for (const places of forms ?? []) {
      expect(places).toHaveLength(10);
      for (const place of places) {
        expect(place).toHaveLength(10);
        expect(place.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
      }
    }
  });
}
