// npm run goldens: hears the sample recordings again (--hear), then judges the committed artifacts into golden reviews.
import { fileURLToPath } from 'node:url';
import { giveUp, node, prepare, pullModels, run, top } from './setup.mjs';

prepare();
const ringback = (...args) =>
  run(process.execPath, [`${top}packages/ringback/bin/ringback.js`, ...args]) || giveUp(`goldens: "${args.join(' ')}" failed.`);
const hear = process.argv.includes('--hear');
if (!node('scripts/goldens/findings.mjs')) giveUp('goldens: the findings could not be written; the lines above say why.');
if (!node('scripts/goldens/scripts.mjs')) giveUp('goldens: the scripts could not be composed; the lines above say why.');
if (hear) pullModels();
for (const name of ['consultant', 'alumnus', 'reference']) {
  const folder = fileURLToPath(new URL(`../fixtures/artifacts/${name}`, import.meta.url));
  if (hear)
    ringback(
      'review',
      `fixtures/recordings/${name}.wav`,
      '--format',
      'json',
      '--artifacts',
      folder,
      '--out',
      `fixtures/golden/${name}.json`,
    );
  ringback('review', folder, '--format', 'json', '--out', `fixtures/golden/${name}.json`);
}
