import { randomUUID } from 'node:crypto';
import { TIP_IDS, type TipWeeks } from '@ringback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BriefStore, ScriptStore, TakeStore } from '../../ports/stores.ts';
import { briefStore } from './briefs.ts';
import { callStore } from './calls.ts';
import { commentStore } from './comments.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { startPostgres, type TestPostgres } from './postgres.fixture.ts';
import { progressReader } from './progress.ts';
import { scriptStore } from './scripts.ts';
import { people } from './tables.ts';
import { allTakes, takeStore, teamTakes } from './takes.ts';

const LONG_MS = 240_000;
const AT = new Date('2026-11-26T12:00:00.000Z');

let postgres: TestPostgres;
beforeAll(() => {
  postgres = startPostgres();
}, LONG_MS);
afterAll(() => postgres?.stop(), LONG_MS);

/** Seconds after {@link AT}, so that every change has a time of its own. */
function clock(): () => Date {
  let seconds = 0;
  return () => {
    seconds += 1;
    return new Date(AT.getTime() + seconds * 1000);
  };
}

const aTake = (scriptId: string | null) => ({ id: randomUUID(), scriptId, name: 'Take 1', capture: null, state: 'recording' as const });

function aCall(leftAt: string, key: string | null = null) {
  const source = key === null ? null : { program: 'hubspot', key };
  return {
    id: randomUUID(),
    leftAt,
    objective: 'job',
    outcomes: [],
    followed: true,
    read: null,
    source,
    whom: { name: 'Ms. Calder' },
  } as never;
}

interface Stores {
  scripts: ScriptStore;
  takes: TakeStore;
  briefs: BriefStore;
}

describe.each(['embedded', 'on a PostgreSQL server'])('%s', (where) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await openDatabase(where === 'embedded' ? { memory: true } : { url: postgres.url });
  }, LONG_MS);
  afterAll(() => database?.close());

  it('keeps scripts, newest change first, and saving twice does no harm', async () => {
    const scripts = scriptStore(database.db, clock());
    const [first, second] = [randomUUID(), randomUUID()];
    await scripts.save({ id: first, name: 'To Ms. Calder', text: 'Hello.' });
    await scripts.save({ id: second, name: 'To Mr. Reyes', text: 'Hi.' });
    const changed = await scripts.save({ id: first, name: 'To Ms. Calder', text: 'Hello again.' });
    expect(changed).toMatchObject({ createdAt: '2026-11-26T12:00:01.000Z', updatedAt: '2026-11-26T12:00:03.000Z' });
    expect((await scripts.list()).map(({ id }) => id)).toEqual([first, second]);
    expect(await scripts.remove(second)).toBe(true);
    expect(await scripts.remove(second)).toBe(false);
    expect(await scripts.find(second)).toBeNull();
  });

  it('keeps a take when its script goes, with any text in its documents', async () => {
    const scripts = scriptStore(database.db, clock());
    const takes = takeStore(database.db, clock());
    const script = randomUUID();
    await scripts.save({ id: script, name: 'n', text: 't' });
    const take = aTake(script);
    await takes.begin(take);
    await takes.begin({ ...take, name: 'begun twice' });
    await takes.fail(take.id, { code: 'not-understood', message: 'O’Neill said “no” — 🙂 \u0001' });
    await scripts.remove(script);
    expect(await takes.find(take.id)).toMatchObject({ scriptId: null, name: 'Take 1', state: 'failed' });
    expect((await takes.find(take.id))?.failure?.message).toBe('O’Neill said “no” — 🙂 \u0001');
    expect((await allTakes(database.db).inState('failed')).map(({ id }) => id)).toContain(take.id);
    expect(await takes.change(take.id, { kept: true, durationSec: 12.25 })).toBe(true);
    expect(await takes.find(take.id)).toMatchObject({ kept: true, durationSec: 12.25 });
    expect(await takes.remove(take.id)).toBe(true);
    expect(await takes.change(take.id, { kept: false })).toBe(false);
  });

  it('keeps half a brief as it is', async () => {
    const briefs = briefStore(database.db, clock());
    const id = randomUUID();
    const draft = { briefVersion: 1, question: 'Is it open?' } as never;
    await briefs.save(id, draft);
    expect(await briefs.list()).toEqual([{ id, draft, updatedAt: '2026-11-26T12:00:01.000Z' }]);
    expect(await briefs.remove(id)).toBe(true);
  });

  it('shows one owner nothing of another, and lets nobody write over it', async () => {
    const [mine, theirs] = ['one', 'other'].map((owner) => ({
      scripts: scriptStore(database.db, clock(), `${owner} ${where}`),
      takes: takeStore(database.db, clock(), `${owner} ${where}`),
      briefs: briefStore(database.db, clock(), `${owner} ${where}`),
    })) as [Stores, Stores];
    const [id, take] = [randomUUID(), aTake(null)];
    await mine.scripts.save({ id, name: 'n', text: 'mine' });
    await mine.briefs.save(id, { question: 'mine' } as never);
    await mine.takes.begin(take);
    expect(await theirs.scripts.find(id)).toBeNull();
    expect([await theirs.scripts.list(), await theirs.briefs.list(), await theirs.takes.list()]).toEqual([[], [], []]);
    expect(await theirs.takes.find(take.id)).toBeNull();
    expect(await theirs.takes.has(take.id)).toBe(false);
    expect(await theirs.takes.change(take.id, { name: 'theirs' })).toBe(false);
    await theirs.takes.fail(take.id, { code: 'internal', message: '' });
    await expect(theirs.takes.begin({ ...take, name: 'theirs' })).rejects.toMatchObject({ code: 'not-allowed' });
    const withMyScript = aTake(id);
    await expect(theirs.takes.begin(withMyScript)).rejects.toMatchObject({ code: 'no-such-script' });
    expect(await allTakes(database.db).has(withMyScript.id)).toBe(false);
    await expect(theirs.scripts.save({ id, name: 'n', text: 'theirs' })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(theirs.briefs.save(id, {} as never)).rejects.toMatchObject({ code: 'not-allowed' });
    expect([await theirs.scripts.remove(id), await theirs.briefs.remove(id), await theirs.takes.remove(take.id)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(await mine.scripts.find(id)).toMatchObject({ text: 'mine' });
    expect(await mine.scripts.find(id)).not.toHaveProperty('owner');
    expect(await mine.takes.find(take.id)).toMatchObject({ name: 'Take 1', state: 'recording' });
  });

  it('shows the takes of everyone to who may look at them, and says whose they are to what works in nobody’s name', async () => {
    const ids: string[] = [];
    for (const owner of ['dana', 'theo']) {
      const take = aTake(null);
      await takeStore(database.db, clock(), `${owner} ${where}`).begin(take);
      ids.push(take.id);
    }
    const seen = teamTakes(database.db);
    expect((await seen.list()).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    expect(await seen.find(ids[1] as string)).toMatchObject({ id: ids[1], state: 'recording' });
    const unfinished = await allTakes(database.db).inState('recording');
    expect(unfinished).toEqual(expect.arrayContaining([{ id: ids[0], owner: `dana ${where}`, state: 'recording' }]));
  });

  it('keeps how far a hearing is where another process sees it', async () => {
    const [hears, looks] = [takeStore(database.db, clock()), takeStore(database.db, clock())];
    const take = aTake(null);
    await hears.begin(take);
    expect((await looks.find(take.id))?.progress).toBe(0);
    await hears.change(take.id, { progress: 0.5 });
    expect((await looks.find(take.id))?.progress).toBe(0.5);
  });

  it('tells every process that the log was written to', async () => {
    const [writes, reads] = [callStore(database.db, `revised ${where}`), callStore(database.db, `revised ${where}`)];
    const revisions = [await reads.revision()];
    const call = aCall('2026-03-01T00:00:00.000Z') as never as { id: string };
    await writes.add([call] as never);
    revisions.push(await reads.revision());
    await writes.replace(call as never);
    revisions.push(await reads.revision());
    await writes.remove(call.id);
    revisions.push(await reads.revision());
    expect(revisions).toEqual([0, 1, 2, 3]);
    expect(await callStore(database.db, 'somebody else').revision()).toBe(0);
  });

  it('keeps comments with their take: the author alone changes them, an answer is of the same moment and outlives what it answers', async () => {
    const [coach, dana] = [`coach ${where}`, `dana of ${where}`];
    await database.db.insert(people).values({ id: coach, name: `Coach ${where}`, role: 'coach' });
    const takes = takeStore(database.db, clock(), dana);
    const [take, another] = [aTake(null), aTake(null)];
    for (const one of [take, another]) await takes.begin(one);
    const comments = commentStore(database.db, clock());
    const said = { id: randomUUID(), takeId: take.id, atSec: 4.25, answers: null, text: 'Slower here.' };
    const answer = { id: randomUUID(), takeId: take.id, atSec: null, answers: said.id, text: 'In groups?' };
    await comments.save(said, coach);
    await comments.save(answer, dana);
    const changed = await comments.save({ ...said, atSec: 9, text: 'Slower: “555”.' }, coach);
    expect(changed).toMatchObject({ atSec: 4.25, text: 'Slower: “555”.', author: { id: coach, name: `Coach ${where}` } });
    expect(changed.updatedAt > changed.createdAt).toBe(true);
    expect(await comments.of(take.id)).toMatchObject([
      { id: said.id },
      { id: answer.id, atSec: 4.25, answers: said.id, author: { id: dana, name: '' } },
    ]);
    expect(await comments.about(dana, 9)).toMatchObject([{ id: answer.id, takeName: 'Take 1' }, { id: said.id }]);
    expect([await comments.byOnOthers(coach), await comments.byOnOthers(dana)]).toEqual([[changed], []]);
    await expect(comments.save({ ...said, text: 'theirs' }, dana)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(comments.save({ ...said, takeId: another.id }, coach)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(comments.save({ ...answer, id: randomUUID(), takeId: another.id }, dana)).rejects.toMatchObject({
      code: 'no-such-comment',
    });
    await expect(comments.save({ ...said, id: randomUUID(), takeId: randomUUID() }, coach)).rejects.toMatchObject({ code: 'no-such-take' });
    expect([await comments.remove(said, dana), await comments.remove(said, coach), await comments.remove(said, coach)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(await comments.of(take.id)).toMatchObject([{ id: answer.id, answers: null, atSec: 4.25 }]);
    await takes.remove(take.id);
    expect(await comments.of(take.id)).toEqual([]);
  });

  it('counts how people get on from what was judged: by week and tip, and what to mend first in the newest takes', async () => {
    const [dana, theo] = [`dana counted ${where}`, `theo counted ${where}`];
    const progress = progressReader(database.db);
    const judged = async (owner: string, at: string, number: string, firstFix: string | null) => {
      const takes = takeStore(database.db, () => new Date(at), owner);
      const take = aTake(null);
      await takes.begin(take);
      const tips = TIP_IDS.map((id) => ({
        id,
        status: id === 'number' ? number : 'notApplicable',
        findings: [
          { message: 'Grouped.', good: true },
          { message: 'Too fast.', fix: 'Slower.', good: false, start: 2 },
        ],
      }));
      const review = { verdict: { decision: 'return', score: 1, firstFix }, tips } as never;
      await takes.finish({ takeId: take.id, revision: 0 }, { source: { durationSec: 3 } } as never, review);
      return take.id;
    };
    await judged(dana, '2026-11-15T23:59:59Z', 'pass', null);
    await judged(dana, '2026-11-16T00:00:00Z', 'fail', 'number');
    const newest = await judged(dana, '2026-11-22T23:59:59Z', 'improve', 'number');
    await judged(dana, '2026-11-23T00:00:00Z', 'error', null);
    await judged(theo, '2026-11-17T12:00:00Z', 'pass', null);
    await takeStore(database.db, () => new Date('2026-11-23T01:00:00Z'), theo).begin(aTake(null));
    const weeks = ['2026-11-16', '2026-11-23'];
    const number = (tips: TipWeeks[] | undefined) => tips?.find(({ tip }) => tip === 'number');
    const all = await progress.tipWeeks(null, weeks);
    expect(number(all.get(dana))).toEqual({ tip: 'number', judged: [2, 0], passed: [0, 0] });
    expect(number(all.get(theo))).toEqual({ tip: 'number', judged: [1, 0], passed: [1, 0] });
    expect(all.get(dana)?.map(({ tip }) => tip)).toEqual([...TIP_IDS]);
    expect([...(await progress.tipWeeks(theo, weeks)).keys()]).toEqual([theo]);
    expect((await progress.counts(theo)).get(theo)).toEqual({ takes: 2, reviewed: 1, lastTakeAt: '2026-11-23T01:00:00.000Z' });
    const recent = (await progress.recent(dana, 3)).get(dana);
    expect(recent?.map(({ tip }) => tip)).toEqual([null, 'number', 'number']);
    expect((await progress.findings([{ takeId: newest, tip: 'number' }])).get(newest)).toEqual({
      message: 'Too fast.',
      fix: 'Slower.',
      start: 2,
    });
    expect(await progress.findings([])).toEqual(new Map());
  });

  it('pages through the log, newest first, and adds all calls of a file or none', async () => {
    const log = callStore(database.db, `owner ${where}`);
    const calls = ['2026-03-01', '2026-01-01', '2026-02-01'].map((day) => aCall(`${day}T00:00:00.000Z`, day)) as {
      id: string;
      leftAt: string;
    }[];
    expect(await log.add(calls as never)).toBe(3);
    const again = calls.map((call) => ({ ...call, id: randomUUID() }));
    expect(await log.add(again as never)).toBe(0);
    const [newest] = await log.page(1);
    expect(newest?.leftAt).toBe('2026-03-01T00:00:00.000Z');
    expect((await log.page(9, newest)).map(({ leftAt }) => leftAt.slice(0, 7))).toEqual(['2026-02', '2026-01']);
    expect(await log.facts()).toHaveLength(3);
    const bad = [aCall('2026-04-01T00:00:00.000Z'), { ...calls[0], id: 'no uuid', source: null }];
    await expect(log.add(bad as never)).rejects.toThrow();
    expect(await log.count()).toBe(3);
    expect(await callStore(database.db, 'another').count()).toBe(0);
  });
});

it(
  'brings tables up to date once where several processes start together, and comes back when the server was away',
  async () => {
    const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url: postgres.url })));
    const [first, ...others] = opened;
    const scripts = scriptStore((first as OpenDatabase).db, clock());
    const before = (await scripts.list()).length;
    postgres.restart();
    await expect
      .poll(
        () =>
          scripts.list().then(
            ({ length }) => length,
            () => -1,
          ),
        { timeout: 30_000 },
      )
      .toBe(before);
    for (const { close } of [first as OpenDatabase, ...others]) await close();
  },
  LONG_MS,
);

it('says in one sentence that no server answers', async () => {
  await expect(openDatabase({ url: 'postgresql://ringback@127.0.0.1:9/none' })).rejects.toMatchObject({ code: 'no-database' });
});
