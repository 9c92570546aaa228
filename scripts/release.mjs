// npm run release: packs what is published into release/, then proves in an empty project that it installs and runs.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pack } from './pack.mjs';
import { faultsOfPacked } from './release/published.mjs';
import { buildPage, giveUp, installBeside, node, prepare, pullModels, run, top } from './setup.mjs';

const RELEASE = join(top, 'release');
const FIXTURES = join(top, 'fixtures');
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];

/** An empty project with what was packed. */
function install() {
  const project = mkdtempSync(join(tmpdir(), 'ringback-release-'));
  writeFileSync(join(project, 'package.json'), '{"private":true,"type":"module"}');
  const tarballs = readdirSync(RELEASE).map((name) => join(RELEASE, name));
  if (!run('npm', ['install', ...QUIET, ...tarballs], { cwd: project })) giveUp('the packed packages could not be installed.');
  return project;
}

/** Refuses every connection that leaves this machine, in a process and in all that it starts. */
const OFFLINE = `import { Socket } from 'node:net';
const { connect } = Socket.prototype;
Socket.prototype.connect = function (...args) {
  const [to] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof to === 'object' ? (to.path === undefined ? (to.host ?? 'localhost') : 'localhost') : typeof args[1] === 'string' ? args[1] : 'localhost';
  if (!/^(?:localhost|127\\.|::1$)/.test(host)) throw new Error('no network here');
  return connect.apply(this, args);
};
`;

/** As a person calls it, with nothing to fetch. */
function runsOffline(project) {
  writeFileSync(join(project, 'offline.mjs'), OFFLINE);
  const env = { ...process.env, NODE_OPTIONS: `--import ${pathToFileURL(join(project, 'offline.mjs')).href}`, npm_config_offline: 'true' };
  const refused = spawnSync(process.execPath, ['-e', "fetch('http://192.0.2.1/').then(() => {}, () => process.exit(7))"], { env });
  if (refused.status !== 7) giveUp('the network could not be kept from the installed command.');
  const command = ['--no-install', 'ringback', 'review', join(FIXTURES, 'recordings/alumnus.wav'), '--format', 'json'];
  const { status, stdout, stderr } = spawnSync('npx', command, { cwd: project, env, encoding: 'utf8' });
  if (status !== 0 || !/"reviewVersion": 1/.test(stdout)) giveUp(`"npx ringback" ended with ${status} without a network:\n${stderr}`);
  process.stdout.write('release: npx ringback works without a network\n');
}

/** Runs the installed command; ends everything when it does not say what is expected. */
function says(project, args, expected) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/ringback/bin/ringback.js', ...args], {
    cwd: project,
    encoding: 'utf8',
  });
  if (status !== 0 || !expected.test(stdout)) {
    giveUp(`the installed "ringback ${args[0]}" ended with ${status} and not with ${expected}:\n${stderr}${stdout.slice(0, 500)}`);
  }
  process.stdout.write(`release: ringback ${args[0]} works\n`);
}

/** The library as its README uses it. */
function imports(project) {
  const program = `import { loadReader, reviewScript } from 'ringback';
const { review } = reviewScript('Hello Ms. Calder, this is Theo.', { name: 'call.txt', review: { reader: await loadReader() } });
if (review.tips.length !== 7) process.exit(1);`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: project, stdio: 'inherit' });
  if (status !== 0) giveUp('the installed library could not review a script.');
  process.stdout.write('release: the library works\n');
}

/** The page, its interface and a sample, from the installed server. */
async function serves(project) {
  const env = { ...process.env, RINGBACK_DATA: join(project, 'data') };
  const command = ['node_modules/ringback/bin/ringback.js', 'serve', '--port', '0', '--no-open'];
  const server = spawn(process.execPath, command, { cwd: project, env });
  try {
    const url = await new Promise((resolve, reject) => {
      server.stdout.on('data', (text) => {
        const found = /http:\S+/.exec(String(text))?.[0];
        if (found) resolve(found);
      });
      server.stderr.pipe(process.stderr);
      server.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    for (const [path, expected] of [
      ['/', /<title>/],
      ['/api/v1/openapi.json', /"openapi":"3\.1\.0"/],
      ['/api/v1/samples/alumnus/script', /"text"/],
    ]) {
      const answer = await fetch(url + path);
      if (!answer.ok || !expected.test(await answer.text())) giveUp(`the installed server does not serve ${path}.`);
    }
    process.stdout.write('release: ringback serve works\n');
  } finally {
    server.kill();
    await new Promise((resolve) => server.once('close', resolve));
  }
}

prepare();
buildPage();
pullModels();
if (!node('scripts/check/published-files.mjs')) giveUp('what would be published is not right; the lines above say where.');
pack(RELEASE);
installBeside('publint', '@arethetypeswrong/core');
const faults = (await Promise.all(readdirSync(RELEASE).map((name) => faultsOfPacked(join(RELEASE, name))))).flat();
if (faults.length > 0) giveUp(`the packed packages are not right:\n${faults.join('\n')}`);
process.stdout.write('release: export maps, types and sizes are right\n');
const project = install();
try {
  says(project, ['review', join(FIXTURES, 'scripts/alumnus.txt')], /return|toss|delete/i);
  says(project, ['review', join(FIXTURES, 'recordings/alumnus.wav'), '--format', 'json'], /"reviewVersion": 1/);
  runsOffline(project);
  imports(project);
  await serves(project);
} finally {
  rmSync(project, { recursive: true });
}
process.stdout.write(
  `release: ${readdirSync(RELEASE).length} packages in release/ install and run; publish them with "npm publish release/<file>"\n`,
);
