import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A web host that knows files and nothing else. */
export interface StaticHost {
  /** Address of the folder, which is not the top one. */
  url: string;
  close(): Promise<void>;
}

/** Serves a folder under "/calls/". */
export async function serveFiles(folder: string): Promise<StaticHost> {
  const server: Server = createServer(async ({ url = '/' }, answer) => {
    const path = new URL(url, 'http://host').pathname;
    const name = path === '/calls/' ? 'index.html' : normalize(path.slice('/calls/'.length));
    const bytes = path.startsWith('/calls/') ? await readFile(join(folder, name)).catch(() => null) : null;
    answer.writeHead(bytes === null ? 404 : 200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' });
    answer.end(bytes ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/calls/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
