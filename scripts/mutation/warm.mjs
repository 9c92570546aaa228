// One warm Vitest in a process of its own, which is ended where a change makes it hang. Told `{ways: folder}` it finds out what each test
// comes through; told a mutant and its tests it answers whether one of them fails.
import { BaseSequencer, createVitest } from 'vitest/node';
import { top } from '../setup.mjs';
import { withProbes } from './probes.mjs';

const CORE = `${top}packages/core/src/`;
const isJudged = (id) => id.startsWith(CORE) && id.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(id);

let mutant = null;
const ways = process.env.RINGBACK_WAYS;

/** Tests run in the order in which they were asked for. */
class AsAsked extends BaseSequencer {
  sort(files) {
    return files;
  }
}

const plugin = {
  name: 'mutant',
  enforce: 'pre',
  transform(code, id) {
    if (ways !== undefined) return isJudged(id) ? withProbes(id, code) : undefined;
    return id === mutant?.file ? code.slice(0, mutant.start) + mutant.text + code.slice(mutant.end) : undefined;
  },
};
const vitest = await createVitest(
  'test',
  {
    root: top,
    config: false,
    watch: false,
    include: ['packages/core/src/**/*.test.ts'],
    exclude: ['**/*.sweep.test.ts', '**/dist/**', '**/node_modules/**'],
    pool: 'threads',
    maxWorkers: 1,
    // Nothing is loaded twice within one answer; the next one has a thread of its own.
    isolate: ways !== undefined,
    bail: ways === undefined ? 1 : 0,
    // Slowness is no notice: what hangs is ended from outside.
    testTimeout: 0,
    reporters: [{}],
    sequence: { sequencer: AsAsked },
    setupFiles: ways === undefined ? [] : ['scripts/mutation/note-way.mjs'],
  },
  { plugins: [plugin], resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source', 'node', 'import', 'default'] } } },
);
const all = new Map((await vitest.globTestSpecifications()).map((test) => [test.moduleId, test]));

/** Whether one of the tests fails. */
async function fails(tests) {
  const asked = tests === null ? [...all.values()] : tests.map((test) => all.get(test));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(asked);
  return unhandledErrors.length > 0 || testModules.some((module) => module.state() === 'failed');
}

process.on('message', async ({ next, tests }) => {
  for (const changed of [mutant, next]) if (changed) vitest.invalidateFile(changed.file);
  mutant = next;
  process.send({ failed: await fails(tests) });
});
process.send({ ready: true });
