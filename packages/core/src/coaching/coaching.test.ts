import { expect, test } from 'vitest';
import { drawTipWeeks, lastWeeks, nextToCoach, passRate, sharedNext, together } from './index.ts';

const take = (takeId: string, tip: Parameters<typeof nextToCoach>[0][number]['tip']) => ({ takeId, tip });

test('what stood first most often is coached next, with the newest take that shows it', () => {
  const takes = [take('a', null), take('b', 'goal'), take('c', 'number'), take('d', 'number'), take('e', 'bridge')];
  expect(nextToCoach(takes)).toEqual({ tip: 'number', times: 2, of: 5, takeId: 'c' });
});

test('of what stood first as often, the one seen last is coached next', () => {
  expect(nextToCoach([take('a', 'goal'), take('b', 'number')])).toMatchObject({ tip: 'goal', takeId: 'a', times: 1 });
});

test('takes that are long past decide nothing, and where nothing is left there is nothing to coach', () => {
  const old = Array.from({ length: 30 }, (_, i) => take(`old ${i}`, 'tone'));
  const recent = Array.from({ length: 9 }, (_, i) => take(`new ${i}`, i === 0 ? 'goal' : null));
  expect(nextToCoach([...recent, take('last', null), ...old])).toEqual({ tip: 'goal', times: 1, of: 10, takeId: 'new 0' });
  expect(nextToCoach([take('a', null)])).toBeNull();
  expect(nextToCoach([])).toBeNull();
});

test('what most people need comes first', () => {
  expect(sharedNext([{ tip: 'goal' }, null, { tip: 'number' }, { tip: 'number' }])).toEqual([
    { tip: 'number', people: 2 },
    { tip: 'goal', people: 1 },
  ]);
});

test('weeks begin on Monday, also over the turn of a year and on a Sunday', () => {
  expect(lastWeeks(new Date('2026-11-29T23:59:00Z'), 2)).toEqual(['2026-11-16', '2026-11-23']);
  expect(lastWeeks(new Date('2026-11-30T00:00:00Z'), 1)).toEqual(['2026-11-30']);
  expect(lastWeeks(new Date('2027-01-02T12:00:00Z'), 2)).toEqual(['2026-12-21', '2026-12-28']);
});

test('weeks of several people are added, and a share that rests on little says so by its interval', () => {
  const dana = [{ tip: 'goal' as const, judged: [1, 0], passed: [1, 0] }];
  const theo = [{ tip: 'goal' as const, judged: [1, 4], passed: [0, 2] }];
  expect(together([dana, theo])).toEqual([{ tip: 'goal', judged: [2, 4], passed: [1, 2] }]);
  expect(passRate({ judged: [2, 4], passed: [1, 2] })).toMatchObject({ calls: 6, share: 0.5 });
  const { low, high } = passRate({ judged: [1], passed: [1] });
  expect([low > 0.1, high]).toEqual([true, 1]);
});

test('a week without takes is no point of the drawing, and one point is no line', () => {
  const two = drawTipWeeks({ judged: [4, 0, 2], passed: [1, 0, 2] }, ['9 Nov', '16 Nov', '23 Nov'], 'Share');
  expect(two.match(/<circle/g)).toHaveLength(2);
  // A quarter of the way up at the left edge, all the way up at the right.
  expect(two).toContain('d="M48.0,71.5L310.0,10.0"');
  expect(two).toContain('>9 Nov<');
  const one = drawTipWeeks({ judged: [1], passed: [1] }, ['23 Nov'], 'Share');
  expect(one).not.toContain('<path');
  expect(one).toContain('cx="179.0"');
  expect(drawTipWeeks({ judged: [0], passed: [0] }, ['23 Nov'], 'Share')).not.toContain('<circle');
});
