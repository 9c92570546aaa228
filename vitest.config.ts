import { defineConfig } from 'vitest/config';

// Packages resolve to their sources, so a test never meets a stale build; only spawned processes and workers run what `npm run build` made.
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node', 'import', 'default'] } },
  test: {
    include: ['packages/*/{src,test}/**/*.test.ts', 'evaluate/src/**/*.test.ts', 'bench/src/**/*.test.ts', 'scripts/**/*.test.ts'],
    // These name sources of their own under the condition "source", which Node cannot read.
    server: { deps: { inline: [/@modelcontextprotocol\/sdk/, /eventsource/] } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
