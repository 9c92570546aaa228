// npm start: from a fresh clone to a first review, in one command.
import { node, prepare, pullModels } from './setup.mjs';

prepare();
pullModels();
const samples = ['consultant', 'alumnus', 'reference'].flatMap((name) => [
  `fixtures/scripts/${name}.txt`,
  `fixtures/recordings/${name}.wav`,
]);
for (const sample of samples) {
  process.stdout.write(`\n$ npx ringback review ${sample}\n\n`);
  if (!node('packages/ringback/bin/ringback.js', 'review', sample)) process.exit(3);
}
process.stdout.write(`
Now yours:
  npx ringback review my-script.txt       a script (or - to type one)
  npx ringback review my-take.wav         a recording, from any phone or browser
  npx ringback review my-take.wav --format json
  npx ringback doctor                     what this machine has and lacks
  npx ringback --help                     all commands
`);
