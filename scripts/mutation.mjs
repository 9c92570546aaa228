// npm run mutation: changes core in one place after the other and counts how many changes its tests notice.
// --count 60 (default 200) changes, drawn by --seed 1; --only tips takes files whose path holds this; --list tells every change nobody noticed.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutation/mutants.mjs';
import { prepare, top } from './setup.mjs';

/** Milliseconds after which a change counts as noticed: it made the tests hang. Long, since a busy machine is slow and that is no notice. */
const HANGS_MS = 600_000;
const NOT_JUDGED = /\.(test|fixture)\.ts$|\/testing\/|\/word-tables\.ts$|\/index\.ts$/;
const IMPORT = /from\s+'(\.{1,2}\/[^']+)'/g;

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
  },
});

prepare();
const core = join(top, 'packages/core/src');
const files = readdirSync(core, { recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(core, name));
const codeOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

/** Every file of core that a file needs, itself as well. */
function needsOf(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path] of (codeOf.get(file) ?? '').matchAll(IMPORT)) needsOf(resolve(dirname(file), path), seen);
  return seen;
}

/** mulberry32: the same draw for the same seed. */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function drawn(all, count, random) {
  const rest = [...all];
  return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(Math.floor(random() * rest.length), 1)[0]);
}

/** Whether a change makes these tests of core fail. */
function fails(mutant, tests) {
  if (tests.length === 0) return false;
  const vitest = [`${top}node_modules/vitest/vitest.mjs`, 'run', '--config', 'scripts/mutation/vitest.config.mjs', ...tests];
  const env = { ...process.env, RINGBACK_MUTANT: JSON.stringify(mutant) };
  return spawnSync(process.execPath, vitest, { cwd: top, env, stdio: 'ignore', timeout: HANGS_MS }).status !== 0;
}

/** Whether the tests of core notice a change: those that stand beside the file first, since they are few and notice most. */
function isNoticed(mutant) {
  const tests = needs.filter(([, needed]) => needed.has(mutant.file)).map(([test]) => test);
  const isBeside = (test) => test.startsWith(`${dirname(mutant.file)}/`);
  return (
    fails(mutant, tests.filter(isBeside)) ||
    fails(
      mutant,
      tests.filter((test) => !isBeside(test)),
    )
  );
}

const needs = files.filter((file) => file.endsWith('.test.ts')).map((test) => [test, needsOf(test)]);
const all = files
  .filter((file) => !NOT_JUDGED.test(file) && file.includes(options.only))
  .flatMap((file) => mutantsOf(file, codeOf.get(file)));
const mutants = drawn(all, Number(options.count), randomOf(Number(options.seed)));
const missed = [];
for (const [index, mutant] of mutants.entries()) {
  if (!isNoticed(mutant)) missed.push(mutant);
  process.stderr.write(`${index + 1} of ${mutants.length} changes, ${missed.length} not noticed\n`);
}
if (options.list) {
  for (const { file, start, end, text } of missed) {
    const code = codeOf.get(file);
    const line = code.slice(0, start).split('\n').length;
    process.stdout.write(`${file.slice(top.length)}:${line} ${JSON.stringify(code.slice(start, end))} became ${JSON.stringify(text)}\n`);
  }
}
const share = mutants.length === 0 ? 0 : (1 - missed.length / mutants.length) * 100;
process.stdout.write(`${share.toFixed(0)} % of ${mutants.length} changes noticed (${all.length} possible, seed ${options.seed})\n`);
