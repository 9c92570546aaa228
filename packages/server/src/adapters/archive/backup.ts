import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { RingbackError } from '@ringback/core';
import { writeWholeFile } from 'ringback';
import { z } from 'zod';
import type { BlobStore } from '../../ports/blobs.ts';
import type { Database } from '../postgres/database.ts';
import { countOn, hasRows, insertRow, type KeptTable, keptTables, migrationCount, rowTexts } from './kept-tables.ts';

/** Rows read at a time, and bytes of sound in one line. */
const ROWS = 50;
const PART_BYTES = 1 << 18;

/** The lines of a backup: what it is, then every row, then every sound in parts. Gzip of JSON lines, so that it can be read without us. */
const lineSchema = z.union([
  z.object({ ringbackBackup: z.literal(1), migrations: z.int() }),
  z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) }),
  z.object({ sound: z.string().regex(/^[\w-]+\.wav$/), part: z.base64(), isLast: z.boolean() }),
]);

type Line = z.infer<typeof lineSchema>;

/** What was put away or brought back. */
export interface BackupTally {
  rows: number;
  sounds: number;
}

/** What is kept: rows and sound. */
export interface KeptStore {
  db: Database;
  blobs: BlobStore;
}

/** Writes all that is kept of everyone into one file, which none but its owner may read; rows as they were at one moment. Throws "cannot-write". */
export async function backup({ db, blobs }: KeptStore, file: string): Promise<BackupTally> {
  const tally = { rows: 0, sounds: 0 };
  await db.transaction(
    async (tx) => {
      const zipped = createGzip();
      const read = pipeline(Readable.from(linesOf({ db: tx as unknown as Database, blobs }, tally)), zipped);
      // Told by who writes: a line that cannot be read ends both.
      read.catch(() => {});
      await writeWholeFile(file, zipped);
      await read;
    },
    { isolationLevel: 'repeatable read' },
  );
  return tally;
}

async function* linesOf({ db, blobs }: KeptStore, tally: BackupTally): AsyncGenerator<string> {
  yield `${JSON.stringify({ ringbackBackup: 1, migrations: await migrationCount(db) })}\n`;
  for (const table of await keptTables(db)) {
    for (let from = 0; ; from += ROWS) {
      const rows = await rowTexts(db, table, from, ROWS);
      for (const row of rows) yield `{"table":${JSON.stringify(table.name)},"row":${row}}\n`;
      tally.rows += rows.length;
      if (rows.length < ROWS) break;
    }
  }
  for (const sound of await blobs.list('.wav')) {
    for (let from = 0, isLast = false; !isLast; from += PART_BYTES) {
      const found = await blobs.read(sound, from, from + PART_BYTES - 1);
      if (found === null) break;
      isLast = from + PART_BYTES >= found.size;
      yield `${JSON.stringify({ sound, part: Buffer.from(found.bytes).toString('base64'), isLast })}\n`;
      if (isLast) tally.sounds += 1;
    }
  }
}

/**
 * Brings a backup back into a store that holds nothing, all of it or nothing.
 * @throws RingbackError "bad-backup" for what is no backup, one of a newer Ringback, or a store that is not empty.
 */
export async function restore({ db, blobs }: KeptStore, file: string): Promise<BackupTally> {
  const tables = await keptTables(db);
  if (await hasRows(db, tables))
    throw badBackup('a backup is brought back only where nothing is kept yet: give an empty RINGBACK_DATA or DATABASE_URL');
  const written: string[] = [];
  try {
    return await restored({ db, blobs }, file, tables, written);
  } catch (error) {
    for (const sound of written) await blobs.remove(sound);
    throw error;
  }
}

async function restored({ db, blobs }: KeptStore, file: string, tables: readonly KeptTable[], written: string[]): Promise<BackupTally> {
  let rows = 0;
  await db.transaction(async (tx) => {
    const into = tx as unknown as Database;
    const known = await migrationCount(into);
    let isFirst = true;
    const parts: Buffer[] = [];
    await readLines(file, async (line) => {
      if ('ringbackBackup' in line !== isFirst) throw badBackup('this file is none');
      isFirst = false;
      if ('ringbackBackup' in line) {
        if (line.migrations > known) throw badBackup('this one was made by a newer Ringback: install that');
      } else if ('table' in line) {
        await insertRow(into, tableOf(tables, line.table), line.row);
        rows += 1;
      } else {
        parts.push(Buffer.from(line.part, 'base64'));
        if (!line.isLast) return;
        written.push(line.sound);
        await blobs.write(line.sound, parts.splice(0));
      }
    });
    if (isFirst) throw badBackup('this file is none');
    for (const table of tables) await countOn(into, table);
  });
  return { rows, sounds: written.length };
}

function tableOf(tables: readonly KeptTable[], name: string): KeptTable {
  const table = tables.find((one) => one.name === name);
  if (table === undefined) throw badBackup('it holds something that this Ringback does not know');
  return table;
}

/** @param take Given each line in turn. */
async function readLines(file: string, take: (line: Line) => Promise<void>): Promise<void> {
  const each = async (bytes: AsyncIterable<Uint8Array>): Promise<void> => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of bytes) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) await take(lineOf(line));
    }
    if (rest !== '') await take(lineOf(rest));
  };
  // What is told of a reader that gives up is that the stream was closed.
  let fault: unknown = null;
  const told = (bytes: AsyncIterable<Uint8Array>) =>
    each(bytes).catch((error: unknown) => {
      fault = error;
      throw error;
    });
  await pipeline(createReadStream(file), createGunzip(), told).catch((error: NodeJS.ErrnoException) => {
    if (fault instanceof RingbackError) throw fault;
    // What the system says of a file that is none, a folder, or not ours to read.
    if (error.syscall !== undefined) {
      throw new RingbackError('no-such-file', `There is no such backup that can be read (${error.code}): give its whole path.`);
    }
    throw error.code?.startsWith('Z_') ? badBackup('this file is none, or is cut short') : error;
  });
}

function lineOf(text: string): Line {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    throw badBackup('a line of it is damaged, or it is cut short');
  }
}

const badBackup = (why: string): RingbackError => new RingbackError('bad-backup', `This backup cannot be used: ${why}.`);
