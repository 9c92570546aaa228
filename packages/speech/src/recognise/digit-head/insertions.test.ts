import { expect, it } from 'vitest';
import { insertionGains } from './insertions.ts';
import { logOfDigits } from './lattice.ts';
import { posteriorsOf } from './posteriors.fixture.ts';

const posteriors = posteriorsOf('4 1 5 _ 5/9:0.7 0 _');

it('tells what each digit more would gain, as if the longer row were summed by itself', () => {
  const gains = insertionGains(posteriors, '4150');
  const alone = (digits: string) => logOfDigits(posteriors, digits) - logOfDigits(posteriors, '4150');
  expect(gains).toHaveLength(5);
  expect(gains[3]?.[9]).toBeCloseTo(alone('41590'), 4);
  expect(gains[0]?.[3]).toBeCloseTo(alone('34150'), 4);
  expect(gains[4]?.[7]).toBeCloseTo(alone('41507'), 4);
});

it('gains most with the digit that was left out, in its place', () => {
  const best = insertionGains(posteriors, '4150').map((row) => Math.max(...row));
  expect(best.indexOf(Math.max(...best))).toBeGreaterThanOrEqual(2);
  expect(insertionGains(posteriors, '450')[1]?.[1]).toBeGreaterThan(5);
});
