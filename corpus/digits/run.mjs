// npm run train:digits -- ISOLATED [--work FOLDER] [--folds FOLDER]: makes the digit head's weights again. ISOLATED is a folder of isolated
// digits: index.json lists clips as {file, digit, start, end} (seconds), one sound file a speaker. Without --folds the head hears none of
// them: synthesised voices and Asterisk's prompts alone, so every speaker of the folder is a stranger to measure it with. With --folds it
// hears them all, and the folder gets heads that never heard half of the speakers each. Needs Debian's python3-torch, python3-numpy,
// libopenblas0, flite, espeak-ng, festival with festvox-us-slt-hts, festvox-kallpc16k and festvox-kdlpc16k, sox and
// asterisk-core-sounds-en-wav.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const SOUNDS = 3000;
const SEED = 11;
/** Passes over the sounds: first without the recorded speakers, then with those that a head may hear. */
const EPOCHS = { base: 6, head: 3 };
const AT_ONCE = 2;
const FOLDS = 2;
const here = fileURLToPath(new URL('.', import.meta.url));
const weights = fileURLToPath(new URL('../../packages/speech/weights/digit-head/', import.meta.url));

function giveUp(text) {
  process.stderr.write(`train: ${text}\n`);
  process.exit(2);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    work: { type: 'string', default: fileURLToPath(new URL('../../.cache/digits', import.meta.url)) },
    folds: { type: 'string' },
  },
});
const [isolated] = positionals;
if (isolated === undefined) giveUp('give the folder of isolated digits (index.json and one sound file a speaker).');
for (const program of ['flite', 'espeak-ng', 'festival', 'sox']) {
  if (spawnSync('which', [program]).status !== 0) giveUp(`${program} is needed: apt-get install ${program}, then run this again.`);
}
const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import torch, numpy']).status === 0);
if (python === undefined) giveUp('Python with PyTorch is needed: apt-get install python3-torch python3-numpy, then run this again.');

const run = (command, args) =>
  new Promise((resolve) => {
    spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).on('exit', (code) =>
      code === 0 ? resolve() : giveUp(`${args[0]} failed; the lines above say why.`),
    );
  });

mkdirSync(values.work, { recursive: true });
const sounds = join(values.work, 'sounds');
const train = (out, without, more) =>
  run(python, [join(here, 'train.py'), sounds, out, '--without', without.join(','), ...more.map(String)]);
const listed = JSON.parse(readFileSync(join(isolated, 'index.json'), 'utf8'));
const speakers = [...new Set(listed.map(({ file }) => file.replace(/\.wav$/, '')))].sort();
const base = join(values.work, 'base.onnx');
const final = join(values.work, 'digit-head.onnx');

await run(process.execPath, [join(here, 'make.mjs'), sounds, String(SOUNDS), String(SEED), isolated]);
await train(base, speakers, ['--epochs', EPOCHS.base, '--rate', 2.5e-3]);
const onTop = ['--start', `${base}.pt`, '--epochs', EPOCHS.head, '--rate', 2e-3];
const tasks = [];
if (values.folds !== undefined) {
  tasks.push(() => train(final, [], onTop));
  mkdirSync(values.folds, { recursive: true });
  const folds = speakers.map((speaker, i) => ({ speaker, file: `${i % FOLDS}.onnx` }));
  writeFileSync(join(values.folds, 'folds.json'), JSON.stringify(folds));
  for (const file of new Set(folds.map((fold) => fold.file))) {
    const without = folds.filter((fold) => fold.file === file).map(({ speaker }) => speaker);
    tasks.unshift(() => train(join(values.folds, file), without, onTop));
  }
}
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) await task();
  }),
);

mkdirSync(weights, { recursive: true });
const made = values.folds === undefined ? base : final;
copyFileSync(made, join(weights, 'digit-head.onnx'));
const bytes = readFileSync(made);
const card = {
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  sounds: SOUNDS,
  epochs: EPOCHS,
  heard: values.folds === undefined ? [] : speakers,
};
writeFileSync(join(weights, 'digit-head.json'), `${JSON.stringify(card, null, 2)}\n`);
process.stdout.write(`weights: ${bytes.length} bytes, sha256 ${card.sha256}\n`);
