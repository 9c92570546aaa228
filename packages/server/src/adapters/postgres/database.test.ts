import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { count, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import journal from '../../../migrations/meta/_journal.json' with { type: 'json' };
import { openDatabase } from './database.ts';
import { scriptStore } from './scripts.ts';

/** Milliseconds: three databases are opened, each in a second or two on a quiet machine. */
const PATIENT_MS = 240_000;
const ID = '11111111-1111-4111-8111-111111111111';

test(
  'a database of before drizzle keeps what it holds, and is brought up to date once',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ringback-database-'));
    try {
      const old = await PGlite.create({ dataDir: folder });
      await old.exec(`CREATE TABLE migrations (name text PRIMARY KEY, ran_at timestamptz NOT NULL DEFAULT now());
      INSERT INTO migrations (name) VALUES ('0001-scripts-and-takes.sql');
      CREATE TABLE scripts (id uuid PRIMARY KEY, name text NOT NULL, text text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now());
      INSERT INTO scripts (id, name, text) VALUES ('${ID}', 'To Ms. Calder', 'Hello.');`);
      await old.close();
      for (let times = 0; times < 2; times++) {
        const { db, close } = await openDatabase({ folder });
        expect(await scriptStore(db, () => new Date()).list()).toMatchObject([{ id: ID, name: 'To Ms. Calder' }]);
        expect(await db.select({ value: count() }).from(sql`drizzle.__drizzle_migrations`)).toEqual([{ value: journal.entries.length }]);
        await close();
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  PATIENT_MS,
);
