import { expect, test } from 'vitest';
import { slowStart } from './slow-start.ts';

test('a start that takes long says what it does, a quick one nothing, and one after a crash says so at once', async () => {
  const told: string[] = [];
  const slow = slowStart((event) => told.push(event), false, 20);
  slow.doing('the database is being opened');
  expect(told).toEqual([]);
  await expect.poll(() => told).toEqual(['still starting: the database is being opened']);
  slow.doing('port 1 is being taken');
  slow.done();
  expect(told.at(-1)).toBe('still starting: port 1 is being taken');
  slowStart((event) => told.push(event), true).done();
  expect(told.at(-1)).toMatch(/^the last run did not end properly; /);
});
