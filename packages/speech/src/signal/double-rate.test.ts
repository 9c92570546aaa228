import { describe, expect, it } from 'vitest';
import { doubledRate } from './double-rate.ts';
import { resample } from './resample.ts';

const RATE = 8_000;
const sine = (hz: number) => Float32Array.from({ length: RATE }, (_, index) => Math.sin((2 * Math.PI * hz * index) / RATE));

/** Power of the difference to a sine of the doubled rate, and of the sine itself, away from the edges. */
function differenceDb(hz: number): number {
  const doubled = doubledRate(sine(hz));
  let difference = 0;
  let power = 0;
  for (let index = 1000; index < 15_000; index += 1) {
    const expected = Math.sin((2 * Math.PI * hz * index) / (2 * RATE));
    difference += ((doubled[index] ?? 0) - expected) ** 2;
    power += expected ** 2;
  }
  return 10 * Math.log10(difference / power);
}

describe('the doubled rate', () => {
  it('keeps every sample where it was and puts one between each two', () => {
    const samples = sine(440);
    const doubled = doubledRate(samples);
    expect(doubled).toHaveLength(2 * samples.length);
    expect(doubled.filter((_, index) => index % 2 === 0)).toEqual(samples);
  });

  it('carries the telephone band without images', () => {
    for (const hz of [0.5, 300, 1000, 2000, 3000, 3400]) expect(differenceDb(hz)).toBeLessThan(-60);
  });

  it('agrees with the converter for any rate', async () => {
    const samples = sine(1234);
    const { samples: other } = await resample({ samples, sampleRate: RATE }, 2 * RATE);
    const doubled = doubledRate(samples);
    for (let index = 2000; index < 14_000; index += 7) expect(Math.abs((doubled[index] ?? 0) - (other[index] ?? 0))).toBeLessThan(0.01);
  });

  it('makes nothing of nothing', () => {
    expect(doubledRate(new Float32Array(0))).toHaveLength(0);
  });
});
