#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  const { runCommandLine } = await import(main.href);
  process.exitCode = await runCommandLine(process.argv.slice(2));
} else {
  process.stderr.write('ringback: this checkout is not built yet; run "npm start" or "npm run build" in its top folder.\n');
  process.exitCode = 2;
}
