import { eq, sql } from 'drizzle-orm';
import type { Database } from '../postgres/database.ts';
import { audit, people } from '../postgres/tables.ts';

/** A table of ours: whatever holds rows in the public schema. */
export interface KeptTable {
  name: string;
  /** But for those that the database works out from the others. */
  columns: string[];
  /** The column that counts by itself; null where none does. */
  identity: string | null;
}

interface ColumnRow {
  name: string;
  column: string;
  is_identity: string;
}

/** Older databases have the list of the former way to bring tables up to date. */
const NOT_OURS = 'migrations';

async function rowsOf<Row>(db: Database, query: ReturnType<typeof sql>): Promise<Row[]> {
  return ((await db.execute(query)) as unknown as { rows: Row[] }).rows;
}

/** All tables, each after those that its rows point to. Read from the database, so that a table added later is never left out. */
export async function keptTables(db: Database): Promise<KeptTable[]> {
  const columns = await rowsOf<ColumnRow>(
    db,
    sql`SELECT c.table_name AS name, c.column_name AS column, c.is_identity FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' AND c.table_name <> ${NOT_OURS} ORDER BY 1, c.ordinal_position`,
  );
  const links = await rowsOf<{ from: string; to: string }>(
    db,
    sql`SELECT conrelid::regclass::text AS from, confrelid::regclass::text AS to FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  const names = [...new Set(columns.map(({ name }) => name))];
  return inOrder(names, links).map((name) => {
    const own = columns.filter((column) => column.name === name);
    return {
      name,
      columns: own.map(({ column }) => column),
      identity: own.find(({ is_identity }) => is_identity === 'YES')?.column ?? null,
    };
  });
}

function inOrder(names: string[], links: { from: string; to: string }[]): string[] {
  const placed: string[] = [];
  const place = (name: string): void => {
    if (placed.includes(name)) return;
    for (const { from, to } of links) if (from === name && to !== name) place(to);
    placed.push(name);
  };
  for (const name of names) place(name);
  return placed;
}

/** How many changes the tables have had. */
export async function migrationCount(db: Database): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(db, sql`SELECT count(*)::int AS count FROM drizzle.__drizzle_migrations`);
  return row?.count ?? 0;
}

/** Some rows of a table as JSON texts, from the one at `from` on. */
export async function rowTexts(db: Database, { name }: KeptTable, from: number, count: number): Promise<string[]> {
  const rows = await rowsOf<{ row: string }>(
    db,
    sql`SELECT row_to_json(t)::text AS row FROM ${sql.identifier(name)} t ORDER BY ctid LIMIT ${count} OFFSET ${from}`,
  );
  return rows.map(({ row }) => row);
}

/** Whether any table has a row. */
export async function hasRows(db: Database, tables: readonly KeptTable[]): Promise<boolean> {
  for (const table of tables) if ((await rowTexts(db, table, 0, 1)).length > 0) return true;
  return false;
}

/** Puts a row in as it was; columns that are newer than it have what they begin with. */
export async function insertRow(db: Database, { name, columns }: KeptTable, row: Record<string, unknown>): Promise<void> {
  const known = columns.filter((column) => column in row).map((column) => sql.identifier(column));
  const list = sql.join(known, sql`, `);
  const table = sql.identifier(name);
  await db.execute(
    sql`INSERT INTO ${table} (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM json_populate_record(NULL::${table}, ${JSON.stringify(row)}::json)`,
  );
}

/** Counting goes on after the rows that were put in. */
export async function countOn(db: Database, { name, identity }: KeptTable): Promise<void> {
  if (identity === null) return;
  const column = sql.identifier(identity);
  await db.execute(
    sql`SELECT setval(pg_get_serial_sequence(${name}, ${identity}), greatest(max(${column}), 1), max(${column}) IS NOT NULL) FROM ${sql.identifier(name)}`,
  );
}

/** Deletes every row of an owner, and the person with their tokens. What the audit trail tells stays, without who did it. */
export async function deleteOwned(db: Database, tables: readonly KeptTable[], owner: string): Promise<void> {
  for (const { name, columns } of tables.toReversed()) {
    if (columns.includes('owner')) await db.execute(sql`DELETE FROM ${sql.identifier(name)} WHERE owner = ${owner}`);
  }
  await db.update(audit).set({ personId: null, tokenId: null }).where(eq(audit.personId, owner));
  await db.delete(people).where(eq(people.id, owner));
}
