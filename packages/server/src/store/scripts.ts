import type { Script } from '@ringback/core';
import { desc, eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { scripts } from './tables.ts';

/** Keeps scripts. */
export interface ScriptStore {
  /** Newest change first. */
  list(): Promise<Script[]>;
  find(id: string): Promise<Script | null>;
  /** Makes the script or changes it: saving twice does no harm. */
  save(script: Pick<Script, 'id' | 'name' | 'text'>): Promise<Script>;
  /** Its takes stay, without a script. Returns false when there was none. */
  remove(id: string): Promise<boolean>;
}

/** Scripts in the database. */
export function scriptStore(db: Database, now: () => Date): ScriptStore {
  return {
    async list() {
      return (await db.select().from(scripts).orderBy(desc(scripts.updatedAt))).map(documentOf);
    },
    async find(id) {
      const [row] = await db.select().from(scripts).where(eq(scripts.id, id));
      return row ? documentOf(row) : null;
    },
    async save({ id, name, text }) {
      const at = now();
      const values = { id, name, text, createdAt: at, updatedAt: at };
      const [row] = await db
        .insert(scripts)
        .values(values)
        .onConflictDoUpdate({ target: scripts.id, set: { name, text, updatedAt: at } })
        .returning();
      return documentOf(row ?? values);
    },
    async remove(id) {
      return (await db.delete(scripts).where(eq(scripts.id, id)).returning({ id: scripts.id })).length > 0;
    },
  };
}

function documentOf(row: typeof scripts.$inferSelect): Script {
  return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}
