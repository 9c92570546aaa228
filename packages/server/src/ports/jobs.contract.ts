import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { JobRecord, Jobs } from './jobs.ts';

/** An owner whom no other test has. */
const someone = () => ({ owner: randomUUID() });
const aTake = () => ({ takeId: randomUUID(), revision: 0 });

/** A promise, and what keeps it. */
function gate(): { opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** What every queue must hold to. @param open Another process on the same queue, with short leases. */
export function holdsJobsContract(open: () => Promise<Jobs>): void {
  const WAIT = { timeout: 30_000 };
  const stateOf = async (jobs: Jobs, owner: string, id: string) => (await jobs.find(owner, id))?.state;
  const ended = (jobs: Jobs, owner: string, id: string, state: JobRecord['state']) =>
    expect.poll(() => stateOf(jobs, owner, id), WAIT).toBe(state);
  const shut = async (...all: Jobs[]) => {
    for (const jobs of all) {
      await jobs.stop(0);
      await jobs.close();
    }
  };

  it('does what is added, once however often the same is added, and tells how it stands to its owner alone', async () => {
    const jobs = await open();
    const { owner } = someone();
    const done: string[] = [];
    const waited: boolean[] = [];
    jobs.handle('hear', async ({ owner: whose, data, waits }) => {
      done.push(`${whose} ${data.takeId}`);
      waited.push(waits);
    });
    const take = aTake();
    const id = await jobs.add('hear', take, { owner });
    expect(await jobs.add('hear', take, { owner, waits: true })).toBe(id);
    expect(await jobs.find(owner, id)).toMatchObject({
      id,
      kind: 'hear',
      owner,
      data: take,
      state: 'waiting',
      tries: 0,
      startedAt: null,
      endedAt: null,
    });
    expect(await jobs.find(randomUUID(), id)).toBeNull();
    jobs.start(2);
    await ended(jobs, owner, id, 'done');
    expect(await jobs.add('hear', take, { owner })).toBe(id);
    const next = await jobs.add('hear', { ...take, revision: 1 }, { owner });
    await ended(jobs, owner, next, 'done');
    expect(done.filter((one) => one.startsWith(owner))).toHaveLength(2);
    expect(waited).toEqual([true, false]);
    expect((await jobs.list(owner, { limit: 9 })).map((job) => job.id)).toEqual([next, id]);
    expect(await jobs.list(owner, { limit: 9, state: 'failed' })).toEqual([]);
    await shut(jobs);
  });

  it('does what somebody waits for before what nobody does, also where all else is busy', async () => {
    const jobs = await open();
    const { owner } = someone();
    const begun: string[] = [];
    const { opened, open: letGo } = gate();
    jobs.handle('review', async ({ data }) => {
      begun.push(data.takeId);
      if (data.takeId.startsWith('slow')) await opened;
    });
    const add = (takeId: string, waits: boolean) => jobs.add('review', { takeId, revision: 0 }, { owner, waits });
    await add(`slow ${owner}`, false);
    for (let i = 0; i < 5; i += 1) await add(`batch ${i} ${owner}`, false);
    await add(`first person ${owner}`, true);
    // One that waited in the batch until somebody came for it.
    await add(`batch 4 ${owner}`, true);
    jobs.start(1);
    await expect.poll(() => begun.filter((one) => one.endsWith(owner)).length, WAIT).toBeGreaterThanOrEqual(3);
    letGo();
    await expect.poll(() => begun.filter((one) => one.endsWith(owner)).length, WAIT).toBe(7);
    const places = [`first person ${owner}`, `batch 4 ${owner}`].map((one) => begun.indexOf(one));
    const firstOfBatch = Math.min(...[0, 1, 2, 3].map((i) => begun.indexOf(`batch ${i} ${owner}`)));
    expect(Math.max(...places)).toBeLessThan(firstOfBatch);
    await shut(jobs);
  });

  it('tries again what fails, gives it up in the end, tells so, and does it when it is sent again', async () => {
    const jobs = await open();
    const { owner } = someone();
    let tries = 0;
    let isMended = false;
    const told: string[] = [];
    jobs.handle('grade', async ({ owner: whose }) => {
      if (whose !== owner) return;
      tries += 1;
      if (!isMended) throw new TypeError('something personal');
    });
    jobs.whenGivenUp(async (job) => {
      told.push(job.owner);
    });
    jobs.start(1);
    const id = await jobs.add('grade', aTake(), { owner, waits: true });
    await ended(jobs, owner, id, 'failed');
    await expect.poll(() => told.filter((one) => one === owner), WAIT).toHaveLength(1);
    expect(tries).toBeGreaterThan(1);
    expect(await jobs.list(owner, { state: 'failed', limit: 9 })).toMatchObject([{ id, tries }]);
    isMended = true;
    expect(await jobs.retry(randomUUID(), id)).toBe(false);
    expect(await jobs.retry(owner, id)).toBe(true);
    await ended(jobs, owner, id, 'done');
    expect(await jobs.retry(owner, id)).toBe(false);
    await shut(jobs);
  });

  it('takes back what waits, and raises the signal of what is under way', async () => {
    const jobs = await open();
    const { owner } = someone();
    const raised = gate();
    jobs.handle('hear', async ({ owner: whose }, signal) => {
      if (whose === owner) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      raised.open();
    });
    const waiting = await jobs.add('hear', aTake(), { owner });
    expect(await jobs.cancel(randomUUID(), waiting)).toBe(false);
    expect(await jobs.cancel(owner, waiting)).toBe(true);
    expect(await jobs.cancel(owner, waiting)).toBe(false);
    jobs.start(1);
    const active = await jobs.add('hear', aTake(), { owner });
    await ended(jobs, owner, active, 'active');
    expect(await jobs.cancel(owner, active)).toBe(true);
    await raised.opened;
    await shut(jobs);
    const after = await open();
    expect([await stateOf(after, owner, waiting), await stateOf(after, owner, active)]).toEqual(['cancelled', 'cancelled']);
    await shut(after);
  });

  it('gives back what is under way when it stops, without counting it as a try', async () => {
    const [one, other] = [await open(), await open()];
    const { owner } = someone();
    one.handle('hear', (_, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))));
    other.handle('hear', async () => {});
    one.start(1);
    const id = await one.add('hear', aTake(), { owner });
    await ended(one, owner, id, 'active');
    await shut(one);
    other.start(1);
    await ended(other, owner, id, 'done');
    expect(await other.find(owner, id)).toMatchObject({ tries: 1 });
    await shut(other);
  });

  it('counts the parts of a job, and forgets a take or a person', async () => {
    const jobs = await open();
    const { owner } = someone();
    const whole = randomUUID();
    jobs.handle('hear', async () => {});
    const [take, other] = [aTake(), aTake()];
    const id = await jobs.add('hear', take, { owner, partOf: whole });
    await jobs.add('hear', other, { owner, partOf: whole });
    expect(await jobs.parts(whole)).toEqual({ total: 2, done: 0, failed: 0 });
    jobs.start(1);
    await expect.poll(() => jobs.parts(whole), WAIT).toEqual({ total: 2, done: 2, failed: 0 });
    await jobs.forget(owner, take.takeId);
    expect(await jobs.find(owner, id)).toBeNull();
    expect(await jobs.list(owner, { limit: 9 })).toMatchObject([{ data: other }]);
    await jobs.forget(randomUUID());
    expect(await jobs.list(owner, { limit: 9 })).toHaveLength(1);
    await jobs.forget(owner);
    expect(await jobs.list(owner, { limit: 9 })).toEqual([]);
    await shut(jobs);
  });
}
