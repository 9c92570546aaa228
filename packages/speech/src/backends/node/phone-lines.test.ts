import { describe, expect, it } from 'vitest';
import type { CodedLineId } from '../../legibility/coded-line.ts';
import { meanSquare } from '../../legibility/line-level.ts';
import { LINE_RATE, muLawLine } from '../../legibility/phone-line.ts';
import { voice } from '../../prosody/synthetic.fixture.ts';
import { linesHere, openPhoneLine } from './phone-lines.ts';

const NOWHERE = { sox: 'no-such-program-a', ffmpeg: 'no-such-program-b' };
const spoken = voice({ seconds: 1.5, sampleRate: LINE_RATE, pitch: (t) => (t < 0.3 || t > 1.2 ? 0 : 120 + 20 * t) }).samples;

/** Likeness of two signals (-1..1) when the second is moved by `lag` samples. */
function likeness(a: Float32Array, b: Float32Array, lag: number): number {
  let [both, first, second] = [0, 0, 0];
  for (let index = 0; index < a.length; index += 1) {
    const [x, y] = [a[index] ?? 0, b[index + lag] ?? 0];
    both += x * y;
    first += x * x;
    second += y * y;
  }
  return both / Math.sqrt(first * second);
}

describe('telephone lines with the encoders of the system', () => {
  it.each<CodedLineId>(['gsm', 'amr'])('%s keeps level and time, and is no longer the same sound', async (id) => {
    const line = await openPhoneLine(id);
    const carried = await line.carry(spoken);
    const plain = await muLawLine().carry(spoken);
    expect(carried).toHaveLength(spoken.length);
    const change = 10 * Math.log10(meanSquare(carried, []) / meanSquare(plain, []));
    expect(Math.abs(change)).toBeLessThan(3);
    const lags = Array.from({ length: 121 }, (_, index) => index - 60);
    const best = lags.reduce((top, lag) => (likeness(plain, carried, lag) > likeness(plain, carried, top) ? lag : top));
    expect(Math.abs(best)).toBeLessThan(8);
    const here = likeness(plain, carried, best);
    expect(here).toBeGreaterThan(0.8);
    expect(here).toBeLessThan(0.999);
  });

  it('gives the same sound again', async () => {
    const line = await openPhoneLine('amr');
    expect(await line.carry(spoken)).toEqual(await line.carry(spoken));
  });

  it('says what to install where no encoder is', async () => {
    await expect(openPhoneLine('amr', NOWHERE)).rejects.toMatchObject({
      code: 'no-encoder',
      message:
        'A line with AMR-NB 12.2 needs an encoder: install sox, or ffmpeg built with opencore-amr ("apt install sox", "brew install sox"), or use the line g711.',
    });
    expect((await openPhoneLine('g711', NOWHERE)).name).toBe('G.711 mu-law');
  });

  it('is not taken in by a program that is there and cannot encode', async () => {
    await expect(openPhoneLine('gsm', { sox: 'false', ffmpeg: 'true' })).rejects.toMatchObject({ code: 'no-encoder' });
  });

  it('lists what is here', async () => {
    expect((await linesHere()).map(({ id, encoder }) => [id, encoder !== null])).toEqual([
      ['g711', true],
      ['gsm', true],
      ['amr', true],
    ]);
    const bare = await linesHere(NOWHERE);
    expect(bare.map(({ encoder }) => encoder)).toEqual(['built in', null, null]);
    expect(bare[1]?.mend).toContain('apt install sox');
  });

  it('stops when asked to', async () => {
    const line = await openPhoneLine('gsm');
    await expect(line.carry(spoken, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});
