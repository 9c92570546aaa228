import { and, eq } from 'drizzle-orm';
import { LOCAL_OWNER } from '../../ports/owner.ts';
import { type BriefStore, type StoredBrief, taken } from '../../ports/stores.ts';
import type { Database } from './database.ts';
import { newestFirst, older } from './older.ts';
import { briefs } from './tables.ts';

/** Briefs in the database. */
export function briefStore(db: Database, now: () => Date, owner: string = LOCAL_OWNER): BriefStore {
  const mine = eq(briefs.owner, owner);
  return {
    async list(page) {
      const query = db
        .select()
        .from(briefs)
        .where(and(mine, older(briefs.updatedAt, briefs.id, page?.after)))
        .orderBy(...newestFirst(briefs.updatedAt, briefs.id))
        .$dynamic();
      return (await (page === undefined ? query : query.limit(page.limit))).map(documentOf);
    },
    async find(id) {
      const [row] = await db
        .select()
        .from(briefs)
        .where(and(mine, eq(briefs.id, id)));
      return row ? documentOf(row) : null;
    },
    async save(id, draft) {
      const updatedAt = now();
      const saved = await db
        .insert(briefs)
        .values({ id, owner, draft, updatedAt })
        .onConflictDoUpdate({ target: briefs.id, set: { draft, updatedAt }, setWhere: mine })
        .returning({ id: briefs.id });
      if (saved.length === 0) throw taken();
      return { id, draft, updatedAt: updatedAt.toISOString() };
    },
    async remove(id) {
      return (
        (
          await db
            .delete(briefs)
            .where(and(mine, eq(briefs.id, id)))
            .returning({ id: briefs.id })
        ).length > 0
      );
    },
  };
}

function documentOf({ owner: _, ...row }: typeof briefs.$inferSelect): StoredBrief {
  return { ...row, updatedAt: row.updatedAt.toISOString() };
}
