import { describe, expect, it } from 'vitest';
import { calibrated } from './confidence.ts';
import { FRAME_SAMPLES, MODEL_RATE } from './variant.ts';
import { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

const spellings = ['<unk>', '<s>', '</s>', '\u2581Call', '\u2581', '5', '.', '<0xC3>', '<0xA9>', '\u2581caf', '-'];
const vocabulary = new Vocabulary(spellings);
const FRAMES = 200;
const FRAME_SEC = FRAME_SAMPLES / MODEL_RATE;
const OFFSET_SEC = 2;

/** Each token looks at frame 20 * (its index + 1); the sound never rests. */
function words(tokens: readonly string[]) {
  return wordsOf(
    {
      tokens: tokens.map((spelling) => spellings.indexOf(spelling)),
      probabilities: tokens.map((_, i) => 1 - i / 10),
      attention: tokens.map((_, i) => Float32Array.from({ length: FRAMES }, (_, frame) => Math.exp(-0.5 * (frame - 20 * (i + 1)) ** 2))),
      frames: FRAMES,
      leadSec: 0,
    },
    vocabulary,
    [{ layer: 0, head: 0, lagSec: 0 }],
    Float32Array.from({ length: FRAMES * FRAME_SAMPLES }, (_, i) => 0.2 * Math.sin(i * 0.3)),
    OFFSET_SEC,
  );
}

/** Seconds at which token `i` looks, in the recording. */
const at = (i: number) => OFFSET_SEC + (20 * (i + 1) + 0.5) * FRAME_SEC;

describe('wordsOf', () => {
  it('joins tokens into words with their places, times and least sure spoken token', () => {
    const { text, words: found } = words(['\u2581Call', '\u2581caf', '.']);
    expect(text).toBe('Call caf.');
    expect(found.map(({ text: word }) => word)).toEqual(['Call', 'caf.']);
    expect(found[1]).toMatchObject({ charStart: 5, charEnd: 9 });
    expect(found[1]?.start).toBeCloseTo(at(1), 1.7);
    expect(found[0]?.end).toBeCloseTo(at(1), 1.7);
    expect(found[1]?.confidence).toBeCloseTo(calibrated(0.9));
  });

  it('times every digit of a number', () => {
    const { words: found } = words(['\u2581', '5', '5', '-', '5', '.']);
    expect(found.length).toBe(1);
    const starts = found[0]?.digits?.map(({ start }) => start) ?? [];
    expect(found[0]?.digits?.map(({ digit }) => digit)).toEqual(['5', '5', '5']);
    [1, 2, 4].forEach((token, i) => {
      expect(starts[i]).toBeCloseTo(at(token), 1.7);
    });
    expect(found[0]?.start).toBe(starts[0]);
    expect(found[0]?.end).toBeCloseTo(OFFSET_SEC + FRAMES * FRAME_SEC, 1);
  });

  it('spells characters that come byte by byte', () => {
    expect(words(['\u2581caf', '<0xC3>', '<0xA9>']).text).toBe('café');
  });

  it('gives a lone sign a place too', () => {
    const { words: found } = words(['\u2581Call', '\u2581', '-', '\u2581caf']);
    expect(found.map(({ text }) => text)).toEqual(['Call', '-', 'caf']);
    for (let i = 1; i < found.length; i++) expect(found[i]?.start).toBeGreaterThanOrEqual(found[i - 1]?.start ?? 0);
  });
});
