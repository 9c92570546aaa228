import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Leaves scripts and styles by Brotli beside themselves, for the server to send to who takes it. The weights would not shrink. */
const brotli: Plugin = {
  name: 'brotli',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const [fileName, file] of Object.entries(bundle)) {
        if (!/\.(?:js|css)$/.test(fileName)) continue;
        this.emitFile({
          type: 'asset',
          fileName: `${fileName}.br`,
          source: brotliCompressSync(file.type === 'chunk' ? file.code : file.source),
        });
      }
    },
  },
};

// The server puts a fresh nonce in place of __NONCE__ for every document it sends.
export default defineConfig({
  plugins: [react(), brotli],
  resolve: { alias: [{ find: /^@ringback\/core$/, replacement: fileURLToPath(new URL('../core/src/index.ts', import.meta.url)) }] },
  assetsInclude: ['**/*.bin'],
  worker: { format: 'es' },
  build: {
    outDir: 'dist/page',
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Inlined files would be data: addresses, which the content security policy refuses for scripts and fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    // The page, and the one that a phone gets as a microphone.
    rolldownOptions: { input: ['index.html', 'phone.html'], checks: { pluginTimings: false } },
  },
});
