import { type Review, toPlain } from '@ringback/core';
import { and, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { LOCAL_OWNER } from '../../ports/owner.ts';
import type { JudgedTake, TakeStore } from '../../ports/stores.ts';
import type { Database } from './database.ts';
import { takes } from './tables.ts';

const SUMMARY = {
  id: takes.id,
  scriptId: takes.scriptId,
  name: takes.name,
  state: takes.state,
  createdAt: takes.createdAt,
  durationSec: takes.durationSec,
  decision: takes.decision,
  score: takes.score,
  kept: takes.kept,
  failure: takes.failure,
};

/** The parts of a review that are asked for, cut out by the database: words and their times are most of it. */
const JUDGED = sql<JudgedTake['review']>`jsonb_build_object('source', ${takes.review}->'source', 'tips', ${takes.review}->'tips',
  'facts', ${takes.review}->'facts', 'message', ${takes.review}->'message', 'delivery', ${takes.review}->'delivery', 'verdict', ${takes.review}->'verdict')`;
const DELIVERY = sql<Review['delivery']>`${takes.review}->'delivery'`;

/** Takes in the database. */
export function takeStore(db: Database, now: () => Date, owner: string = LOCAL_OWNER): TakeStore {
  const mine = eq(takes.owner, owner);
  const one = (id: string) => and(mine, eq(takes.id, id));
  return {
    async list(scriptId) {
      const query = db.select(SUMMARY).from(takes);
      const rows = await (scriptId === undefined ? query.where(mine) : query.where(and(mine, eq(takes.scriptId, scriptId)))).orderBy(
        desc(takes.createdAt),
      );
      return rows.map(dated);
    },
    async find(id) {
      const [row] = await db.select().from(takes).where(one(id));
      if (row === undefined) return null;
      const { owner: _, ...take } = dated(row);
      return take;
    },
    async inState(...states) {
      return (
        await db
          .select()
          .from(takes)
          .where(and(mine, inArray(takes.state, states)))
          .orderBy(takes.createdAt)
      ).map(dated);
    },
    judgedOf: (scriptId) =>
      db
        .select({ id: takes.id, review: JUDGED })
        .from(takes)
        .where(and(mine, eq(takes.scriptId, scriptId), isNotNull(takes.review)))
        .orderBy(takes.createdAt),
    async deliveriesOf(scriptId, exceptId) {
      const others = and(mine, eq(takes.scriptId, scriptId), ne(takes.id, exceptId), isNotNull(takes.review));
      return (await db.select({ delivery: DELIVERY }).from(takes).where(others)).map(({ delivery }) => delivery);
    },
    async begin(take) {
      await db
        .insert(takes)
        .values({ ...take, owner, createdAt: now() })
        .onConflictDoNothing();
    },
    async change(id, change) {
      return (await db.update(takes).set(change).where(one(id)).returning({ id: takes.id })).length > 0;
    },
    async finish(id, artifacts, review) {
      const { decision, score } = review.verdict;
      const { durationSec } = artifacts.source;
      await db
        .update(takes)
        .set({ state: 'reviewed', artifacts: toPlain(artifacts), review, decision, score, durationSec, failure: null })
        .where(one(id));
    },
    async fail(id, failure) {
      await db.update(takes).set({ state: 'failed', failure }).where(one(id));
    },
    async remove(id) {
      return (await db.delete(takes).where(one(id)).returning({ id: takes.id })).length > 0;
    },
  };
}

function dated<Row extends { createdAt: Date }>(row: Row): Omit<Row, 'createdAt'> & { createdAt: string } {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
