import { type CorrectedWords, type Review, toPlain } from '@ringback/core';
import { and, desc, eq, getTableColumns, inArray, isNotNull, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { TakeAt } from '../../ports/jobs.ts';
import { LOCAL_OWNER } from '../../ports/owner.ts';
import { type AllTakes, type JudgedTake, noSuchScript, type TakeReader, type TakeStore, taken } from '../../ports/stores.ts';
import type { Database } from './database.ts';
import { newestFirst, older } from './older.ts';
import { scripts, takes } from './tables.ts';

const SUMMARY = {
  id: takes.id,
  owner: takes.owner,
  scriptId: takes.scriptId,
  name: takes.name,
  state: takes.state,
  createdAt: takes.createdAt,
  durationSec: takes.durationSec,
  decision: takes.decision,
  score: takes.score,
  kept: takes.kept,
  failure: takes.failure,
  received: takes.received,
};

// What the database takes out of the review is told by the review itself.
const { tips: _tips, firstFix: _firstFix, ...STORED } = getTableColumns(takes);

/** The parts of a review that are asked for, cut out by the database: words and their times are most of it. */
const JUDGED = sql<JudgedTake['review']>`jsonb_build_object('source', ${takes.review}->'source', 'tips', ${takes.review}->'tips',
  'facts', ${takes.review}->'facts', 'message', ${takes.review}->'message', 'delivery', ${takes.review}->'delivery', 'verdict', ${takes.review}->'verdict')`;
const CORRECTIONS = sql<CorrectedWords[] | null>`${takes.artifacts}->'corrections'`;
const DELIVERY = sql<Review['delivery']>`${takes.review}->'delivery'`;

/** Takes to look at: those of one owner, or of all. */
function takeReader(db: Database, reach: SQL | undefined): TakeReader {
  const one = (id: string) => and(reach, eq(takes.id, id));
  // Whose they are goes without saying where they are all of one person.
  const told = <Row extends { owner: string; createdAt: Date }>({ owner, ...row }: Row) => ({
    ...row,
    ...(reach === undefined && { owner }),
    createdAt: row.createdAt.toISOString(),
  });
  return {
    async list({ scriptId, owner, page } = {}) {
      const ofScript = and(
        scriptId === undefined ? undefined : eq(takes.scriptId, scriptId),
        owner === undefined ? undefined : eq(takes.owner, owner),
        older(takes.createdAt, takes.id, page?.after),
      );
      const query = db
        .select(SUMMARY)
        .from(takes)
        .where(and(reach, ofScript))
        .orderBy(...newestFirst(takes.createdAt, takes.id))
        .$dynamic();
      return (await (page === undefined ? query : query.limit(page.limit))).map(told);
    },
    async find(id) {
      const [row] = await db.select(STORED).from(takes).where(one(id));
      return row === undefined ? null : told(row);
    },
    has: async (id) => (await db.select({ id: takes.id }).from(takes).where(one(id))).length > 0,
    judgedOf: (scriptId) =>
      db
        .select({ id: takes.id, review: JUDGED })
        .from(takes)
        .where(and(reach, eq(takes.scriptId, scriptId), isNotNull(takes.review)))
        .orderBy(takes.createdAt),
  };
}

/** The takes of everyone, to look at. */
export const teamTakes = (db: Database): TakeReader => takeReader(db, undefined);

/** The takes of all owners, for what is done in nobody's name. */
export function allTakes(db: Database): AllTakes {
  return {
    inState: (...states) =>
      db
        .select({ id: takes.id, owner: takes.owner, state: takes.state })
        .from(takes)
        .where(inArray(takes.state, states))
        .orderBy(takes.createdAt),
    olderThan: (moment) =>
      db
        .select({ id: takes.id, owner: takes.owner })
        .from(takes)
        .where(and(lt(takes.createdAt, moment), eq(takes.kept, false))),
    has: teamTakes(db).has,
    async remove(id) {
      await db.delete(takes).where(eq(takes.id, id));
    },
  };
}

/** The takes of one owner in the database. */
export function takeStore(db: Database, now: () => Date, owner: string = LOCAL_OWNER): TakeStore {
  const mine = eq(takes.owner, owner);
  const one = (id: string) => and(mine, eq(takes.id, id));
  const atRevision = ({ takeId, revision }: TakeAt) => and(one(takeId), eq(takes.revision, revision));
  const isChanged = async (which: SQL | undefined, change: Partial<typeof takes.$inferInsert>) =>
    (await db.update(takes).set(change).where(which).returning({ id: takes.id })).length > 0;
  const mayBegin: TakeStore['mayBegin'] = async ({ id, scriptId }) => {
    const [there] = await db.select({ owner: takes.owner }).from(takes).where(eq(takes.id, id));
    if (there !== undefined && there.owner !== owner) throw taken();
    // One that is gone on with keeps the script it began with.
    if (there !== undefined || scriptId === null) return;
    const own = and(eq(scripts.id, scriptId), eq(scripts.owner, owner));
    if ((await db.select({ id: scripts.id }).from(scripts).where(own)).length === 0) throw noSuchScript();
  };
  return {
    ...takeReader(db, mine),
    mayBegin,
    async progressOf(id) {
      const [row] = await db.select({ progress: takes.progress }).from(takes).where(one(id));
      return row?.progress ?? null;
    },
    async corrections(count) {
      const corrected = db
        .select({ corrections: CORRECTIONS })
        .from(takes)
        .where(and(mine, isNotNull(CORRECTIONS)));
      const rows = await corrected.orderBy(desc(takes.createdAt), desc(takes.id)).limit(count);
      return rows.flatMap(({ corrections }) => corrections ?? []);
    },
    heard: () =>
      db
        .select({ takeId: takes.id, revision: takes.revision })
        .from(takes)
        .where(and(mine, eq(takes.state, 'reviewed'), isNotNull(takes.artifacts)))
        .orderBy(takes.createdAt),
    async deliveriesOf(scriptId, exceptId) {
      const others = and(mine, eq(takes.scriptId, scriptId), ne(takes.id, exceptId), isNotNull(takes.review));
      return (await db.select({ delivery: DELIVERY }).from(takes).where(others)).map(({ delivery }) => delivery);
    },
    async begin(take) {
      await mayBegin(take);
      await db
        .insert(takes)
        .values({ ...take, owner, createdAt: now() })
        .onConflictDoNothing();
    },
    change: (id, change) => isChanged(one(id), change),
    async again(id, sent) {
      const change = { ...sent, state: 'hearing' as const, progress: 0, failure: null, revision: sql`${takes.revision} + 1` };
      const [row] = await db.update(takes).set(change).where(one(id)).returning({ takeId: takes.id, revision: takes.revision });
      return row ?? null;
    },
    async finish(at, artifacts, review) {
      const { decision, score } = review.verdict;
      const { durationSec } = artifacts.source;
      const heard = { artifacts: toPlain(artifacts), review, decision, score, durationSec, failure: null };
      return isChanged(atRevision(at), { ...heard, state: 'reviewed', revision: at.revision + 1 });
    },
    giveUp: (at, failure) =>
      isChanged(and(atRevision(at), eq(takes.state, 'hearing')), { state: 'failed', failure, revision: at.revision + 1 }),
    takeUp: ({ takeId, revision }) =>
      isChanged(and(atRevision({ takeId, revision: revision + 1 }), eq(takes.state, 'failed')), {
        state: 'hearing',
        failure: null,
        progress: 0,
        revision,
      }),
    async fail(id, failure) {
      await db.update(takes).set({ state: 'failed', failure }).where(one(id));
    },
    async remove(id) {
      return (await db.delete(takes).where(one(id)).returning({ id: takes.id })).length > 0;
    },
  };
}
