import { describe, expect, it } from 'vitest';
import { seededRandom } from '../signal/random.ts';
import { CHANCE, errorOf, type Ladder, mostTelling, neededDb, type Trial } from './threshold.ts';

/** A try whose only digit, a 0, is right with this share. */
const trial = (snrDb: number, share: number): Trial => ({ snrDb, probabilities: [[share]] });
const shareOf = ({ probabilities }: Pick<Trial, 'probabilities'>) => probabilities[0]?.[0] ?? 0;

/** Shares with chance below, as a listener who guesses where he hears nothing. */
const logistic = (snrDb: number, at: number, widthDb: number, most = 1) =>
  CHANCE + (most - CHANCE) / (1 + Math.exp(-(snrDb - at) / widthDb));

/** A try every `stepDb` over the whole range. */
function filled(stepDb: number, share: (snrDb: number) => number): Ladder {
  const count = Math.round(36 / stepDb) - 1;
  return {
    lowDb: -12,
    highDb: 24,
    edgeDb: 4,
    quiet: [[share(99)]],
    rungs: Array.from({ length: count }, (_, index) => {
      const snrDb = -12 + (index + 1) * stepDb;
      return { snrDb, trials: [trial(snrDb, share(snrDb))] };
    }),
  };
}

describe('the ratio that is needed on average', () => {
  it('is where a curve is centred, steep or flat', () => {
    for (const at of [-3, 2, 8.5])
      for (const widthDb of [0.3, 1, 2])
        expect(
          neededDb(
            filled(2, (snrDb) => logistic(snrDb, at, widthDb)),
            shareOf,
          ),
        ).toBeCloseTo(at, 0);
  });

  it('is the upper end for what is never right, the lower for what always is', () => {
    for (const [share, needed] of [
      [0, 24],
      [CHANCE, 24],
      [1, -12],
    ] as const)
      expect(
        Math.abs(
          neededDb(
            filled(1, () => share),
            shareOf,
          ) - needed,
        ),
      ).toBeLessThanOrEqual(0.5);
  });

  it('takes what is harder than the hardest try for chance, and what is easier than the easiest as in the quiet', () => {
    const ladder = filled(1, (snrDb) => (snrDb < 0 ? CHANCE : 1));
    const bare = { ...ladder, rungs: ladder.rungs.filter(({ snrDb }) => snrDb >= -4 && snrDb <= 8) };
    expect(neededDb(bare, shareOf)).toBeCloseTo(neededDb(ladder, shareOf), 9);
    expect(neededDb(ladder, shareOf)).toBeCloseTo(-0.5, 9);
  });

  it('weighs unevenly spread tries by the ratios they stand for', () => {
    const ladder = filled(1, (snrDb) => logistic(snrDb, 3, 2));
    const uneven = { ...ladder, rungs: ladder.rungs.filter(({ snrDb }) => snrDb % 3 === 0 || (snrDb > 0 && snrDb < 5)) };
    expect(neededDb(uneven, shareOf)).toBeCloseTo(neededDb(ladder, shareOf), 0);
  });

  it('adds up: the mean over digits is that of their mean', () => {
    const first = (snrDb: number) => logistic(snrDb, -2, 1);
    const second = (snrDb: number) => logistic(snrDb, 6, 2);
    const needed = [first, second, (snrDb: number) => (first(snrDb) + second(snrDb)) / 2].map((share) =>
      neededDb(filled(1, share), shareOf),
    );
    expect(needed[2]).toBeCloseTo(((needed[0] ?? 0) + (needed[1] ?? 0)) / 2, 6);
  });

  it('never falls when every share does: more noise is never better', () => {
    for (const fall of [0, 0.05, 0.2]) {
      const now = neededDb(
        filled(2, (snrDb) => logistic(snrDb, 3, 2) - fall),
        shareOf,
      );
      expect(now).toBeGreaterThanOrEqual(
        neededDb(
          filled(2, (snrDb) => logistic(snrDb, 3, 2)),
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
        // Ten digits, each right or wrong by a listener who is sure of himself to some degree; without noise nothing is left to chance.
        const share = (snrDb: number) => {
          const mean = logistic(snrDb, 3, widthDb, most);
          return snrDb > 24 ? mean : mean + random.gaussian() * Math.sqrt(0.04 * mean * (1 - mean));
        };
        const ladder = filled(2, share);
        found.push(neededDb(ladder, shareOf));
        told.push(errorOf(ladder, shareOf));
      }
      const centre = found.reduce((sum, value) => sum + value, 0) / found.length;
      const spread = Math.sqrt(found.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (found.length - 1));
      const mean = told.reduce((sum, value) => sum + value, 0) / told.length;
      expect(mean / spread).toBeGreaterThan(0.75);
      expect(mean / spread).toBeLessThan(1.6);
    }
  });

  it('is sought next where the curve is in doubt: in the middle of wide gaps on its slope', () => {
    const share = (snrDb: number) => logistic(snrDb, 0, 1);
    const ladder = filled(4, share);
    const found = mostTelling(ladder, shareOf, 2).sort((a, b) => a - b);
    expect(found).toEqual([-2, 2]);
  });
});
