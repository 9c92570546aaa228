import { describe, expect, it } from 'vitest';
import { loudnessOf } from './loudness.ts';
import { endOf, findOnsets, ONSET_DEFAULTS } from './onsets.ts';
import { FRAME_SAMPLES, MODEL_RATE } from './variant.ts';

const FRAME_SEC = FRAME_SAMPLES / MODEL_RATE;
const FRAMES = 100;
const HEADS = [{ layer: 0, head: 0, lagSec: 0.05 }];

/** Attention of one head that looks at `sec`, spread over a few frames. */
function lookingAt(sec: number): Float32Array {
  const centre = sec / FRAME_SEC - 0.5;
  return Float32Array.from({ length: FRAMES }, (_, frame) => Math.exp(-0.5 * (frame - centre) ** 2) / 2.5);
}

/** A tone at the given times, faint hiss elsewhere. */
function sound(spoken: readonly (readonly [number, number])[]): Float32Array {
  return Float32Array.from({ length: Math.round(FRAMES * FRAME_SAMPLES) }, (_, i) => {
    const sec = i / MODEL_RATE;
    const on = spoken.some(([start, end]) => sec >= start && sec < end);
    return (on ? 0.3 : 0.001) * Math.sin(i * 0.2);
  });
}

const onsets = (attended: readonly number[], spoken: readonly (readonly [number, number])[], options = ONSET_DEFAULTS) =>
  findOnsets(
    attended.map((sec) => ({ attention: lookingAt(sec), syllables: 1 })),
    FRAMES,
    0,
    HEADS,
    loudnessOf(sound(spoken)),
    options,
  );

describe('findOnsets', () => {
  it('places a word that the model looks nowhere for shortly before the next one, not where an "um" or a breath sets in', () => {
    const nowhere = { attention: new Float32Array(FRAMES).fill(1 / FRAMES), syllables: 1 };
    const [first] = findOnsets([nowhere, { attention: lookingAt(1.55), syllables: 1 }], FRAMES, 0, HEADS, loudnessOf(sound([[0.5, 1.9]])));
    expect(first?.sec).toBeGreaterThan(1.1);
    expect(first?.sec).toBeLessThan(1.5);
  });

  it('gives a word its many syllables of time', () => {
    const nowhere = { attention: new Float32Array(FRAMES).fill(1 / FRAMES), syllables: 4 };
    const [first] = findOnsets([nowhere, { attention: lookingAt(1.55), syllables: 1 }], FRAMES, 0, HEADS, loudnessOf(sound([[0.5, 1.9]])));
    expect(first?.sec).toBeCloseTo(0.5, 1);
  });

  it('begins a word where someone speaks when a detector takes the sound before it for no speech', () => {
    const track = { startSec: 0.016, stepSec: 0.032, values: Array.from({ length: 75 }, (_, i) => (i * 0.032 > 1.1 ? 1 : 0)) };
    const speech = loudnessOf(
      sound([
        [0.4, 0.8],
        [1.1, 1.9],
      ]),
      { track, offsetSec: 0 },
    );
    const [first] = findOnsets(
      [
        { attention: new Float32Array(FRAMES).fill(1 / FRAMES), syllables: 1 },
        { attention: lookingAt(1.5), syllables: 1 },
      ],
      FRAMES,
      0,
      HEADS,
      speech,
    );
    expect(first?.sec).toBeCloseTo(1.1, 1);
  });

  it('moves each beginning to where sound sets in, and says how it was found', () => {
    const found = onsets(
      [0.33, 1.3],
      [
        [0.3, 0.6],
        [1.2, 1.8],
      ],
    );
    expect(found[0]?.sec).toBeCloseTo(0.3, 1.3);
    expect(found[1]?.sec).toBeCloseTo(1.2, 1.3);
    expect(found.map(({ method }) => method)).toEqual(['aligned', 'aligned']);
  });

  it('trusts attention, less its lag, where sound runs on', () => {
    const [, second] = onsets([0.35, 1.05], [[0.3, 1.8]]);
    expect(Math.abs((second?.sec ?? 0) - 1)).toBeLessThan(0.02);
    expect(second?.method).toBe('attention');
  });

  it('says when the sound overruled attention: here it sets in before the place attended', () => {
    const found = onsets(
      [0.35, 1.27],
      [
        [0.3, 0.6],
        [1.2, 1.8],
      ],
      { ...ONSET_DEFAULTS, agreementSec: 0.01 },
    );
    expect(found[1]?.sec).toBeLessThan(1.21);
    expect(found[1]?.method).toBe('refined');
  });

  it('keeps the order when a token looks back', () => {
    const found = onsets([0.35, 1.4, 0.7, 1.9], [[0.3, 2.3]]);
    for (let i = 1; i < found.length; i++) expect(found[i]?.sec).toBeGreaterThan(found[i - 1]?.sec ?? 0);
  });

  it('finds a place for every token even when there is hardly room', () => {
    const loudness = loudnessOf(new Float32Array(FRAME_SAMPLES * 2));
    const rows = Array.from({ length: 12 }, () => ({ attention: new Float32Array(2).fill(0.5), syllables: 1 }));
    const found = findOnsets(rows, 2, 0, HEADS, loudness);
    expect(found.length).toBe(12);
    for (const { sec } of found) expect(Number.isFinite(sec)).toBe(true);
  });

  it('has nothing to place for no tokens', () => {
    expect(findOnsets([], FRAMES, 0, HEADS, loudnessOf(sound([])))).toEqual([]);
  });
});

describe('endOf', () => {
  const loudness = loudnessOf(
    sound([
      [0.3, 0.6],
      [1.2, 1.8],
    ]),
  );

  it('ends a word where its sound ends, not where the next word begins', () => {
    expect(endOf(0.3, 1.2, loudness)).toBeCloseTo(0.6, 1.3);
  });

  it('ends a word at the next one when sound runs on', () => {
    expect(endOf(1.2, 1.5, loudness)).toBeCloseTo(1.5, 5);
  });
});
