// agreement.mjs CORPUS: how far blind second readers (second/*.jsonl: {id, facts, verdict}) agree with the authors' labels: kappa a fact.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFiles, messagesOf } from './messages.mjs';

const [corpus = 'corpus'] = process.argv.slice(2);
const first = new Map(
  corpusFiles(corpus)
    .flatMap(messagesOf)
    .map((message) => [message.id, message]),
);
const files = readdirSync(join(corpus, 'second')).filter((name) => name.endsWith('.jsonl') && name !== 'open.jsonl');

/** Cohen's kappa of pairs of labels. */
function kappa(pairs) {
  const same = pairs.filter(([a, b]) => a === b).length / pairs.length;
  const labels = [...new Set(pairs.flat())];
  const share = (side, label) => pairs.filter((pair) => pair[side] === label).length / pairs.length;
  const byChance = labels.reduce((sum, label) => sum + share(0, label) * share(1, label), 0);
  return byChance === 1 ? 1 : (same - byChance) / (1 - byChance);
}

for (const name of files) {
  const lines = readFileSync(join(corpus, 'second', name), 'utf8')
    .split('\n')
    .filter(Boolean);
  const second = lines.map((line) => JSON.parse(line)).filter(({ id }) => first.has(id));
  process.stdout.write(`\n${name}: ${second.length} of ${first.size} messages read twice\n`);
  for (const fact of Object.keys(second[0]?.facts ?? {})) {
    const pairs = second.map(({ id, facts }) => [first.get(id).facts[fact], facts[fact]]);
    const differ = pairs.filter(([a, b]) => a !== b).length;
    process.stdout.write(`${fact.padEnd(14)} kappa ${kappa(pairs).toFixed(2)}  differ ${differ}\n`);
  }
  process.stdout.write(`verdict        kappa ${kappa(second.map(({ id, verdict }) => [first.get(id).verdict, verdict])).toFixed(2)}\n`);
}
