import { describe, expect, it } from 'vitest';
import { addOutcome, type Call, changeCall, type MessageRead } from '../call.ts';
import { callOn, day } from '../calls.fixture.ts';
import { statisticsHtml } from '../told/html.ts';
import { statisticsText } from '../told/text.ts';
import { rateOf } from './rate.ts';
import { statisticsOf } from './statistics.ts';

const now = day(30);
const returned = (number: number, after = 2) => addOutcome(callOn(number), 'phone', day(number + after), day(number + after));
const many = (count: number, make: (index: number) => Call) => Array.from({ length: count }, (_, index) => make(index));

describe('what a log says', () => {
  it('says nothing of an empty log, and that plainly', () => {
    const statistics = statisticsOf([], { now });
    expect(statistics).toMatchObject({ rate: { calls: 0, share: null, low: 0, high: 1 }, curve: [], medianDays: null });
    expect(statistics.notYet).toMatch(/log is empty/);
    expect(statistics.calibration.says).toMatch(/^Not enough calls yet/);
  });

  it('counts young calls in the curve and not in the rate: they are open, not failures', () => {
    const calls = [returned(1), callOn(2), callOn(28), returned(27, 1)];
    const { counts, rate, curve } = statisticsOf(calls, { now });
    expect(counts).toMatchObject({ calls: 4, returned: 2, open: 2, ripe: 2 });
    expect(rate).toMatchObject({ calls: 2, returned: 1 });
    expect(curve.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [1, 4],
      [2, 3],
    ]);
    expect(statisticsOf([callOn(29)], { now }).notYet).toMatch(/No call is 14 days old yet/);
  });

  it('keeps declined calls in sight, ends those that came to nothing, and leaves out those nobody followed', () => {
    const declined = addOutcome(callOn(1), 'declined', day(2), day(2));
    const nothing = addOutcome(callOn(1), 'nothing', day(3), day(3));
    const forgotten = changeCall(callOn(3), { followed: false }, day(3));
    const { counts, curve, rate } = statisticsOf([declined, nothing, forgotten, returned(1, 5)], { now });
    expect(counts).toMatchObject({ calls: 4, notFollowed: 1, declined: 1, nothing: 1, returned: 1, open: 0 });
    expect(curve).toMatchObject([{ time: 5, atRisk: 2, returned: 1 }]);
    expect(rate).toMatchObject({ calls: 3, returned: 1 });
  });

  it('takes a return after the horizon for one that came too late for the rate', () => {
    expect(statisticsOf([returned(1, 20)], { now }).rate).toMatchObject({ calls: 1, returned: 0, low: 0 });
    expect(statisticsOf([returned(1, 20)], { now, horizonDays: 21 }).rate).toMatchObject({ calls: 1, returned: 1, high: 1 });
  });
});

const read = (bridge: string | null): MessageRead => ({
  decision: bridge === null ? 'delete' : 'return',
  score: bridge === null ? 0.5 : 0.9,
  durationSec: 20,
  tips: { bridge: bridge === null ? 'fail' : 'pass', goal: 'pass' },
  bridge,
  elements: { bridge: bridge === null ? 0 : 1 },
});

describe('comparisons', () => {
  const log = (good: number, bad: number, each = 20) => [
    ...many(each, (i) => ({ ...(i < good ? returned(1 + (i % 9)) : callOn(1 + (i % 9))), read: read('referrer') })),
    ...many(each, (i) => ({ ...(i < bad ? returned(1 + (i % 9)) : callOn(1 + (i % 9))), read: read(null) })),
  ];

  it('tells apart what is far apart, with the calls it rests on', () => {
    const { comparisons, notYet } = statisticsOf(log(16, 1, 40), { now });
    const bridge = comparisons.find(({ dimension }) => dimension === 'bridge');
    expect(bridge).toMatchObject({ rate: { calls: 40 }, others: { calls: 40 }, apart: true });
    expect(notYet).toMatch(/cannot be said what causes/);
  });

  it('claims nothing of what one look alone would have claimed', () => {
    const { comparisons } = statisticsOf(log(9, 3), { now });
    expect(comparisons.filter(({ apart }) => apart)).toEqual([]);
    expect(comparisons.find(({ group }) => group === 'goal')).toBeDefined();
    expect(comparisons.find(({ group }) => group === 'goal')?.pValue).toBeNull();
  });

  it('is told as text and as a page, without a name', () => {
    const statistics = statisticsOf(log(16, 1), { now });
    const text = statisticsText(statistics);
    expect(text).toContain('17 of 40 (43 %');
    expect(text).toContain('Bridge: ');
    const html = statisticsHtml(statistics);
    expect(html).toContain('<svg class="rb-log"');
    expect(text + html).not.toMatch(/Person/);
  });
});

it('gives the interval of Jeffreys, with the ends kept at none and all', () => {
  expect(rateOf(0, 10).low).toBe(0);
  expect(rateOf(10, 10).high).toBe(1);
  // Brown, Cai and DasGupta 2001, table of Jeffreys intervals: n = 10, x = 3.
  expect(rateOf(3, 10).low).toBeCloseTo(0.093, 3);
  expect(rateOf(3, 10).high).toBeCloseTo(0.606, 3);
});
