import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RingbackError } from '@ringback/core';
import { modelsFolder } from '@ringback/speech/node';
import type { Command } from 'commander';
import type { Register } from 'ringback';
import { startServer } from '../../start-server.ts';
import { dataFolder } from '../disk/data-folder.ts';
import { eventLog, logOption } from './event-log.ts';

const DEFAULT_PORT = 4321;
/** House rule: more cores than a machine has. */
const MOST_JOBS = 1024;
const HIGHEST_PORT = 65_535;

/** Where the sample calls are, seen from `src/` and from `dist/`: in the package, or in the checkout. */
const SAMPLES = ['../../../samples/', '../../../../../fixtures/'].map((place) => fileURLToPath(new URL(place, import.meta.url)));

interface Flags {
  port: string;
  host?: string;
  origin?: string;
  jobs: string;
  keepDays?: string;
  open: boolean;
  log: 'text' | 'json';
}

/** Adds `ringback serve`. */
export const registerServe: Register = (program: Command, console, finish) => {
  program
    .command('serve')
    .description('opens the page on this machine: plan, script, rehearse, review, compare, log')
    .option('--port <number>', 'port to listen on', String(DEFAULT_PORT))
    .option('--host <address>', 'address to listen on, such as 0.0.0.0; beyond this machine everyone needs a token (docs/team.md)')
    .option('--origin <url>', 'address under which others reach it, such as https://ringback.example.com')
    .option('--jobs <number>', 'jobs at a time in this process; 0 leaves them to "ringback worker" (needs DATABASE_URL)', '1')
    .option('--keep-days <number>', 'takes are deleted for good after so many days, unless they are marked to be kept; by default none is')
    .option('--no-open', 'print the address, open no browser')
    .addOption(logOption())
    .action(async ({ port, host, origin, jobs, keepDays, open, log: format }: Flags) => {
      const { opened, ...told } = eventLog(console, format, 'server');
      const server = await startServer({
        port: portOf(port),
        host,
        origin,
        dataDir: dataFolder(console.env),
        databaseUrl: console.env.DATABASE_URL,
        jobsAtOnce: jobsOf(jobs, console.env.DATABASE_URL !== undefined),
        keepDays: keepDays === undefined ? undefined : daysOf(keepDays),
        modelsDir: modelsFolder(console.env),
        pageDir: dirname(fileURLToPath(import.meta.resolve('@ringback/web/page/index.html'))),
        samplesDir: SAMPLES.find(existsSync) ?? '',
        now: console.now,
        env: console.env,
        ...told,
      });
      opened(`Ringback is open at ${origin ?? server.url} (Ctrl-C ends it)\n`, { address: origin ?? server.url });
      if (open && origin === undefined) openBrowser(server.url, console.env);
      await new Promise<void>((resolve) => {
        if (console.signal.aborted) resolve();
        console.signal.addEventListener('abort', () => resolve(), { once: true });
      });
      told.note?.('the server is being closed');
      await server.close();
      told.note?.('the server is closed');
      finish(0);
    });
};

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= HIGHEST_PORT) return port;
  throw new RingbackError('bad-port', `--port takes a number from 0 to ${HIGHEST_PORT}, 0 for any free one.`);
}

function daysOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days > 0) return days;
  throw new RingbackError('bad-call', '--keep-days takes a whole number from 1.');
}

function jobsOf(text: string, hasWorkers: boolean): number {
  const least = hasWorkers ? 0 : 1;
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= least && jobs <= MOST_JOBS) return jobs;
  throw new RingbackError('bad-call', `--jobs takes a number from ${least} to ${MOST_JOBS}; 0 needs workers on the same DATABASE_URL.`);
}

/** Opens the person's browser where there is a display; a machine without one is no failure. */
function openBrowser(url: string, env: Readonly<Record<string, string | undefined>>): void {
  const linux = process.platform === 'linux';
  if (linux && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const [command, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const browser = spawn(command ?? 'xdg-open', [...args, url], { stdio: 'ignore', detached: true });
  browser.on('error', () => {});
  browser.unref();
}
