import migrations from 'virtual:migrations';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from '@ringback/server/portable';
import { drizzle } from 'drizzle-orm/pglite';

/** Drizzle's own way to apply migrations; its types leave it out, and its function for PGlite reads them from a disk. */
interface Migrating {
  dialect: { migrate(migrations: unknown, session: unknown, config: object): Promise<void> };
  session: unknown;
}

/** Opens the database that the browser keeps for this page, and brings its tables up to date. */
export async function openDatabase(name: string): Promise<Database> {
  const db = drizzle(await PGlite.create(`idb://${name}`));
  const { dialect, session } = db as unknown as Migrating;
  await dialect.migrate(migrations, session, {});
  return db;
}
