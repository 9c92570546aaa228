import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DecoderGraphs, splitDecoder } from '../../../recognise/moonshine/decoder-graphs.ts';
import { TINY } from '../../../recognise/moonshine/variant.ts';
import { MOONSHINE_TINY } from '../../manifest.ts';
import { modelFolder } from './cache-folder.ts';
import { modelBytes } from './models.ts';
import { placeFolder } from './place-folder.ts';

/**
 * SHA-256 of the two graphs that `splitDecoder` makes of Moonshine Tiny. A test holds them against it: who changes the rewriting changes
 * these, and what was prepared before is then made again.
 */
export const PREPARED_GRAPHS = {
  first: 'd365cca5c3262f7568c15c218cd340920f1fc98e030250c6966fb90f73264992',
  next: 'ea6fdd3bacfd57312cdf1c0fda52cfcb3c6c5451127471af8fa501d9e0a37745',
} as const;

const NAMES = ['first', 'next'] as const;
const fileOf = (name: (typeof NAMES)[number]) => `decoder_${name}.onnx`;

/**
 * The decoder of Moonshine Tiny as two graphs: made once and kept beside the fetched files (57 MB), since it takes a quarter of a second of
 * every start. A cache that cannot be written does no harm. Throws "no-model", "bad-model".
 */
export async function preparedDecoder(modelsDir: string): Promise<DecoderGraphs> {
  const folder = join(modelFolder(modelsDir, MOONSHINE_TINY), 'prepared');
  const [first, next] = await Promise.all(NAMES.map((name) => kept(join(folder, fileOf(name)), PREPARED_GRAPHS[name])));
  if (first && next) return { first, next };
  const graphs = splitDecoder(await modelBytes(MOONSHINE_TINY, 'decoder_model_merged.onnx', modelsDir), TINY);
  const files = new Map(NAMES.map((name) => [fileOf(name), graphs[name]]));
  await placeFolder(folder, files).catch(() => undefined);
  return graphs;
}

/** The file, where it is what it should be. */
async function kept(path: string, sha256: string): Promise<Uint8Array | null> {
  const bytes = await readFile(path).catch(() => null);
  return bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
}
