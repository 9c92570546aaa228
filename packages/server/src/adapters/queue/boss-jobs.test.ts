import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdsJobsContract } from '../../ports/jobs.contract.ts';
import { type OpenDatabase, openDatabase } from '../postgres/database.ts';
import { startPostgres, type TestPostgres } from '../postgres/postgres.fixture.ts';
import { bossJobs } from './boss-jobs.ts';

const LONG_MS = 240_000;
const LEASE_SEC = 2;
const log = () => {};

let postgres: TestPostgres;
beforeAll(() => {
  postgres = startPostgres();
}, LONG_MS);
afterAll(() => postgres?.stop(), LONG_MS);

describe.each(['embedded', 'on a PostgreSQL server'])('%s', (where) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await openDatabase(where === 'embedded' ? { memory: true } : { url: postgres.url });
  }, LONG_MS);
  afterAll(() => database?.close());

  holdsJobsContract(() => bossJobs({ database, alone: false, log, leaseSec: LEASE_SEC }));

  it('does again what a process that gives no sign of life had begun', async () => {
    const owner = randomUUID();
    const [dies, lives] = await Promise.all([0, 1].map(() => bossJobs({ database, alone: false, log, leaseSec: LEASE_SEC })));
    if (!dies || !lives) throw new TypeError('two were opened');
    lives.handle('hear', async () => {});
    const id = await lives.add('hear', { takeId: randomUUID(), revision: 0 }, { owner });
    // As a process leaves it that is killed.
    await database.run(`UPDATE pgboss.job SET state = 'active', started_on = now() WHERE id = '${id}'`);
    expect(await lives.find(owner, id)).toMatchObject({ state: 'active' });
    lives.start(1);
    await expect.poll(async () => (await lives.find(owner, id))?.state, { timeout: 30_000 }).toBe('done');
    expect(await lives.find(owner, id)).toMatchObject({ tries: 2 });
    for (const jobs of [dies, lives]) {
      await jobs.stop(0);
      await jobs.close();
    }
  });

  it('does what is put off, or was begun, in a time to come: the clock was put back', async () => {
    const owner = randomUUID();
    const jobs = await bossJobs({ database, alone: false, log, leaseSec: LEASE_SEC });
    jobs.handle('hear', async () => {});
    const add = () => jobs.add('hear', { takeId: randomUUID(), revision: 0 }, { owner });
    const [waits, begun] = [await add(), await add()];
    await database.run(`UPDATE pgboss.job SET start_after = now() + interval '1 day' WHERE id = '${waits}'`);
    await database.run(`UPDATE pgboss.job SET state = 'active', started_on = now() + interval '1 day' WHERE id = '${begun}'`);
    jobs.start(1);
    for (const id of [waits, begun]) await expect.poll(async () => (await jobs.find(owner, id))?.state, { timeout: 30_000 }).toBe('done');
    await jobs.stop(0);
    await jobs.close();
  });

  it('takes up at once, where nobody else has the database, what was under way when it was left', async () => {
    const owner = randomUUID();
    const left = await bossJobs({ database, alone: true, log });
    left.handle('hear', () => new Promise(() => {}));
    left.start(1);
    const id = await left.add('hear', { takeId: randomUUID(), revision: 0 }, { owner });
    await expect.poll(async () => (await left.find(owner, id))?.state, { timeout: 30_000 }).toBe('active');
    const next = await bossJobs({ database, alone: true, log });
    expect(await next.find(owner, id)).toMatchObject({ state: 'waiting' });
    next.handle('hear', async () => {});
    next.start(1);
    await expect.poll(async () => (await next.find(owner, id))?.state, { timeout: 30_000 }).toBe('done');
    await next.stop(0);
    await next.close();
  });
});

it(
  'waits with its queues while another process changes tables',
  async () => {
    const [one, other] = await Promise.all([openDatabase({ url: postgres.url }), openDatabase({ url: postgres.url })]);
    const waiting = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
    const opening = await one.oneAtATime(async () => {
      const begun = bossJobs({ database: other, alone: false, log });
      await expect.poll(async () => (await one.run(waiting)).rows.length, { timeout: 10_000 }).toBe(1);
      return { begun };
    });
    await (await opening.begun).close();
    await one.close();
    await other.close();
  },
  LONG_MS,
);
