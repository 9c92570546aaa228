import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Need the speech models, the built command, Debian's tools or a database on disk, or sweep through so many scripts that it takes long. */
const MODELS = [
  'packages/ringback/test/**/*.test.ts',
  'packages/speech/src/backends/node/**/*.test.ts',
  'packages/speech/src/legibility/*.test.ts',
  'packages/server/src/*.test.ts',
  'packages/server/src/{live,adapters/{postgres,queue,archive,mcp,process}}/*.test.ts',
  'evaluate/src/*.test.ts',
  'packages/*/src/**/*.sweep.test.ts',
  'scripts/deploy.test.ts',
];
/** Need Chromium and the built page. */
const BROWSER = ['packages/{web,static}/test/**/*.test.ts', 'packages/speech/src/backends/browser/*.test.ts'];
const ALL = ['packages/*/{src,test}/**/*.test.ts', 'evaluate/src/**/*.test.ts', 'bench/src/**/*.test.ts', 'scripts/**/*.test.ts'];

const project = (name: string, include: string[], exclude: string[], more: TestProjectInlineConfiguration['test']) => ({
  extends: true as const,
  test: { name, include, exclude: [...configDefaults.exclude, '**/dist/**', ...exclude], ...more },
});

// Packages resolve to their sources, so a test never meets a stale build; only spawned commands and workers are compiled, afresh before the run.
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node'] } },
  test: {
    globalSetup: 'scripts/fresh-build.mjs',
    // They name a source of its own under the condition "source", which Node cannot read.
    server: { deps: { inline: [/@modelcontextprotocol\/client/, /eventsource/] } },
    // What was transformed once is not again until it changes.
    experimental: { fsModuleCache: true },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      // These touch nothing that is shared, so that one process may go through many: modules and the reader's weights are loaded once.
      project('fast', ALL, [...MODELS, ...BROWSER], { isolate: false, maxWorkers: 2, sequence: { groupOrder: 0 } }),
      project('models', MODELS, [], { sequence: { groupOrder: 1 } }),
      project('browser', BROWSER, [], { globalSetup: ['scripts/browser-tests.mjs'], sequence: { groupOrder: 1 } }),
    ],
  },
});
