import type { BriefDraft } from '@ringback/core';
import { desc, eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { briefs } from './tables.ts';

/** A brief in the making, as kept. */
export interface StoredBrief {
  id: string;
  draft: BriefDraft;
  /** ISO 8601. */
  updatedAt: string;
}

/** Keeps briefs. */
export interface BriefStore {
  /** Newest change first. */
  list(): Promise<StoredBrief[]>;
  /** Makes the brief or changes it. */
  save(id: string, draft: BriefDraft): Promise<StoredBrief>;
  /** Returns false when there was none. */
  remove(id: string): Promise<boolean>;
}

/** Briefs in the database. */
export function briefStore(db: Database, now: () => Date): BriefStore {
  return {
    async list() {
      const rows = await db.select().from(briefs).orderBy(desc(briefs.updatedAt));
      return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
    },
    async save(id, draft) {
      const updatedAt = now();
      await db.insert(briefs).values({ id, draft, updatedAt }).onConflictDoUpdate({ target: briefs.id, set: { draft, updatedAt } });
      return { id, draft, updatedAt: updatedAt.toISOString() };
    },
    async remove(id) {
      return (await db.delete(briefs).where(eq(briefs.id, id)).returning({ id: briefs.id })).length > 0;
    },
  };
}
