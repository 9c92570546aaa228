import type { Call, CallFacts } from '@ringback/core';
import { and, count, desc, eq, gte, lt, or, sql } from 'drizzle-orm';
import { type CallStore, noSuchCall } from 'ringback';
import { LOCAL_OWNER } from '../../ports/owner.ts';
import type { Database } from './database.ts';
import { calls, logRevisions } from './tables.ts';

/** Rows of one statement: a statement holds at most 65,535 values. */
const BATCH = 2_000;

const SEPARATOR = '\u001f';

const factsOf = ({ leftAt, objective, outcomes, followed, read }: Call): string =>
  JSON.stringify({ leftAt, objective, outcomes, followed, read } satisfies CallFacts);

function rowOf(call: Call, owner: string): typeof calls.$inferInsert {
  const source = call.source === null ? null : `${call.source.program}${SEPARATOR}${call.source.key}`.replaceAll('\0', '');
  return { id: call.id, owner, leftAt: new Date(call.leftAt), call, facts: factsOf(call), source };
}

/** The log of one owner in the database. */
export function callStore(db: Database, owner: string = LOCAL_OWNER): CallStore {
  const mine = eq(calls.owner, owner);
  const only = { call: calls.call };
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
    async revision() {
      const [row] = await db.select({ revision: logRevisions.revision }).from(logRevisions).where(eq(logRevisions.owner, owner));
      return row?.revision ?? 0;
    },
    async add(added) {
      return await db.transaction(async (transaction) => {
        let written = 0;
        for (let from = 0; from < added.length; from += BATCH) {
          const rows = added.slice(from, from + BATCH).map((call) => rowOf(call, owner));
          written += (await transaction.insert(calls).values(rows).onConflictDoNothing().returning({ id: calls.id })).length;
        }
        await revised(transaction, owner);
        return written;
      });
    },
    async replace(call) {
      const { id: _, owner: __, ...change } = rowOf(call, owner);
      await db.transaction(async (transaction) => {
        const changed = await transaction
          .update(calls)
          .set(change)
          .where(and(mine, eq(calls.id, call.id)))
          .returning({ id: calls.id });
        if (changed.length === 0) throw noSuchCall();
        await revised(transaction, owner);
      });
    },
    async remove(id) {
      return await db.transaction(async (transaction) => {
        const removed = await transaction
          .delete(calls)
          .where(and(mine, eq(calls.id, id)))
          .returning({ id: calls.id });
        await revised(transaction, owner);
        return removed.length > 0;
      });
    },
  };
}

/** Tells other processes that the log was written to. */
async function revised(db: Database, owner: string): Promise<void> {
  await db
    .insert(logRevisions)
    .values({ owner, revision: 1 })
    .onConflictDoUpdate({ target: logRevisions.owner, set: { revision: sql`${logRevisions.revision} + 1` } });
}
