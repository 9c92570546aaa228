// npm test: installs what the tests need, checks the code, runs every test.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage, giveUp, node, prepare, pullModels, run, tool } from './setup.mjs';

/** Debian packages that tests make recordings and reference measures with, keep data in and check with, and a command each brings. */
const DEBIAN_PACKAGES = {
  sox: 'sox',
  ffmpeg: 'ffmpeg',
  flite: 'flite',
  'espeak-ng': 'espeak-ng',
  praat: 'praat',
  chromium: 'chromium',
  postgresql: 'pg_ctlcluster',
  systemd: 'systemd-analyze',
};

function installDebianPackages() {
  const missing = Object.entries(DEBIAN_PACKAGES)
    .filter(([, command]) => spawnSync('sh', ['-c', `command -v ${command}`]).status !== 0)
    .map(([name]) => name);
  if (missing.length === 0) return;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'apt-get', '-qq', '-o', 'Dpkg::Use-Pty=0', ...args];
    return run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  process.stderr.write(`Installing Debian packages for the tests: ${missing.join(', ')} ...\n`);
  if (!(apt('update') && apt('install', '-y', '--no-install-recommends', ...missing))) {
    giveUp(`the tests need ${missing.join(', ')}: install them with your system's package manager, then run npm test again.`);
  }
}

prepare();
installDebianPackages();
pullModels();
buildPage();
if (!node('scripts/check.mjs')) process.exit(1);

const folder = mkdtempSync(join(tmpdir(), 'ringback-test-'));
const results = join(folder, 'results.json');
const passed = tool('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...process.argv.slice(2));
try {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(results, 'utf8'));
  process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`);
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(passed ? 0 : 1);
