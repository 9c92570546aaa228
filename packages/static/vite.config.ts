import { createHash, randomBytes } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MODELS } from '@ringback/speech';
import { modelsFolder } from '@ringback/speech/node';
import react from '@vitejs/plugin-react';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { defineConfig, type Plugin } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const OUT = path('dist/page');

/** As the server's policy for the page, and WebAssembly, since the ear runs here. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'nonce-__NONCE__'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const MANIFEST = {
  name: 'Ringback',
  description: 'Plan, rehearse and review a voicemail in this browser.',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#ffffff',
  icons: [{ src: './icon.svg', type: 'image/svg+xml', sizes: 'any' }],
};

/** The server's migrations as drizzle reads them from a disk, which a browser cannot. */
function migrations(): Plugin {
  const id = 'virtual:migrations';
  return {
    name: 'migrations',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}`) return null;
      return `export default ${JSON.stringify(readMigrationFiles({ migrationsFolder: path('../server/migrations') }))}`;
    },
  };
}

/** Puts beside the page what its workers fetch, and tells the service worker of every file. */
function besideThePage(): Plugin {
  const nonce = randomBytes(16).toString('base64');
  return {
    name: 'beside-the-page',
    transformIndexHtml: (html) => html.replace('__POLICY__', POLICY).replaceAll('__NONCE__', nonce),
    closeBundle() {
      const cache = modelsFolder(process.env);
      for (const { id, source, files } of MODELS) {
        const folder = `${id}-${source.version}`;
        for (const { name } of files) cpSync(join(cache, folder, name), join(OUT, 'models', folder, name));
      }
      cpSync(path('../speech/weights/digit-head/digit-head.onnx'), join(OUT, 'models/digit-head.onnx'));
      for (const name of ['ort.wasm.min.mjs', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm']) {
        cpSync(path(`../../node_modules/onnxruntime-web/dist/${name}`), join(OUT, 'ort', name));
      }
      for (const kind of ['scripts', 'recordings']) cpSync(path(`../../fixtures/${kind}`), join(OUT, 'samples', kind), { recursive: true });
      writeFileSync(join(OUT, 'manifest.webmanifest'), JSON.stringify(MANIFEST));
      tellServiceWorker();
    },
  };
}

function tellServiceWorker(): void {
  const files = readdirSync(OUT, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(OUT, name)).isFile() && name !== 'service-worker.js' && !name.endsWith('.map'))
    .sort();
  const hash = createHash('sha256');
  for (const name of files) hash.update(name).update(readFileSync(join(OUT, name)));
  const worker = join(OUT, 'service-worker.js');
  const code = readFileSync(worker, 'utf8')
    .replaceAll('__FILES__', () => JSON.stringify(files))
    .replaceAll('__BUILD__', JSON.stringify(hash.digest('hex').slice(0, 16)));
  writeFileSync(worker, code);
}

export default defineConfig({
  base: './',
  publicDir: '../web/public',
  plugins: [react(), migrations(), besideThePage()],
  resolve: {
    conditions: ['source', 'module', 'browser', 'import', 'default'],
    alias: [{ find: /^csv-parse\/sync$/, replacement: 'csv-parse/browser/esm/sync' }],
  },
  assetsInclude: ['**/*.bin'],
  worker: { format: 'es', plugins: () => [migrations()] },
  build: {
    outDir: OUT,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: { index: path('index.html'), 'service-worker': path('src/service-worker.ts') },
      output: { entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
});
