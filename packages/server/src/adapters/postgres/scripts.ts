import type { Script } from '@ringback/core';
import { and, eq } from 'drizzle-orm';
import { LOCAL_OWNER } from '../../ports/owner.ts';
import { type ScriptStore, taken } from '../../ports/stores.ts';
import type { Database } from './database.ts';
import { newestFirst, older } from './older.ts';
import { scripts } from './tables.ts';

/** Scripts in the database. */
export function scriptStore(db: Database, now: () => Date, owner: string = LOCAL_OWNER): ScriptStore {
  const mine = eq(scripts.owner, owner);
  const one = (id: string) => and(mine, eq(scripts.id, id));
  return {
    async list(page) {
      const query = db
        .select()
        .from(scripts)
        .where(and(mine, older(scripts.updatedAt, scripts.id, page?.after)))
        .orderBy(...newestFirst(scripts.updatedAt, scripts.id))
        .$dynamic();
      return (await (page === undefined ? query : query.limit(page.limit))).map(documentOf);
    },
    async find(id) {
      const [row] = await db.select().from(scripts).where(one(id));
      return row ? documentOf(row) : null;
    },
    async save({ id, name, text }) {
      const at = now();
      const values = { id, owner, name, text, createdAt: at, updatedAt: at };
      const [row] = await db
        .insert(scripts)
        .values(values)
        .onConflictDoUpdate({ target: scripts.id, set: { name, text, updatedAt: at }, setWhere: mine })
        .returning();
      if (row === undefined) throw taken();
      return documentOf(row);
    },
    async remove(id) {
      return (await db.delete(scripts).where(one(id)).returning({ id: scripts.id })).length > 0;
    },
  };
}

function documentOf(row: typeof scripts.$inferSelect): Script {
  const { owner: _, ...script } = row;
  return { ...script, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}
