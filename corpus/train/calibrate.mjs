// calibrate.mjs CORPUS FOLDS FINAL: weighs the clues of each fact into a chance, on messages whose authors the fold's reader has not seen.
// FOLDS is a folder with folds.json ([{file, authors}]) and the folds' weights. Each fold gets the calibration of the others, FINAL that of all.
// Prints how often it is right and how much it finds where it says that a message presses, by chance.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findContacts, masksOf, openReader, scriptArtifacts } from '@ringback/core';
import { fitLogistic } from './logistic.mjs';
import { corpusFiles, messagesOf } from './messages.mjs';
import { flatten } from './variants.mjs';
import { setHeader } from './weights-file.mjs';

const FORMS = { written: (text) => text, flat: flatten };
const CHANCES = [0.9, 0.8, 0.7, 0.6, 0.5];

const [corpus, folder, final] = process.argv.slice(2);
const folds = JSON.parse(readFileSync(join(folder, 'folds.json'), 'utf8'));
const messages = corpusFiles(corpus).flatMap(messagesOf);

/** Reads a text as the product does. */
function read(reader, text) {
  const transcript = scriptArtifacts(text, { name: 'text' }).transcript.value;
  return reader.read(text, masksOf(transcript, findContacts(transcript)));
}

const samples = folds.map(({ file, authors }) => {
  const reader = openReader(readFileSync(join(folder, file)));
  return messages
    .filter(({ author }) => authors.includes(author))
    .flatMap(({ text, facts, presses, disputed = [] }) =>
      Object.entries(FORMS).map(([form, change]) => ({
        form,
        clues: read(reader, change(text)).clues,
        facts: { ...facts, pressing: presses },
        disputed,
      })),
    );
});

function calibrationOf(parts) {
  const known = parts.flat();
  const facts = Object.keys(known[0].clues);
  return Object.fromEntries(
    facts.map((fact) => {
      const usable = known.filter((sample) => typeof sample.facts[fact] === 'boolean' && !sample.disputed.includes(fact));
      const names = Object.keys(usable[0].clues[fact]);
      const rows = usable.map((sample) => names.map((name) => sample.clues[fact][name]));
      const weights = fitLogistic(
        rows,
        usable.map((sample) => (sample.facts[fact] ? 1 : 0)),
      ).map((weight) => Number(weight.toFixed(4)));
      return [fact, { bias: weights.at(-1), weights: Object.fromEntries(names.map((name, k) => [name, weights[k]])) }];
    }),
  );
}

const told = folds.flatMap(({ file }, held) => {
  const calibration = calibrationOf(samples.filter((_, fold) => fold !== held));
  setHeader(join(folder, file), { calibration });
  return samples[held]
    .filter(({ facts }) => facts.pressing !== undefined)
    .map((sample) => ({ ...sample, chance: pressingChance(sample, calibration) }));
});

function pressingChance({ clues }, { pressing: { bias, weights } }) {
  const sum = Object.entries(weights).reduce((total, [name, weight]) => total + weight * clues.pressing[name], bias);
  return 1 / (1 + Math.exp(-sum));
}

for (const form of Object.keys(FORMS))
  for (const from of CHANCES) {
    const own = told.filter((sample) => sample.form === form);
    const found = own.filter(({ chance }) => chance >= from);
    const right = found.filter(({ facts }) => facts.pressing).length;
    const all = own.filter(({ facts }) => facts.pressing).length;
    process.stdout.write(
      `pressing, ${form}, chance from ${from}: precision ${(right / found.length).toFixed(2)}, recall ${(right / all).toFixed(2)} of ${all}\n`,
    );
  }
setHeader(final, { calibration: calibrationOf(samples) });
process.stdout.write(`calibrated on ${samples.flat().length} readings of ${messages.length} messages\n`);
