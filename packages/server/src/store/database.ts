import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { drizzle, type PgliteDatabase } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';

/** The database through drizzle; the same statements run on a PostgreSQL server. */
export type Database = PgliteDatabase;

/** An open database. */
export interface OpenDatabase {
  db: Database;
  close(): Promise<void>;
}

const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** Opens the database in a folder (made when missing) and brings its tables up to date. Without a folder it lives in memory. */
export async function openDatabase(folder?: string): Promise<OpenDatabase> {
  const client = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  const db = drizzle(client);
  await migrate(db, { migrationsFolder: MIGRATIONS });
  return { db, close: () => client.close() };
}
