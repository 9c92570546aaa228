import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TakeStore } from '../../ports/stores.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { startPostgres, type TestPostgres } from './postgres.fixture.ts';
import { takeStore } from './takes.ts';

const LONG_MS = 240_000;

let postgres: TestPostgres;
beforeAll(() => {
  postgres = startPostgres();
}, LONG_MS);
afterAll(() => postgres?.stop(), LONG_MS);

describe.each(['embedded', 'on a PostgreSQL server'])('%s', (where) => {
  let database: OpenDatabase;
  let seconds = 0;
  const now = (): Date => new Date(Date.UTC(2026, 10, 26) + 1000 * seconds++);
  beforeAll(async () => {
    database = await openDatabase(where === 'embedded' ? { memory: true } : { url: postgres.url });
  }, LONG_MS);
  afterAll(() => database?.close());

  it('tells what its owner put right in the latest takes, the latest first', async () => {
    const owner = `corrected ${where}`;
    const takes = takeStore(database.db, now, owner);
    const put = async (store: TakeStore, corrections?: { heard: string; meant: string }[]) => {
      const id = randomUUID();
      await store.begin({ id, scriptId: null, name: 'Take 1', capture: null, state: 'recording' } as never);
      const artifacts = { source: { durationSec: 3 }, ...(corrections && { corrections }) } as never;
      const review = { verdict: { decision: 'return', score: 1, firstFix: null }, tips: [] } as never;
      await store.finish({ takeId: id, revision: 0 }, artifacts, review);
    };
    const [first, second, third] = ['Adair', 'Morfield', 'Lina'].map((heard) => ({ heard, meant: `${heard} – right` }));
    if (!(first && second && third)) throw new TypeError('three were put right');
    await put(takes, [first]);
    await put(takes);
    await put(takes, [second, third]);
    await put(takeStore(database.db, now, `${owner}, another`), [first]);
    expect(await takes.corrections(9)).toEqual([second, third, first]);
    expect(await takes.corrections(1)).toEqual([second, third]);
    expect(await takeStore(database.db, now, `${owner}, nobody`).corrections(9)).toEqual([]);
  });
});
