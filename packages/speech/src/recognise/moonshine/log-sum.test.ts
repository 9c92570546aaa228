import { expect, test } from 'vitest';
import { seededRandom } from '../../signal/random.ts';
import { logSum } from './log-sum.ts';

test('the logarithm of a sum of exponentials is the exact one, whatever the scores', () => {
  for (const spread of [0, 0.1, 3, 12, 40]) {
    const { gaussian } = seededRandom(7);
    const row = Float32Array.from({ length: 4_096 }, () => gaussian() * spread - 5);
    const exact = Math.log(row.reduce((sum, value) => sum + Math.exp(value), 0));
    expect(logSum(row)).toBeCloseTo(exact, 6);
  }
  expect(logSum(Float32Array.of(3, Number.NEGATIVE_INFINITY))).toBeCloseTo(3, 9);
});
