import { describe, expect, it } from 'vitest';
import { afterWarmUp, growsSteadily, slopePerHour } from './soak-trend.ts';

const looks = (...values: number[]) => values.map((value, minute) => ({ minute, value }));

describe('slopePerHour', () => {
  it('is what a line grows by, and hardly moved by a peak', () => {
    expect(slopePerHour(looks(100, 101, 102, 103))).toBe(60);
    expect(slopePerHour(looks(100, 100, 400, 100, 100))).toBe(0);
    expect(slopePerHour(looks(100))).toBeNull();
  });
});

describe('growsSteadily', () => {
  it('tells growth from a warm-up, a peak and a slow drift', () => {
    expect(growsSteadily(looks(100, 104, 109, 113, 118, 122), 100)).toBe(true);
    expect(growsSteadily(looks(100, 100.1, 100.2, 100.3, 100.4, 100.5), 100)).toBe(false);
    expect(growsSteadily(looks(100, 180, 120, 90, 170, 99), 100)).toBe(false);
    expect(growsSteadily(afterWarmUp(looks(10, 90, 100, 101, 100, 100, 101, 100)), 100)).toBe(false);
  });
});
