import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PullOptions } from '@ringback/speech/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hearing } from '../ports/hearing.ts';
import { type ModelState, modelLoader } from './model-state.ts';

const WEIGHTS = 'weights, if you like';
/** As long, and not the same. */
const DAMAGED = 'weights, if you lake';

let folder: string;
let registry: Server;
let models: PullOptions;
let path: string;
let isAway = false;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-damaged-'));
  await mkdir(join(folder, 'package'));
  await writeFile(join(folder, 'package', 'toy.onnx'), WEIGHTS);
  execFileSync('tar', ['-czf', join(folder, 'toy.tgz'), '-C', folder, 'package']);
  const tarball = await readFile(join(folder, 'toy.tgz'));
  registry = createServer((_request, answer) => (isAway ? answer.destroy() : answer.end(tarball)));
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  const sha256 = createHash('sha256').update(WEIGHTS).digest('hex');
  models = {
    modelsDir: join(folder, 'models'),
    models: [
      {
        id: 'toy',
        title: 'toy model',
        licence: 'MIT',
        source: { name: 'toy-model', version: '1.2.3', integrity, bytes: tarball.length },
        files: [{ name: 'toy.onnx', path: 'toy.onnx', bytes: WEIGHTS.length, sha256 }],
      },
    ],
    cwd: folder,
    env: { npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`, HOME: folder },
  };
  path = join(folder, 'models', 'toy-1.2.3', 'toy.onnx');
});
afterAll(async () => {
  registry.close();
  await rm(folder, { recursive: true });
});

/** Loads the model; what hears is given the file as it then is. */
async function load(): Promise<{ state: ModelState; heardBy: string[] }> {
  const heardBy: string[] = [];
  const hearing = { prepare: async () => void heardBy.push(await readFile(path, 'utf8')) } as Partial<Hearing> as Hearing;
  const loader = modelLoader([hearing], models);
  await loader.load();
  return { state: loader.state(), heardBy };
}

test('a model that is damaged on the disk is found by its hash and fetched again before anything hears with it', async () => {
  expect(await load()).toEqual({ state: { state: 'ready', share: 1, message: '' }, heardBy: [WEIGHTS] });
  await writeFile(path, DAMAGED);
  expect(await load()).toEqual({ state: { state: 'ready', share: 1, message: '' }, heardBy: [WEIGHTS] });
  expect(await readFile(path, 'utf8')).toBe(WEIGHTS);
});

test('where it cannot be fetched again, that is told in one sentence with how to mend it, and nothing hears', async () => {
  await writeFile(path, DAMAGED);
  isAway = true;
  const { state, heardBy } = await load();
  isAway = false;
  expect(heardBy).toEqual([]);
  expect(state).toMatchObject({
    state: 'missing',
    message: expect.stringMatching(/^The toy model could not be fetched .*"ringback models pull"\.$/),
  });
});
