import { type Artifacts, type CaptureSettings, type Review, type TakeState, type TakeSummary, toPlain } from '@ringback/core';
import { and, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { takes } from './tables.ts';

/** A take as stored. */
export interface StoredTake extends TakeSummary {
  capture: CaptureSettings | null;
  artifacts: Artifacts | null;
  review: Review | null;
}

/** What a take was judged to be, without its words. */
export interface JudgedTake {
  id: string;
  review: Pick<Review, 'source' | 'tips' | 'facts' | 'message' | 'delivery' | 'verdict'>;
}

/** What a take starts with. */
export type NewTake = Pick<StoredTake, 'id' | 'scriptId' | 'name' | 'capture'> & { state: TakeState };

/** Keeps takes; their sound is kept by the sound folder. */
export interface TakeStore {
  /** Newest first, of one script when given. */
  list(scriptId?: string): Promise<TakeSummary[]>;
  find(id: string): Promise<StoredTake | null>;
  /** Takes in a state, oldest first. */
  inState(...states: TakeState[]): Promise<StoredTake[]>;
  /** The reviewed takes of a script, oldest first. */
  judgedOf(scriptId: string): Promise<JudgedTake[]>;
  /** How the takes of a script were said, but for one of them. */
  deliveriesOf(scriptId: string, exceptId: string): Promise<Review['delivery'][]>;
  /** Begins a take; does nothing when it has begun already. */
  begin(take: NewTake): Promise<void>;
  change(id: string, change: Partial<Pick<StoredTake, 'name' | 'kept' | 'state' | 'durationSec'>>): Promise<boolean>;
  /** Records what was heard and what it reads like. */
  finish(id: string, artifacts: Artifacts, review: Review): Promise<void>;
  fail(id: string, failure: { code: string; message: string }): Promise<void>;
  remove(id: string): Promise<boolean>;
}

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
export function takeStore(db: Database, now: () => Date): TakeStore {
  return {
    async list(scriptId) {
      const query = db.select(SUMMARY).from(takes);
      const rows = await (scriptId === undefined ? query : query.where(eq(takes.scriptId, scriptId))).orderBy(desc(takes.createdAt));
      return rows.map(dated);
    },
    async find(id) {
      const [row] = await db.select().from(takes).where(eq(takes.id, id));
      return row ? dated(row) : null;
    },
    async inState(...states) {
      return (await db.select().from(takes).where(inArray(takes.state, states)).orderBy(takes.createdAt)).map(dated);
    },
    judgedOf: (scriptId) =>
      db
        .select({ id: takes.id, review: JUDGED })
        .from(takes)
        .where(and(eq(takes.scriptId, scriptId), isNotNull(takes.review)))
        .orderBy(takes.createdAt),
    async deliveriesOf(scriptId, exceptId) {
      const others = and(eq(takes.scriptId, scriptId), ne(takes.id, exceptId), isNotNull(takes.review));
      return (await db.select({ delivery: DELIVERY }).from(takes).where(others)).map(({ delivery }) => delivery);
    },
    async begin(take) {
      await db
        .insert(takes)
        .values({ ...take, createdAt: now() })
        .onConflictDoNothing();
    },
    async change(id, change) {
      return (await db.update(takes).set(change).where(eq(takes.id, id)).returning({ id: takes.id })).length > 0;
    },
    async finish(id, artifacts, review) {
      const { decision, score } = review.verdict;
      const { durationSec } = artifacts.source;
      await db
        .update(takes)
        .set({ state: 'reviewed', artifacts: toPlain(artifacts), review, decision, score, durationSec, failure: null })
        .where(eq(takes.id, id));
    },
    async fail(id, failure) {
      await db.update(takes).set({ state: 'failed', failure }).where(eq(takes.id, id));
    },
    async remove(id) {
      return (await db.delete(takes).where(eq(takes.id, id)).returning({ id: takes.id })).length > 0;
    },
  };
}

function dated<Row extends { createdAt: Date }>(row: Row): Omit<Row, 'createdAt'> & { createdAt: string } {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
