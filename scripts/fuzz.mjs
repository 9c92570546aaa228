// npm run fuzz -- --minutes 5 [--only csv]: the tests that make up their input, with seed after seed; what breaks is printed with its seed.
import { parseArgs } from 'node:util';
import { giveUp, prepare, run, top } from './setup.mjs';

/** Inputs of one test between two looks at the clock; a live take is as slow as its connection. */
const RUNS = { csv: 5000, vcard: 5000, mail: 5000, texts: 2000, recordings: 600, http: 3000, live: 500 };
const TARGETS = Object.keys(RUNS);

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, only: { type: 'string' }, seed: { type: 'string' } },
});
if (values.only !== undefined && !TARGETS.includes(values.only)) giveUp(`there is no "${values.only}" to fuzz: ${TARGETS.join(', ')}.`);
prepare();
const until = Date.now() + Number(values.minutes) * 60_000;
const first = Number(values.seed ?? Date.now() % 2 ** 31);
const targets = values.only === undefined ? TARGETS : [values.only];
let rounds = 0;
do {
  const seed = String(first + rounds);
  for (const target of targets) {
    const env = { ...process.env, RINGBACK_FUZZ_SEED: seed, RINGBACK_FUZZ_RUNS: String(RUNS[target]) };
    const vitest = [
      `${top}node_modules/vitest/vitest.mjs`,
      'run',
      'fuzz.test',
      'mangled.sweep',
      '--reporter=dot',
      '--testTimeout=600000',
      '-t',
      `^${target}:`,
    ];
    if (!run(process.execPath, vitest, { env, stdio: ['ignore', 'ignore', 'inherit'] })) {
      giveUp(`seed ${seed} broke something; again with: npm run fuzz -- --minutes 0 --only ${target} --seed ${seed}`);
    }
  }
  rounds += 1;
} while (Date.now() < until);
const inputs = targets.map((target) => `${rounds * RUNS[target]} of ${target}`).join(', ');
process.stdout.write(`fuzz: ${rounds} seeds from ${first}, inputs: ${inputs}; nothing broke\n`);
