#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  const { runCommandLine } = await import(main.href);
  // The page's server stands above this package; only its own commands and the help load it.
  const [command] = process.argv.slice(2);
  const asksForServer = command === undefined || ['serve', 'worker', 'jobs', 'log', 'mcp', 'help', '--help', '-h'].includes(command);
  const server = asksForServer ? await import('@ringback/server').catch(() => null) : null;
  process.exitCode = await runCommandLine(
    process.argv.slice(2),
    undefined,
    server === null ? [] : [server.registerServe, server.registerWorker, server.registerJobs, server.registerLog, server.registerMcp],
  );
} else {
  process.stderr.write('ringback: this checkout is not built yet; run "npm start" or "npm run build" in its top folder.\n');
  process.exitCode = 2;
}
