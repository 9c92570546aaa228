import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monotoneCurve } from './psychometric.ts';
import { shareAt } from './survival.ts';

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

  it('is read between its points, and level beyond them', () => {
    const curve = [0, 4, 8].map((snrDb) => ({ snrDb, share: snrDb / 10, tries: 1 }));
    expect(shareAt(curve, 5)).toBeCloseTo(0.5, 6);
    expect(shareAt(curve, -3)).toBe(0);
    expect(shareAt(curve, 30)).toBe(0.8);
  });
});
