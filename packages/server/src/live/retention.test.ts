import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../adapters/postgres/database.ts';
import { allTakes, takeStore } from '../adapters/postgres/takes.ts';
import { deleteOld, steadyClock } from './retention.ts';

const LONG_MS = 240_000;
const at = (day: number) => () => new Date(Date.UTC(2026, 10, day, 12));

let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase({ memory: true });
}, LONG_MS);
afterAll(() => database.close());

test('takes go after their days, whoever has them, but for those marked to be kept', async () => {
  const ids: string[] = [];
  for (const [owner, day] of [
    ['me', 1],
    ['another', 2],
    ['me', 3],
    ['me', 20],
  ] as const) {
    const id = randomUUID();
    ids.push(id);
    await takeStore(database.db, at(day), owner).begin({ id, scriptId: null, name: 'n', capture: null, state: 'reviewed' });
  }
  await takeStore(database.db, at(27), 'me').change(ids[2] as string, { kept: true });
  const removed: string[] = [];
  const of = (owner: string) => ({ desk: { remove: async (id: string) => void removed.push(`${owner} ${id}`) } as never });
  const options = { allTakes: allTakes(database.db), of, now: at(27) };
  expect(await deleteOld({ ...options, days: 30 })).toBe(0);
  expect(await deleteOld({ ...options, days: 14 })).toBe(2);
  expect(removed.sort()).toEqual([`another ${ids[1]}`, `me ${ids[0]}`].sort());
});

test('a clock that jumped by a day or more is not gone by before it went right for a day', () => {
  const HOUR_MS = 3_600_000;
  let [clockMs, elapsedMs] = [Date.UTC(2026, 10, 27), 0];
  const isSteady = steadyClock(
    () => new Date(clockMs),
    () => elapsedMs,
  );
  const pass = (hours: number, jumpHours = 0): boolean => {
    elapsedMs += hours * HOUR_MS;
    clockMs += (hours + jumpHours) * HOUR_MS;
    return isSteady();
  };
  expect([pass(1), pass(1), pass(1, 2)]).toEqual([true, true, true]);
  const century = 24 * 365 * 100;
  expect([pass(1, century), pass(1), pass(22), pass(1)]).toEqual([false, false, false, true]);
  expect([pass(1, -century), pass(23), pass(1)]).toEqual([false, false, true]);
});
