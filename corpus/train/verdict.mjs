// verdict.mjs CORPUS FOLDS: what each element of the verdict would weigh by a plain logistic regression, on messages whose authors the reader has
// not seen; to be rounded by hand into verdict/weights.ts. Prints the weights, and how they and the documented ones rank.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementScores, openReader, review, scriptArtifacts } from '@ringback/core';
import { fitLogistic } from './logistic.mjs';
import { corpusFiles, messagesOf } from './messages.mjs';

const [corpus, folder] = process.argv.slice(2);
const folds = JSON.parse(readFileSync(join(folder, 'folds.json'), 'utf8'));
const messages = corpusFiles(corpus).flatMap(messagesOf);
const samples = folds.flatMap(({ file, authors }, fold) => {
  const reader = openReader(readFileSync(join(folder, file)));
  return messages
    .filter(({ author, verdict }) => authors.includes(author) && verdict)
    .map(({ text, verdict }) => {
      const read = review(scriptArtifacts(text, { name: 'text' }), { reader });
      return { fold, verdict, score: read.verdict.score, decision: read.verdict.decision, elements: elementScores(read) };
    });
});

function area(scored) {
  const of = (verdict) => scored.filter((sample) => sample.verdict === verdict).map(({ score }) => score);
  const [high, low] = [of('return'), of('delete')];
  return (
    high.flatMap((a) => low.map((b) => (a > b ? 1 : a === b ? 0.5 : 0))).reduce((sum, win) => sum + win, 0) / (high.length * low.length)
  );
}

const ids = [...new Set(samples.flatMap(({ elements }) => elements.map(({ id }) => id)))];
const rowOf = ({ elements }) => ids.map((id) => elements.find((element) => element.id === id)?.score ?? 1);
const clear = samples.filter(({ verdict }) => verdict !== 'toss-up');
const weigh = (some) =>
  fitLogistic(
    some.map(rowOf),
    some.map(({ verdict }) => (verdict === 'return' ? 1 : 0)),
    1,
  );
const ranked = folds.flatMap((_, fold) => {
  const weights = weigh(clear.filter((sample) => sample.fold !== fold));
  return samples
    .filter((sample) => sample.fold === fold)
    .map((sample) => ({ ...sample, score: [...rowOf(sample), 1].reduce((sum, value, k) => sum + value * weights[k], 0) }));
});
const weights = weigh(clear);
const total = weights.slice(0, -1).reduce((sum, weight) => sum + Math.max(0, weight), 0);
for (const [k, id] of ids.entries())
  process.stdout.write(`${id.padEnd(14)} ${weights[k].toFixed(2).padStart(6)}  share ${(weights[k] / total).toFixed(3)}\n`);
process.stdout.write(
  `documented weights: area ${area(samples).toFixed(3)}; logistic regression, by folds: area ${area(ranked).toFixed(3)}\n`,
);
const scores = (verdict) =>
  samples
    .filter((sample) => sample.verdict === verdict)
    .map(({ score }) => score)
    .sort((a, b) => a - b);
for (const verdict of ['return', 'toss-up', 'delete']) {
  const sorted = scores(verdict);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(2);
  process.stdout.write(`${verdict}: 10 % ${at(0.1)}, 50 % ${at(0.5)}, 90 % ${at(0.9)}\n`);
}
let best = { same: 0 };
for (let low = 0.3; low < 0.8; low += 0.01)
  for (let high = low + 0.02; high < 0.95; high += 0.01) {
    const same = samples.filter(({ verdict, score }) => (score < low ? 'delete' : score >= high ? 'return' : 'toss-up') === verdict).length;
    if (same > best.same) best = { same, low, high };
  }
process.stdout.write(
  `best bounds: below ${best.low?.toFixed(2)} delete, from ${best.high?.toFixed(2)} return: same ${(best.same / samples.length).toFixed(3)}\n`,
);
