// npm start: from a fresh clone to the page, in one command. With --samples: the sample calls reviewed in the terminal instead.
import { buildPage, node, prepare, pullModels } from './setup.mjs';

const COMMAND = 'packages/ringback/bin/ringback.js';

function reviewSamples() {
  const samples = ['consultant', 'alumnus', 'reference'].flatMap((name) => [
    `fixtures/scripts/${name}.txt`,
    `fixtures/recordings/${name}.wav`,
  ]);
  for (const sample of samples) {
    process.stdout.write(`\n$ npx ringback review ${sample}\n\n`);
    if (!node(COMMAND, 'review', sample)) process.exit(3);
  }
  process.stdout.write(`
Now yours:
  npx ringback review my-script.txt       a script (or - to type one)
  npx ringback review my-take.wav         a recording, from any phone or browser
  npx ringback review my-take.wav --format json
  npx ringback doctor                     what this machine has and lacks
  npx ringback --help                     all commands
`);
}

prepare();
pullModels();
const args = process.argv.slice(2);
if (args.includes('--samples')) {
  reviewSamples();
} else {
  buildPage();
  // npm hands Ctrl-C to every process of the group: the server ends by itself and answers how it went.
  process.on('SIGINT', () => {});
  process.exit(node(COMMAND, 'serve', ...args) ? 0 : 3);
}
