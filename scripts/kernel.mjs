// npm run kernel: compiles packages/core/kernel/kernel.as.ts to the WebAssembly that the reader's network runs on.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installBeside } from './setup.mjs';

installBeside('assemblyscript');
const { default: asc } = await import('assemblyscript/asc');

const source = new URL('../packages/core/kernel/kernel.as.ts', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'ringback-kernel-'));
const out = join(folder, 'kernel.wasm');
const { error, stderr } = await asc.main([source.pathname, '-O3', '--runtime', 'stub', '--enable', 'simd', '--noAssert', '-o', out]);
if (error) throw new Error(stderr.toString());

const sha256 = createHash('sha256').update(readFileSync(source)).digest('hex');
const text = `// Written by "npm run kernel" from packages/core/kernel/kernel.as.ts. Do not edit.
/** Of the source that this was made from. */
export const KERNEL_SOURCE_SHA256 = '${sha256}';
export const KERNEL_HEX =
  '${readFileSync(out)
    .toString('hex')
    .match(/.{1,120}/g)
    .join("' +\n  '")}';
`;
writeFileSync(new URL('../packages/core/src/message/reader/kernel.gen.ts', import.meta.url), text);
rmSync(folder, { recursive: true });
