import { describe, expect, it } from 'vitest';
import { calibrated } from './confidence.ts';

describe('calibrated', () => {
  it('rises with the probability and stays within 0 and 1', () => {
    const values = [0, 0.01, 0.3, 0.5, 0.8, 0.99, 1].map((probability) => calibrated(probability));
    for (let i = 1; i < values.length; i++) expect(values[i]).toBeGreaterThan(values[i - 1] ?? 0);
    expect(Math.min(...values)).toBeGreaterThan(0);
    expect(Math.max(...values)).toBeLessThan(1);
  });

  it('leaves probabilities as they are with slope 1 and offset 0', () => {
    expect(calibrated(0.3, { slope: 1, offset: 0, margin: 1e-6 })).toBeCloseTo(0.3, 9);
  });

  it('moves a middling probability up when words are right more often than the decoder says', () => {
    expect(calibrated(0.5, { slope: 1, offset: 2, margin: 1e-6 })).toBeCloseTo(0.881, 3);
  });
});
