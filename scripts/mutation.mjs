// npm run mutation: changes core in one place after the other and counts how many changes its tests notice.
// --count 60 (default 200) changes, drawn by --seed 1; --only tips takes files whose path holds this; --list tells every change nobody noticed;
// --from 20 leaves out the first 20 of those drawn, where a run was cut short.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutation/mutants.mjs';
import { functionAround } from './mutation/probes.mjs';
import { prepare, top } from './setup.mjs';

/** Milliseconds after which a change counts as noticed: it made the tests hang. Long, since a busy machine is slow and that is no notice. */
const HANGS_MS = 300_000;
const NOT_JUDGED = /\.(test|fixture)\.ts$|\/testing\/|\/word-tables\.ts$|\/index\.ts$/;

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    from: { type: 'string', default: '0' },
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

/** A warm Vitest that answers one message after the other. */
function openWarm(env = {}) {
  const child = fork(fileURLToPath(new URL('mutation/warm.mjs', import.meta.url)), {
    cwd: top,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  const answer = () =>
    new Promise((resolve) => {
      const given = (told) => {
        clearTimeout(timer);
        child.off('message', given).off('exit', given);
        resolve(typeof told === 'object' && told !== null ? told : null);
      };
      const timer = setTimeout(given, HANGS_MS);
      child.once('message', given).once('exit', given);
    });
  return {
    child,
    ready: answer(),
    ask: (message) => {
      child.send(message);
      return answer();
    },
  };
}

/** Holds that nothing fails where nothing is changed: a test that always fails would notice everything. */
async function standAsTheyAre() {
  const unchanged = openWarm();
  try {
    await unchanged.ready;
    const told = await unchanged.ask({ next: null, tests: null });
    if (told?.failed !== false) throw new Error('The tests of core fail or hang in one process; mend them first.');
  } finally {
    unchanged.child.kill('SIGKILL');
  }
}

/** Asks every test of core what it comes through. */
async function askForWays() {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-mutation-'));
  const warm = openWarm({ RINGBACK_WAYS: folder });
  try {
    await warm.ready;
    const told = await warm.ask({ next: null, tests: null });
    if (told === null || told.failed) throw new Error('The tests of core fail or hang as they are; mend them first.');
    await standAsTheyAre();
    return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  } finally {
    warm.child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  }
}

/** What each test of core comes through, those first that take least; kept for as long as core stays as it is. */
async function waysOfTests() {
  const kept = join(top, 'node_modules/.cache', `mutation-${hashOf([...codeOf].flat())}.json`);
  if (!existsSync(kept)) {
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, JSON.stringify(await askForWays()));
  }
  const ways = JSON.parse(readFileSync(kept, 'utf8'));
  return ways.map((way) => ({ ...way, through: new Set(way.through) })).sort((a, b) => a.ms - b.ms);
}

const hashOf = (texts) => createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 16);

let warm = null;
/** Whether the tests of core that come by a change notice it: those beside the file first, since they notice most. */
async function isNoticed(mutant, ways) {
  const place = `${mutant.file}:${functionAround(mutant.file, codeOf.get(mutant.file), mutant.start)}`;
  const tests = ways.filter(({ through }) => through.has(place)).map(({ test }) => test);
  const isBeside = (test) => test.startsWith(`${dirname(mutant.file)}/`);
  for (const some of [tests.filter(isBeside), tests.filter((test) => !isBeside(test))]) {
    if (some.length === 0) continue;
    if (warm === null) {
      warm = openWarm();
      await warm.ready;
    }
    const told = await warm.ask({ next: mutant, tests: some });
    if (told?.failed === false) continue;
    if (told === null) {
      warm.child.kill('SIGKILL');
      warm = null;
    }
    return true;
  }
  return false;
}

const all = files
  .filter((file) => !NOT_JUDGED.test(file) && file.includes(options.only))
  .flatMap((file) => mutantsOf(file, codeOf.get(file)));
const mutants = drawn(all, Number(options.count), randomOf(Number(options.seed))).slice(Number(options.from));
const ways = await waysOfTests();
const missed = [];
for (const [index, mutant] of mutants.entries()) {
  if (!(await isNoticed(mutant, ways))) missed.push(mutant);
  process.stderr.write(`${index + 1} of ${mutants.length} changes, ${missed.length} not noticed\n`);
}
warm?.child.kill('SIGKILL');
if (options.list) {
  for (const { file, start, end, text } of missed) {
    const code = codeOf.get(file);
    const line = code.slice(0, start).split('\n').length;
    process.stdout.write(`${file.slice(top.length)}:${line} ${JSON.stringify(code.slice(start, end))} became ${JSON.stringify(text)}\n`);
  }
}
const share = mutants.length === 0 ? 0 : (1 - missed.length / mutants.length) * 100;
process.stdout.write(`${share.toFixed(0)} % of ${mutants.length} changes noticed (${all.length} possible, seed ${options.seed})\n`);
