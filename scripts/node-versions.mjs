// npm run node-versions: the built command and the fast tests under every Node that is promised, as far as the registry has them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, pullModels, run } from './setup.mjs';

/** The oldest that is promised, and the releases with long support after it. */
const VERSIONS = ['20.19', '22', '24'];
/** Longest that one Node may take, in milliseconds: one that hangs is a failure. */
const LONGEST_MS = 15 * 60_000;

const COMMAND = 'packages/ringback/bin/ringback.js';
const VITEST = 'node_modules/vitest/vitest.mjs';
const WORK = [
  ['reviews a script', [COMMAND, 'review', 'fixtures/scripts/alumnus.txt', '--format', 'json']],
  ['reviews a recording', [COMMAND, 'review', 'fixtures/recordings/consultant.wav', '--format', 'json']],
  ['passes the fast tests', [VITEST, 'run', '--project', 'fast', '--reporter', 'dot']],
];

/** The program of that version from the npm package "node"; null where the registry has none for this machine. */
function nodeOf(version, folder) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-save'];
  const { status } = spawnSync('npm', ['install', '--prefix', folder, ...quiet, `node@${version}`], { cwd: folder, stdio: 'ignore' });
  const program = join(folder, 'node_modules/node/bin/node');
  const said = status === 0 ? spawnSync(program, ['--version'], { encoding: 'utf8' }) : null;
  return said?.status === 0 ? { program, version: said.stdout.trim() } : null;
}

prepare();
pullModels();
const failed = [];
for (const wanted of VERSIONS) {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-node-'));
  try {
    const found = nodeOf(wanted, folder);
    if (found === null) {
      process.stdout.write(`node-versions: the registry has no Node ${wanted} for this machine; it is not tried\n`);
      continue;
    }
    const env = { ...process.env, PATH: `${join(found.program, '..')}:${process.env.PATH}` };
    for (const [what, args] of WORK) {
      // What failed is told on standard error; the reviews themselves are of no interest.
      const passed = run(found.program, args, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: LONGEST_MS });
      process.stdout.write(`node-versions: ${found.version} ${what}: ${passed ? 'yes' : 'NO'}\n`);
      if (!passed) failed.push(`${found.version}: ${what}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
process.exit(failed.length > 0 ? 1 : 0);
