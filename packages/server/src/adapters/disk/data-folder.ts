import { rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from 'ringback';
import type { DatabasePlace } from '../postgres/database.ts';

/** Where scripts, takes and reviews are kept: `$RINGBACK_DATA`, else `$XDG_DATA_HOME/ringback`, else `~/.local/share/ringback`. */
export function dataFolder(env: Readonly<Record<string, string | undefined>>): string {
  return env.RINGBACK_DATA || join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'ringback');
}

/** Where the database is: the server of `$DATABASE_URL` when that is set, else embedded in the data folder. */
export const databasePlace = (dataDir: string, databaseUrl: string | undefined): DatabasePlace =>
  databaseUrl ? { url: databaseUrl } : { folder: join(dataDir, 'database') };

/** An empty folder in which what is sent waits until it is whole; what a server that died left there was never acknowledged. */
export async function incomingFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'incoming');
  await rm(folder, { recursive: true, force: true });
  await makeFolder(folder);
  return folder;
}
