// npm run fuzz -- --minutes 5 [--only csv]: the tests that make up their input, with seed after seed; what breaks is printed with its seed.
import { parseArgs } from 'node:util';
import { giveUp, prepare, run, top } from './setup.mjs';

/** Inputs of one test between two looks at the clock. */
const RUNS = 5000;
const TARGETS = ['csv', 'vcard', 'mail'];

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, only: { type: 'string' }, seed: { type: 'string' } },
});
if (values.only !== undefined && !TARGETS.includes(values.only)) giveUp(`there is no "${values.only}" to fuzz: ${TARGETS.join(', ')}.`);
prepare();
const until = Date.now() + Number(values.minutes) * 60_000;
const first = Number(values.seed ?? Date.now() % 2 ** 31);
const only = ['-t', `^(?:${values.only ?? TARGETS.join('|')}):`];
let rounds = 0;
do {
  const env = { ...process.env, RINGBACK_FUZZ_SEED: String(first + rounds), RINGBACK_FUZZ_RUNS: String(RUNS) };
  const vitest = [
    `${top}node_modules/vitest/vitest.mjs`,
    'run',
    '--project',
    'fast',
    'fuzz.test',
    '--reporter=dot',
    '--testTimeout=600000',
  ];
  if (!run(process.execPath, [...vitest, ...only], { env, stdio: ['ignore', 'ignore', 'inherit'] })) {
    giveUp(`seed ${first + rounds} broke something; again with: npm run fuzz -- --minutes 0 --seed ${first + rounds}`);
  }
  rounds += 1;
} while (Date.now() < until);
process.stdout.write(
  `fuzz: ${rounds} seeds from ${first}, ${rounds * RUNS} inputs for each of ${values.only ?? TARGETS.join(', ')}; nothing broke\n`,
);
