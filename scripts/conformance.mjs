// npm run conformance: the Model Context Protocol's own conformance suite against /mcp of this server, on a data folder of its own.
// The suite's other scenarios call tools, resources and prompts that only its example server has. It needs Node 22, which is fetched with it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveUp, prepare, run, top } from './setup.mjs';

const SUITE = ['@modelcontextprotocol/conformance@0.1.16', 'node@22'];
const SCENARIOS = [
  'server-initialize',
  'ping',
  'tools-list',
  'resources-list',
  'prompts-list',
  'server-sse-multiple-streams',
  'dns-rebinding-protection',
];

/** Fetches the suite once into the cache, beside the packages of the checkout. */
function fetchSuite() {
  const folder = join(top, '.cache/conformance');
  const suite = join(folder, 'node_modules/@modelcontextprotocol/conformance/dist/index.js');
  mkdirSync(folder, { recursive: true });
  const install = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...SUITE];
  if (!existsSync(suite) && !run('npm', install)) giveUp('the conformance suite could not be installed: npm needs its registry once.');
  return { suite, newNode: join(folder, 'node_modules/.bin/node') };
}

/** Starts the server on a port that is free; resolves with it once it listens. */
function startServer(dataDir) {
  const args = [`${top}packages/ringback/bin/ringback.js`, 'serve', '--no-open', '--port', '0'];
  const server = spawn(process.execPath, args, { env: { ...process.env, RINGBACK_DATA: dataDir }, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    server.on('exit', () => reject(new Error('the server ended before it listened')));
    server.stdout.on('data', (text) => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(String(text))?.[0];
      if (address) resolve({ server, address });
    });
  });
}

prepare();
const { suite, newNode } = fetchSuite();
const dataDir = mkdtempSync(join(tmpdir(), 'ringback-conformance-'));
const { server, address } = await startServer(dataDir);
server.removeAllListeners('exit');
const failed = SCENARIOS.filter((scenario) => {
  const ran = spawnSync(newNode, [suite, 'server', '--url', `${address}/mcp`, '--scenario', scenario], { cwd: dataDir, encoding: 'utf8' });
  process.stdout.write(`${ran.status === 0 ? 'passed' : 'FAILED'}  ${scenario}\n`);
  if (ran.status !== 0) process.stdout.write(`${ran.stdout}${ran.stderr}\n`);
  return ran.status !== 0;
});
server.on('exit', () => rmSync(dataDir, { recursive: true }));
server.kill();
process.stdout.write(`${SCENARIOS.length - failed.length} of ${SCENARIOS.length} scenarios passed.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
