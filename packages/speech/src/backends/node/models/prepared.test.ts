import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { splitDecoder } from '../../../recognise/moonshine/decoder-graphs.ts';
import { TINY } from '../../../recognise/moonshine/variant.ts';
import { MOONSHINE_TINY } from '../../manifest.ts';
import { modelFolder, modelsFolder } from './cache-folder.ts';
import { modelFile, pullModels } from './models.ts';
import { PREPARED_GRAPHS, preparedDecoder } from './prepared.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hashes = ({ keys, tokens }: { keys: Uint8Array; tokens: Uint8Array }) => ({ keys: sha256(keys), tokens: sha256(tokens) });

let modelsDir: string;
let folder: string;
beforeAll(async () => {
  await pullModels({ models: [MOONSHINE_TINY] });
  modelsDir = await mkdtemp(join(tmpdir(), 'ringback-prepared-'));
  folder = modelFolder(modelsDir, MOONSHINE_TINY);
  const source = await modelFile(MOONSHINE_TINY, 'decoder_model_merged.onnx', modelsFolder(process.env));
  await cp(source, join(folder, 'decoder_model_merged.onnx'));
});
afterAll(() => rm(modelsDir, { recursive: true }));

it('is pinned as what the rewriting makes of the published decoder', async () => {
  const merged = await readFile(join(folder, 'decoder_model_merged.onnx'));
  expect(hashes(splitDecoder(merged, TINY))).toEqual(PREPARED_GRAPHS);
});

it('is made once, and made again where it was damaged', async () => {
  expect(hashes(await preparedDecoder(modelsDir))).toEqual(PREPARED_GRAPHS);
  const path = join(folder, 'prepared', 'decoder_tokens.onnx');
  const { ino, mtimeMs } = await stat(path);
  expect(hashes(await preparedDecoder(modelsDir))).toEqual(PREPARED_GRAPHS);
  expect(await stat(path)).toMatchObject({ ino, mtimeMs });
  await writeFile(path, 'cut');
  expect(hashes(await preparedDecoder(modelsDir))).toEqual(PREPARED_GRAPHS);
  expect(sha256(await readFile(path))).toBe(PREPARED_GRAPHS.tokens);
  expect((await readdir(folder)).sort()).toEqual(['decoder_model_merged.onnx', 'prepared']);
});
