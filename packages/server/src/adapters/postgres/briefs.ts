import { and, desc, eq } from 'drizzle-orm';
import { LOCAL_OWNER } from '../../ports/owner.ts';
import { type BriefStore, taken } from '../../ports/stores.ts';
import type { Database } from './database.ts';
import { briefs } from './tables.ts';

/** Briefs in the database. */
export function briefStore(db: Database, now: () => Date, owner: string = LOCAL_OWNER): BriefStore {
  const mine = eq(briefs.owner, owner);
  return {
    async list() {
      const rows = await db.select().from(briefs).where(mine).orderBy(desc(briefs.updatedAt));
      return rows.map(({ owner: _, ...row }) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
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
