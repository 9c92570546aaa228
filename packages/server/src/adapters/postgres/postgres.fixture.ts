import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const BINARIES = '/usr/lib/postgresql';

/** A PostgreSQL server of its own for a test. */
export interface TestPostgres {
  url: string;
  /** Stops it at once, as a machine that fails would. */
  fail(): void;
  /** Starts it again. */
  start(): void;
  /** {@link TestPostgres.fail} and {@link TestPostgres.start}. */
  restart(): void;
  stop(): void;
}

/** Starts Debian's PostgreSQL in a new folder, reached through a socket in it, so that no port is taken. */
export function startPostgres(): TestPostgres {
  const version = readdirSync(BINARIES)
    .toSorted((a, b) => Number(a) - Number(b))
    .at(-1);
  const command = (name: string) => join(BINARIES, version ?? '', 'bin', name);
  // A socket's path has little room, and the server refuses to be root.
  const folder = mkdtempSync('/tmp/ringback-pg-');
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(folder, ...idsOf('postgres'));
  const run = (name: string, ...args: string[]) =>
    asRoot
      ? execFileSync('runuser', ['-u', 'postgres', '--', command(name), ...args], { stdio: 'pipe' })
      : execFileSync(command(name), args, { stdio: 'pipe' });
  const data = join(folder, 'data');
  run('initdb', '--auth=trust', '--username=ringback', '--encoding=UTF8', '--no-sync', '-D', data);
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`;
  const start = () => run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-o', options, '-w', 'start');
  const stop = (mode: string) => run('pg_ctl', '-D', data, '-m', mode, '-w', 'stop');
  start();
  return {
    url: `postgresql://ringback@/postgres?host=${encodeURIComponent(folder)}`,
    fail: () => void stop('immediate'),
    start: () => void start(),
    restart() {
      stop('immediate');
      start();
    },
    stop() {
      stop('fast');
      rmSync(folder, { recursive: true });
    },
  };
}

function idsOf(user: string): [number, number] {
  const id = (flag: string) => Number(execFileSync('id', [flag, user]).toString());
  return [id('-u'), id('-g')];
}
