// The tests of core with one place of one file changed: which, says the environment (see scripts/mutation.mjs).
import { defineConfig } from 'vitest/config';

const { file, start, end, text } = JSON.parse(process.env.RINGBACK_MUTANT ?? '{}');

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      transform: (code, id) => (id === file ? code.slice(0, start) + text + code.slice(end) : undefined),
    },
  ],
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node', 'import', 'default'] } },
  test: { include: ['packages/core/src/**/*.test.ts'], bail: 1, testTimeout: 60_000, cache: false },
});
