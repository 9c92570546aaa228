// node scripts/pack.mjs FOLDER: packs what is published into a folder, from a checkout in which nothing is installed or built yet.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage, giveUp, prepare, run, top } from './setup.mjs';

const FIXTURES = join(top, 'fixtures');
const SAMPLES = join(top, 'packages/server/samples');

/** Packs every package that is not private, in the place of what was in the folder. */
export function pack(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['scripts', 'recordings']) cpSync(join(FIXTURES, part), join(SAMPLES, part), { recursive: true });
  const names = readdirSync(join(top, 'packages'))
    .map((name) => JSON.parse(readFileSync(join(top, 'packages', name, 'package.json'), 'utf8')))
    .filter((manifest) => !manifest.private)
    .map(({ name }) => `--workspace=${name}`);
  const packs = ['pack', '--pack-destination', folder, '--loglevel=error', '--ignore-scripts', ...names];
  if (!run('npm', packs)) giveUp('the packages could not be packed.');
  rmSync(SAMPLES, { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) giveUp('say where to: node scripts/pack.mjs FOLDER');
  prepare();
  buildPage();
  pack(resolve(folder));
}
