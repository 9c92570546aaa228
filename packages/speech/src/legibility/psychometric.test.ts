import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossing, fitThreshold, monotoneCurve } from './psychometric.ts';
import { seededRandom } from './random.ts';
import { shareAt } from './survival.ts';

const logistic = (snrDb: number, at: number, slope: number) => 1 / (1 + Math.exp(-slope * (snrDb - at)));

describe('a monotone curve', () => {
  it('never falls, keeps the mean and leaves rising points alone', () => {
    const point = fc.record({
      snrDb: fc.integer({ min: -9, max: 20 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      tries: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), (points) => {
        const curve = monotoneCurve(points);
        const shares = curve.map(({ share }) => share);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        const total = (list: typeof points) => list.reduce((sum, { share, tries }) => sum + share * tries, 0);
        expect(total(curve)).toBeCloseTo(total(points), 6);
      }),
      { seed: 2 },
    );
    const rising = [0, 1, 2].map((snrDb) => ({ snrDb, share: snrDb / 4, tries: 1 }));
    expect(monotoneCurve(rising)).toEqual(rising);
  });

  it('is crossed between its points, or always above, or never', () => {
    const curve = [0, 4, 8].map((snrDb) => ({ snrDb, share: snrDb / 10, tries: 1 }));
    expect(crossing(curve, 0.5)).toEqual({ kind: 'at', snrDb: 5 });
    expect(crossing(curve, 0)).toEqual({ kind: 'always' });
    expect(crossing(curve, 0.9)).toEqual({ kind: 'never' });
    expect(shareAt(curve, 5)).toBeCloseTo(0.5, 6);
    expect(shareAt(curve, -3)).toBe(0);
    expect(shareAt(curve, 30)).toBe(0.8);
  });
});

describe('a threshold', () => {
  it('is found where the curve was made, from a start 6 dB off', () => {
    for (const at of [-6, 0, 7.3]) {
      const tries = Array.from({ length: 40 }, (_, index) => ({ snrDb: at - 8 + index * 0.4, share: 0 })).map(({ snrDb }) => ({
        snrDb,
        share: logistic(snrDb, at, 0.3),
      }));
      expect(fitThreshold(tries, 0.5, at + 6)?.snrDb).toBeCloseTo(at, 3);
      expect(fitThreshold(tries, 0.794, at)?.snrDb).toBeCloseTo(at + Math.log(0.794 / 0.206) / 0.3, 1);
    }
  });

  it('tells an error of the size it has', () => {
    const estimates: number[] = [];
    const errors: number[] = [];
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(seed);
      const tries = Array.from({ length: 20 }, (_, index) => {
        const snrDb = index % 2 === 0 ? -2 : 2;
        return { snrDb, share: logistic(snrDb + random.gaussian(), 0, 0.3) };
      });
      const found = fitThreshold(tries, 0.5, 0);
      estimates.push(found?.snrDb ?? Number.NaN);
      errors.push(found?.errorDb ?? Number.NaN);
    }
    const spread = Math.sqrt(estimates.reduce((sum, value) => sum + value ** 2, 0) / estimates.length);
    const told = errors.reduce((sum, value) => sum + value, 0) / errors.length;
    expect(told / spread).toBeGreaterThan(0.7);
    expect(told / spread).toBeLessThan(1.4);
  });

  it('is not made up where nothing rises', () => {
    const flat = [-4, 0, 4, 8].map((snrDb) => ({ snrDb, share: 0.5 }));
    expect(fitThreshold(flat, 0.8, 0)).toBeNull();
    expect(fitThreshold([], 0.8, 0)).toBeNull();
  });
});
