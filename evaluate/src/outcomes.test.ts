import { statisticsOf } from '@ringback/core';
import { expect, test } from 'vitest';
import { coverage } from './outcomes.ts';
import { NOW, simulatedLog } from './simulated-log.ts';

test('in 240 simulated logs in which messages make no difference, the interval holds the truth and nothing is claimed', () => {
  const cells = coverage(240);
  const sum = (key: 'logs' | 'covered' | 'claimed' | 'foretold') => cells.reduce((all, cell) => all + cell[key], 0);
  // The bounds asked of 2,000 logs; the seeds are fixed.
  expect(sum('covered') / sum('logs')).toBeGreaterThan(0.93);
  expect(sum('covered') / sum('logs')).toBeLessThan(0.97);
  expect(sum('claimed') / sum('logs')).toBeLessThanOrEqual(0.05);
  expect(sum('foretold') / sum('logs')).toBeLessThanOrEqual(0.05);
});

test('a busy log whose first results are all returns, for absence takes longer to see, foretells nothing that is not there', () => {
  const truth = { calls: 600, base: 0, score: 0, meanDays: 3, spanDays: 90 };
  const states = Array.from({ length: 30 }, (_, seed) => statisticsOf(simulatedLog(truth, 5_000 + seed), { now: NOW }).calibration.state);
  expect(states.filter((state) => state === 'predicts')).toEqual([]);
});

test('where messages make a great difference the log comes to tell it', () => {
  const truth = { calls: 800, base: -1, score: 8, meanDays: 3, spanDays: 365 };
  const { calibration, comparisons } = statisticsOf(simulatedLog(truth, 7), { now: NOW });
  expect(calibration.state).toBe('predicts');
  expect(comparisons.find(({ dimension, group }) => dimension === 'verdict' && group === 'delete')).toMatchObject({ apart: true });
  const [first, last] = [calibration.reliability[0], calibration.reliability.at(-1)];
  expect(first?.rate.share).toBeLessThan(last?.rate.share ?? 0);
});
