import { describe, expect, it } from 'vitest';
import { seededRandom } from './random.ts';
import { CHANCE, errorOf, neededDb, type Stratum, strataOf, type Trial } from './threshold.ts';

/** A try whose only digit, a 0, is right with this share. */
const trial = (snrDb: number, share: number): Trial => ({ snrDb, probabilities: [[share]] });
const shareOf = ({ probabilities }: Trial) => probabilities[0]?.[0] ?? 0;

/** Shares with chance below, as a listener who guesses where he hears nothing. */
const logistic = (snrDb: number, at: number, widthDb: number, most = 1) =>
  CHANCE + (most - CHANCE) / (1 + Math.exp(-(snrDb - at) / widthDb));

/** Every stratum with `count` tries spread evenly over it. */
function filled(count: number, share: (snrDb: number) => number): Stratum[] {
  return strataOf(-12, 24, 4).map((stratum) => ({
    ...stratum,
    trials: Array.from({ length: count }, (_, index) => {
      const snrDb = stratum.lowDb + ((index + 0.5) / count) * 4;
      return trial(snrDb, share(snrDb));
    }),
  }));
}

describe('the ratio that is needed on average', () => {
  it('is where a curve is centred, steep or flat', () => {
    for (const at of [-3, 2, 8.5])
      for (const widthDb of [0.3, 1, 2])
        expect(
          neededDb(
            filled(8, (snrDb) => logistic(snrDb, at, widthDb)),
            shareOf,
          ),
        ).toBeCloseTo(at, 0);
  });

  it('is the upper end for what is never right, the lower for what always is', () => {
    expect(
      neededDb(
        filled(2, () => 0),
        shareOf,
      ),
    ).toBe(24);
    expect(
      neededDb(
        filled(2, () => CHANCE),
        shareOf,
      ),
    ).toBe(24);
    expect(
      neededDb(
        filled(2, () => 1),
        shareOf,
      ),
    ).toBe(-12);
  });

  it('takes strata without a try for chance', () => {
    const strata = filled(4, (snrDb) => (snrDb < 0 ? CHANCE : 1));
    const bare = strata.map((stratum) => (stratum.highDb <= 0 ? { ...stratum, trials: [] } : stratum));
    expect(neededDb(bare, shareOf)).toBeCloseTo(neededDb(strata, shareOf), 9);
    expect(neededDb(strata, shareOf)).toBeCloseTo(0, 9);
  });

  it('adds up: the mean over digits is that of their mean', () => {
    const first = filled(4, (snrDb) => logistic(snrDb, -2, 1));
    const second = filled(4, (snrDb) => logistic(snrDb, 6, 2));
    const both = first.map((stratum, index) => ({
      ...stratum,
      trials: stratum.trials.map(({ snrDb, probabilities }, place) =>
        trial(snrDb, ((probabilities[0]?.[0] ?? 0) + shareOf(second[index]?.trials[place] ?? trial(0, 0))) / 2),
      ),
    }));
    expect(neededDb(both, shareOf)).toBeCloseTo((neededDb(first, shareOf) + neededDb(second, shareOf)) / 2, 6);
  });

  it('never falls when every share does: more noise is never better', () => {
    for (const fall of [0, 0.05, 0.2]) {
      const now = neededDb(
        filled(3, (snrDb) => logistic(snrDb, 3, 2) - fall),
        shareOf,
      );
      expect(now).toBeGreaterThanOrEqual(
        neededDb(
          filled(3, (snrDb) => logistic(snrDb, 3, 2)),
          shareOf,
        ),
      );
    }
  });

  it('tells an error of the size it has, on a flat curve that never gets all right too', () => {
    for (const [widthDb, most] of [
      [1.5, 1],
      [5, 0.8],
    ] as const) {
      const found: number[] = [];
      const told: number[] = [];
      for (let seed = 1; seed <= 80; seed += 1) {
        const random = seededRandom(seed);
        // Ten digits, each right or wrong by a listener who is sure of himself to some degree.
        const share = (snrDb: number) => {
          const mean = logistic(snrDb, 3, widthDb, most);
          return mean + random.gaussian() * Math.sqrt(0.04 * mean * (1 - mean));
        };
        const strata = filled(5, share);
        found.push(neededDb(strata, shareOf));
        told.push(errorOf(strata, shareOf));
      }
      const centre = found.reduce((sum, value) => sum + value, 0) / found.length;
      const spread = Math.sqrt(found.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (found.length - 1));
      const mean = told.reduce((sum, value) => sum + value, 0) / told.length;
      expect(mean / spread).toBeGreaterThan(0.75);
      expect(mean / spread).toBeLessThan(1.6);
    }
  });
});
