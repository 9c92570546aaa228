import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { failingPlainly, noDatabase } from './plain-failures.ts';

/** A PostgreSQL database through drizzle: embedded in this process or a server of its own. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** Runs SQL that drizzle does not write, such as the job queue's. */
export type RunSql = (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/** An open database. */
export interface OpenDatabase {
  db: Database;
  /** Runs statements as they are; the rows of the last one. Several at a time only without values. */
  run: RunSql;
  /** Does work that changes tables while no other process does such work on the same database. */
  oneAtATime<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Where the database is: embedded in a folder, embedded in memory, or a PostgreSQL server. */
export type DatabasePlace = { folder: string } | { memory: true } | { url: string };

const MIGRATIONS = { migrationsFolder: fileURLToPath(new URL('../../../migrations/', import.meta.url)) };

/** Milliseconds after which a server that gives no connection counts as away. House rule: a machine that is gone refuses nothing. */
const PATIENCE_MS = 10_000;

/** Held while tables are changed, so that two processes that start together do it one after the other. Any number of ours. */
const TABLES_LOCK = 7_464_225;

/** Opens the database, made when missing, and brings its tables up to date. Throws "no-database" when a server cannot be reached. */
export function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  return 'url' in place ? openServer(place.url) : openEmbedded('folder' in place ? place.folder : undefined);
}

async function openEmbedded(folder: string | undefined): Promise<OpenDatabase> {
  const client = failingPlainly(
    await PGlite.create(folder === undefined ? {} : { dataDir: folder }),
    ['query', 'exec', 'transaction'],
    false,
  );
  const db = drizzle(client);
  await migrate(db, MIGRATIONS);
  return {
    db,
    run: async (text, values = []) => (values.length > 0 ? client.query(text, values) : ((await client.exec(text)).at(-1) ?? { rows: [] })),
    oneAtATime: (work) => work(),
    close: () => client.close(),
  };
}

async function openServer(url: string): Promise<OpenDatabase> {
  const pool = failingPlainly(new pg.Pool({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS }), ['query', 'connect'], true);
  // A connection that breaks while nobody uses it is made again by the next question.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    // One that breaks between two questions of a transaction has nobody else who listens, and would end the process.
    client.on('error', () => {});
    failingPlainly(client, ['query'], true);
  });
  const oneAtATime = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect().catch((cause: unknown) => {
      throw noDatabase(cause);
    });
    try {
      await client.query('SELECT pg_advisory_lock($1)', [TABLES_LOCK]);
      return await work(client);
    } finally {
      // The lock goes with its connection.
      client.release(true);
    }
  };
  await oneAtATime((client) => migratePostgres(drizzlePostgres(client), MIGRATIONS));
  const run: RunSql = async (text, values) => {
    const answer: pg.QueryResult | pg.QueryResult[] = await pool.query(text, values);
    return (Array.isArray(answer) ? answer.at(-1) : answer) ?? { rows: [] };
  };
  return { db: drizzlePostgres(pool), run, oneAtATime, close: () => pool.end() };
}
