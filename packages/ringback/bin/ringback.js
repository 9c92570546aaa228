#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  const { runCommandLine } = await import(main.href);
  // The page's server stands above this package; only its own commands and the help load it.
  const words = process.argv.slice(2);
  // Takes are kept by the server's package.
  const args =
    words[0] === 'review' && words.includes('--again') ? ['judge-again', ...words.slice(1).filter((word) => word !== '--again')] : words;
  const [command] = args;
  const ofServer = ['serve', 'worker', 'jobs', 'backup', 'restore', 'export', 'erase', 'judge-again', 'log', 'mcp', 'tokens', 'intake'];
  const asksForServer = command === undefined || [...ofServer, 'help', '--help', '-h'].includes(command);
  const server = asksForServer ? await import('@ringback/server').catch(() => null) : null;
  process.exitCode = await runCommandLine(
    args,
    undefined,
    server === null
      ? []
      : [
          server.registerServe,
          server.registerWorker,
          server.registerJobs,
          server.registerKeep,
          server.registerLog,
          server.registerMcp,
          server.registerTokens,
          server.registerIntake,
        ],
  );
} else {
  process.stderr.write('ringback: this checkout is not built yet; run "npm start" or "npm run build" in its top folder.\n');
  process.exitCode = 2;
}
