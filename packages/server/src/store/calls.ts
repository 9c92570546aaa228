import { type Call, type CallFacts, RingbackError } from '@ringback/core';
import { and, count, desc, eq, gte, lt, or, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { calls } from './tables.ts';

/** Where a page of the log begins: after this call. */
export interface CallCursor {
  leftAt: string;
  id: string;
}

/** Keeps the log of one owner. */
export interface CallStore {
  /** Newest first. */
  page(limit: number, after?: CallCursor): Promise<Call[]>;
  /** The whole log, oldest first. */
  all(): Promise<Call[]>;
  /** What was left at this moment or later, oldest first. */
  since(moment: Date): Promise<Call[]>;
  count(): Promise<number>;
  /** What the statistics read of every call. */
  facts(): Promise<CallFacts[]>;
  find(id: string): Promise<Call | null>;
  /** Calls whose id begins so, at most two: enough to know that it is not one. */
  startingWith(prefix: string): Promise<Call[]>;
  /** Adds calls that are not there yet, all or none, and says how many those were. */
  add(added: readonly Call[]): Promise<number>;
  /**
   * Puts a changed call in the place of the one it was made from.
   * @throws RingbackError "no-such-call" where it is gone.
   */
  replace(call: Call): Promise<void>;
  remove(id: string): Promise<boolean>;
  /** How often the log was written to: what was worked out before holds while this is the same. One process has the folder. */
  writes(): number;
}

/** The one person of this machine. */
export const OWNER = 'me';

/** Rows of one statement: a statement holds at most 65,535 values. */
const BATCH = 2_000;

const SEPARATOR = '\u001f';

const factsOf = ({ leftAt, objective, outcomes, followed, read }: Call): string =>
  JSON.stringify({ leftAt, objective, outcomes, followed, read } satisfies CallFacts);

function rowOf(call: Call, owner: string): typeof calls.$inferInsert {
  const source = call.source === null ? null : `${call.source.program}${SEPARATOR}${call.source.key}`.replaceAll('\0', '');
  return { id: call.id, owner, leftAt: new Date(call.leftAt), call, facts: factsOf(call), source };
}

/** The log in the database. */
export function callStore(db: Database, owner: string = OWNER): CallStore {
  const mine = eq(calls.owner, owner);
  const only = { call: calls.call };
  let writes = 0;
  const callsOf = (rows: readonly { call: Call }[]) => rows.map(({ call }) => call);
  return {
    async page(limit, after) {
      const at = after && new Date(after.leftAt);
      const older = after && at && or(lt(calls.leftAt, at), and(eq(calls.leftAt, at), lt(calls.id, after.id)));
      const query = db.select(only).from(calls).where(and(mine, older));
      return callsOf(await query.orderBy(desc(calls.leftAt), desc(calls.id)).limit(limit));
    },
    async all() {
      return callsOf(await db.select(only).from(calls).where(mine).orderBy(calls.leftAt, calls.id));
    },
    async since(moment) {
      const recent = and(mine, gte(calls.leftAt, moment));
      return callsOf(await db.select(only).from(calls).where(recent).orderBy(calls.leftAt, calls.id));
    },
    async count() {
      return (await db.select({ value: count() }).from(calls).where(mine))[0]?.value ?? 0;
    },
    async facts() {
      // One text for all: a row each costs the database's protocol more than the calls themselves.
      const [row] = await db
        .select({ all: sql<string | null>`string_agg(${calls.facts}, ',')` })
        .from(calls)
        .where(mine);
      return JSON.parse(`[${row?.all ?? ''}]`) as CallFacts[];
    },
    async find(id) {
      return (
        (
          await db
            .select(only)
            .from(calls)
            .where(and(mine, eq(calls.id, id)))
        )[0]?.call ?? null
      );
    },
    async startingWith(prefix) {
      const like = `${prefix.toLowerCase().replace(/[^0-9a-f-]/g, '_')}%`;
      return callsOf(
        await db
          .select(only)
          .from(calls)
          .where(and(mine, sql`${calls.id}::text like ${like}`))
          .limit(2),
      );
    },
    writes: () => writes,
    async add(added) {
      const count = await db.transaction(async (transaction) => {
        let written = 0;
        for (let from = 0; from < added.length; from += BATCH) {
          const rows = added.slice(from, from + BATCH).map((call) => rowOf(call, owner));
          written += (await transaction.insert(calls).values(rows).onConflictDoNothing().returning({ id: calls.id })).length;
        }
        return written;
      });
      writes += 1;
      return count;
    },
    async replace(call) {
      const { id: _, owner: __, ...change } = rowOf(call, owner);
      const changed = await db
        .update(calls)
        .set(change)
        .where(and(mine, eq(calls.id, call.id)))
        .returning({ id: calls.id });
      if (changed.length === 0) throw noSuchCall();
      writes += 1;
    },
    async remove(id) {
      const removed = await db
        .delete(calls)
        .where(and(mine, eq(calls.id, id)))
        .returning({ id: calls.id });
      writes += 1;
      return removed.length > 0;
    },
  };
}

/** The failure of a call that is not there. */
export const noSuchCall = (): RingbackError =>
  new RingbackError('no-such-call', 'There is no such call in the log: "ringback log list" shows the ids.');
