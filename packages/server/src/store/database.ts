import { readdir, readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { drizzle, type PgliteDatabase } from 'drizzle-orm/pglite';

/** The database through drizzle; the same statements run on a PostgreSQL server. */
export type Database = PgliteDatabase;

/** An open database. */
export interface OpenDatabase {
  db: Database;
  close(): Promise<void>;
}

const MIGRATIONS = new URL('../../migrations/', import.meta.url);

/** Opens the database in a folder (made when missing) and brings its tables up to date. Without a folder it lives in memory. */
export async function openDatabase(folder?: string): Promise<OpenDatabase> {
  const client = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  await migrate(client);
  return { db: drizzle(client), close: () => client.close() };
}

/** Runs each migration that has not run, in the order of the names, each in its own transaction. */
async function migrate(client: PGlite): Promise<void> {
  await client.exec('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, ran_at timestamptz NOT NULL DEFAULT now())');
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations');
  const ran = new Set(rows.map(({ name }) => name));
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql') && !ran.has(name)).sort();
  for (const name of names) {
    const sql = await readFile(new URL(name, MIGRATIONS), 'utf8');
    await client.transaction(async (transaction) => {
      await transaction.exec(sql);
      await transaction.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    });
  }
}
