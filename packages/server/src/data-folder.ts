import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where scripts, takes and reviews are kept: `$RINGBACK_DATA`, else `$XDG_DATA_HOME/ringback`, else `~/.local/share/ringback`. */
export function dataFolder(env: Readonly<Record<string, string | undefined>>): string {
  return env.RINGBACK_DATA || join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'ringback');
}
