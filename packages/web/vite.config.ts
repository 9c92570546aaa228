import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The server puts a fresh nonce in place of __NONCE__ for every document it sends.
export default defineConfig({
  plugins: [react()],
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
    rolldownOptions: { input: ['index.html', 'phone.html'] },
  },
});
