import { expect, it } from 'vitest';
import { TokenBuckets } from './rate-limit.ts';

it('lets a burst through, then as many as come back with time, each key for itself', () => {
  let ms = 0;
  const buckets = new TokenBuckets({ burst: 3, perSecond: 0.5 }, () => new Date(ms));
  expect([1, 2, 3, 4].map(() => buckets.take('one'))).toEqual([0, 0, 0, 2]);
  expect(buckets.take('another')).toBe(0);
  ms += 2_000;
  expect([buckets.take('one'), buckets.take('one')]).toEqual([0, 2]);
  ms += 1_000_000;
  expect([1, 2, 3, 4].map(() => buckets.take('one'))).toEqual([0, 0, 0, 2]);
});

it('fills again from now on where the clock was put back', () => {
  let ms = 10_000_000;
  const buckets = new TokenBuckets({ burst: 1, perSecond: 1 }, () => new Date(ms));
  expect([buckets.take('one'), buckets.take('one')]).toEqual([0, 1]);
  ms -= 9_000_000;
  expect(buckets.take('one')).toBe(1);
  ms += 1_000;
  expect(buckets.take('one')).toBe(0);
});
