import { describe, expect, it } from 'vitest';
import { STRETCH_DEFAULTS, spokenParts, stretchesOf } from './stretches.ts';

const RATE = 8000;

/** Bursts of sound with quiet noise between, as [seconds of sound, seconds of pause] pairs. */
function bursts(pairs: readonly (readonly [number, number])[], level = 0.2): { samples: Float32Array; sampleRate: number } {
  const samples: number[] = [];
  const add = (seconds: number, amplitude: number) => {
    for (let i = 0; i < seconds * RATE; i++)
      samples.push(amplitude * Math.sin(samples.length * 0.4) + 0.0003 * Math.sin(samples.length * 1.7));
  };
  add(0.5, 0);
  for (const [sound, pause] of pairs) {
    add(sound, level);
    add(pause, 0);
  }
  return { samples: Float32Array.from(samples), sampleRate: RATE };
}

describe('spokenParts', () => {
  it('finds where the sound begins and ends, to a frame', () => {
    const parts = spokenParts(
      bursts([
        [1, 0.6],
        [0.5, 1],
      ]),
    );
    expect(parts.length).toBe(2);
    expect(parts[0]?.start).toBeCloseTo(0.5, 1);
    expect(parts[0]?.end).toBeCloseTo(1.5, 1);
    expect(parts[1]?.start).toBeCloseTo(2.1, 1);
  });

  it('finds quiet speech as well as loud', () => {
    expect(
      spokenParts(
        bursts(
          [
            [1, 0.6],
            [0.5, 1],
          ],
          0.01,
        ),
      ).length,
    ).toBe(2);
  });

  it('leaves clicks out and finds nothing in silence', () => {
    expect(
      spokenParts(
        bursts([
          [1, 0.6],
          [0.02, 1],
        ]),
      ).length,
    ).toBe(1);
    expect(spokenParts({ samples: new Float32Array(RATE), sampleRate: RATE })).toEqual([]);
  });
});

describe('stretchesOf', () => {
  it('cuts at the longest pause and drops the silence', () => {
    const stretches = stretchesOf(
      bursts([
        [6, 0.3],
        [6, 3],
        [6, 0.3],
        [6, 0.5],
      ]),
    );
    expect(stretches.length).toBe(2);
    expect(stretches[0]?.end).toBeLessThan(13.2);
    expect(stretches[1]?.start).toBeGreaterThan(15.4);
  });

  it('keeps every stretch within the limit even when nobody rests', () => {
    const stretches = stretchesOf(bursts([[40, 0.5]]));
    expect(stretches.length).toBeGreaterThan(2);
    for (const { start, end } of stretches)
      expect(end - start).toBeLessThanOrEqual(STRETCH_DEFAULTS.maxStretchSec + 2 * STRETCH_DEFAULTS.paddingSec);
    for (let i = 1; i < stretches.length; i++) expect(stretches[i]?.start).toBeGreaterThanOrEqual((stretches[i - 1]?.end ?? 0) - 1e-9);
  });
});
