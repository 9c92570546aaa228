// npm run watch: compiles what changes and runs the fast tests it touches; words that follow narrow them, such as: npm run watch -- tips
import { spawn } from 'node:child_process';
import { node, prepare, top } from './setup.mjs';

prepare();
const compiler = spawn(process.execPath, [`${top}node_modules/typescript/bin/tsc`, '-b', '--watch', '--preserveWatchOutput'], {
  cwd: top,
  stdio: ['ignore', 'ignore', 'inherit'],
});
process.on('SIGINT', () => {});
const passed = node('node_modules/vitest/vitest.mjs', 'watch', '--project', 'fast', ...process.argv.slice(2));
compiler.kill();
process.exit(passed ? 0 : 1);
