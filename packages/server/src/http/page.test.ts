import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageRoutes } from './page.ts';

const SCRIPT = 'export const words = "say your number slowly";\n'.repeat(200);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets/a-1.js'), SCRIPT);
  await writeFile(join(folder, 'assets/a-1.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(folder, 'assets/weights-1.bin'), SCRIPT);
});
afterAll(() => rm(folder, { recursive: true }));

const asked = (name: string, encodings: string) =>
  pageRoutes(folder).request(`/assets/${name}`, { headers: { 'accept-encoding': encodings } });

it('sends scripts by Brotli to who takes it, and the same words to everyone', async () => {
  const small = await asked('a-1.js', 'gzip, deflate, br');
  expect(small.headers.get('content-encoding')).toBe('br');
  expect(small.headers.get('vary')).toMatch(/accept-encoding/i);
  expect(brotliDecompressSync(Buffer.from(await small.arrayBuffer())).toString()).toBe(SCRIPT);
  expect(await (await asked('a-1.js', 'identity')).text()).toBe(SCRIPT);
});

it('leaves weights as they are, and says of what is not there that it is not', async () => {
  expect((await asked('weights-1.bin', 'br')).headers.get('content-encoding')).not.toBe('br');
  expect((await asked('b-1.js', 'br')).status).toBe(404);
});

it('lets a worker compile the WebAssembly it carries, and nothing fetch a script from anywhere', async () => {
  const policy = (await asked('a-1.js', 'identity')).headers.get('content-security-policy') ?? '';
  expect(policy.split('; ')).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'wasm-unsafe-eval'"]));
});
