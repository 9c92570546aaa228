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
  keys: '962cbe41eec5ae5ce3935f00e6bef20baee104d16f1e63eb7c53d0455a91d2c9',
  tokens: '26334993e299920c3200a4a1dc43f6a35568d1b1fffbc5f7c250f3cb2bd70eee',
} as const;

const NAMES = ['keys', 'tokens'] as const;
const fileOf = (name: (typeof NAMES)[number]) => `decoder_${name}.onnx`;

/**
 * The decoder of Moonshine Tiny as two graphs: made once and kept beside the fetched files (29 MB), since it takes a quarter of a second of
 * every start. A cache that cannot be written does no harm. Throws "no-model", "bad-model".
 */
export async function preparedDecoder(modelsDir: string): Promise<DecoderGraphs> {
  const folder = join(modelFolder(modelsDir, MOONSHINE_TINY), 'prepared');
  const [keys, tokens] = await Promise.all(NAMES.map((name) => kept(join(folder, fileOf(name)), PREPARED_GRAPHS[name])));
  if (keys && tokens) return { keys, tokens };
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
