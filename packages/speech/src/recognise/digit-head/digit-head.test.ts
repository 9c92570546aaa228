import { describe, expect, it } from 'vitest';
import { LEAD_SEC } from '../moonshine/prepare.ts';
import { FRAME_RATE } from '../moonshine/variant.ts';
import { likeliestDigits } from './beam-search.ts';
import { DOUBLE, digitsOf, labelOf, OTHER, TRIPLE } from './labels.ts';
import { logOfDigits } from './lattice.ts';
import { digitOnsets } from './onsets.ts';
import { posteriorsOf } from './posteriors.fixture.ts';
import { framesOf, logAdd, meanOfTakes } from './posteriors.ts';
import { digitShares, humbled } from './shares.ts';
import { spotDigits } from './spot.ts';

describe('labels', () => {
  it('say doubled and tripled digits in full, and nothing of other speech', () => {
    expect(digitsOf([OTHER, labelOf(4), DOUBLE, labelOf(5), TRIPLE, labelOf(0), OTHER])).toBe('455000');
    expect(digitsOf([DOUBLE, OTHER, labelOf(7)])).toBe('7');
  });
});

describe('likeliestDigits', () => {
  it('reads what is heard, the same digit twice as two', () => {
    expect(likeliestDigits(posteriorsOf('4 1 5 5 0'))[0]?.digits).toBe('41550');
    expect(likeliestDigits(posteriorsOf('x 4 1 d 5 x'))[0]?.digits).toBe('4155');
  });

  it('gives the readings in the order of their probability, which add up to one at most', () => {
    const found = likeliestDigits(posteriorsOf('4 5/9:0.7 1'));
    expect(found.slice(0, 2).map(({ digits }) => digits)).toEqual(['451', '491']);
    expect(found.reduce((sum, { log }) => sum + Math.exp(log), 0)).toBeLessThanOrEqual(1 + 1e-6);
  });

  it('reads nothing where nothing is said', () => {
    expect(likeliestDigits(posteriorsOf('_ _'))[0]?.digits).toBe('');
  });
});

describe('logOfDigits', () => {
  it('agrees with the search on the likeliest reading', () => {
    const posteriors = posteriorsOf('4 5/9:0.7 1');
    expect(logOfDigits(posteriors, '451')).toBeCloseTo(likeliestDigits(posteriors)[0]?.log ?? 0, 1);
    expect(logOfDigits(posteriors, '451')).toBeGreaterThan(logOfDigits(posteriors, '491'));
    expect(logOfDigits(posteriors, '4511')).toBeLessThan(logOfDigits(posteriors, '491'));
  });

  it('allows other speech before and behind', () => {
    expect(logOfDigits(posteriorsOf('x 4 1 x'), '41')).toBeGreaterThan(-3);
  });
});

describe('digitShares', () => {
  it('divides each place between the ten digits', () => {
    const shares = digitShares(posteriorsOf('4 5/9:0.7 1'), '451');
    for (const place of shares) expect(place.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
    expect(shares[0]?.[4]).toBeGreaterThan(0.99);
    expect((shares[1]?.[5] ?? 0) + (shares[1]?.[9] ?? 0)).toBeGreaterThan(0.99);
    expect(shares[1]?.[5]).toBeGreaterThan(shares[1]?.[9] ?? 1);
  });

  it('is even where nothing is heard', () => {
    for (const place of digitShares(posteriorsOf('_ _ _'), '41')) expect(place[3]).toBeCloseTo(0.1, 2);
  });
});

describe('humbled', () => {
  it('keeps the order and the sum, and doubts what was sure', () => {
    const [row = []] = humbled([[0.9, 0.09, 0.01]], 2);
    expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(row[0]).toBeCloseTo(0.703, 3);
    expect((row[0] ?? 0) / (row[1] ?? 1)).toBeCloseTo(Math.sqrt(10), 6);
  });

  it('leaves what is certain and what is even as it is', () => {
    expect(
      humbled([
        [1, 0],
        [0.5, 0.5],
      ]),
    ).toEqual([
      [1, 0],
      [0.5, 0.5],
    ]);
  });
});

describe('digitOnsets', () => {
  it('places each digit where its onset is, in seconds of the sound', () => {
    const onsets = digitOnsets(posteriorsOf('_ _ 4 1 5'), '415');
    const expected = [2, 3, 4].map((piece) => (piece * 8 + 1 + 0.5) / FRAME_RATE - LEAD_SEC);
    for (const [i, onset] of onsets.entries()) expect(onset).toBeCloseTo(expected[i] ?? 0, 2);
  });
});

describe('spotDigits', () => {
  it('finds each row of digits with its time in the recording', () => {
    const [first, second] = spotDigits(posteriorsOf(`x 4 1 5 ${'x _ '.repeat(6)}9 0 2`), 10);
    expect(first?.digits).toBe('415');
    expect(second?.digits).toBe('902');
    expect(first?.start).toBeGreaterThan(9);
    expect(second?.start).toBeGreaterThan((first?.end ?? 0) + 1);
  });

  it('goes on over a short word, and ends at a long silence', () => {
    expect(spotDigits(posteriorsOf('4 x 1'), 0).map(({ digits }) => digits)).toEqual(['41']);
    expect(spotDigits(posteriorsOf(`4 ${'_ '.repeat(14)}1`), 0)).toHaveLength(2);
  });
});

describe('takes together', () => {
  it('lets one that is sure outweigh two that waver', () => {
    const mean = meanOfTakes([posteriorsOf('9'), posteriorsOf('5/9:0.6'), posteriorsOf('5/9:0.6')]);
    expect(likeliestDigits(mean)[0]?.digits).toBe('9');
    const first = mean.logs.subarray(0, 14).reduce(logAdd, Number.NEGATIVE_INFINITY);
    expect(first).toBeCloseTo(0, 4);
  });

  it('can be heard in part', () => {
    expect(likeliestDigits(framesOf(posteriorsOf('4 1 5'), 8, 24))[0]?.digits).toBe('15');
  });
});
