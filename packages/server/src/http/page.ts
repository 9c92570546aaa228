import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { Hono } from 'hono';
import { compress } from 'hono/compress';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.map': 'application/json',
  '.bin': 'application/octet-stream',
};
/** Where the build wants the nonce. */
const NONCE_PLACE = /__NONCE__/g;
const NONCE_BYTES = 16;
/**
 * A worker goes by the policy of its own script: the one that reads fetches its weights, from here and nowhere else, and may compile the
 * WebAssembly that it carries.
 */
const WORKER_POLICY = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'";

/** For the one who opens an installation of which the page was never built. */
const NOT_BUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Ringback</title>
<h1>The page is not built yet</h1>
<p>Ringback runs, but this copy of it has no page. Its README says how to start it with one.</p>
<p>The command line works without it: npx ringback --help</p>
</html>
`;

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Serves the built page from a folder; rooms are paths that all give the same document, which another one may be. */
export function pageRoutes(folder: string, document = 'index.html'): Hono {
  const app = new Hono();
  // Sound is not compressed: it would not shrink, and players ask for parts of it.
  app.use(compress());
  app.get('/assets/:name', async (context) => {
    const name = normalize(context.req.param('name'));
    if (name.includes('/') || name.startsWith('.')) return context.notFound();
    const bytes = await readFile(join(folder, 'assets', name)).catch(() => null);
    if (bytes === null) return context.notFound();
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    const headers = {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': WORKER_POLICY,
      vary: 'Accept-Encoding',
    };
    // The build leaves what shrinks by Brotli beside it, which makes it smaller than what can be done while somebody waits.
    const takesBrotli = /\bbr\b/.test(context.req.header('accept-encoding') ?? '');
    const small = takesBrotli ? await readFile(join(folder, 'assets', `${name}.br`)).catch(() => null) : null;
    if (small === null) return context.body(new Uint8Array(bytes), 200, headers);
    return context.body(new Uint8Array(small), 200, { ...headers, 'content-encoding': 'br' });
  });
  app.get('/icon.svg', async (context) => {
    const bytes = await readFile(join(folder, 'icon.svg')).catch(() => null);
    return bytes === null ? context.notFound() : context.body(new Uint8Array(bytes), 200, { 'content-type': 'image/svg+xml' });
  });
  app.get('*', async (context) => {
    const html = await readFile(join(folder, document), 'utf8').catch(() => null);
    if (html === null) return context.body(NOT_BUILT, 503, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    return context.body(html.replace(NONCE_PLACE, nonce), 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy(nonce),
    });
  });
  return app;
}
