import { homedir } from 'node:os';
import { join } from 'node:path';
import type { DatabasePlace } from '../postgres/database.ts';

/** Where scripts, takes and reviews are kept: `$RINGBACK_DATA`, else `$XDG_DATA_HOME/ringback`, else `~/.local/share/ringback`. */
export function dataFolder(env: Readonly<Record<string, string | undefined>>): string {
  return env.RINGBACK_DATA || join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'ringback');
}

/** Where the database is: the server of `$DATABASE_URL` when that is set, else embedded in the data folder. */
export const databasePlace = (dataDir: string, databaseUrl: string | undefined): DatabasePlace =>
  databaseUrl ? { url: databaseUrl } : { folder: join(dataDir, 'database') };
