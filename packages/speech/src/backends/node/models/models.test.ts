import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'tar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelEntry } from '../../manifest.ts';
import { modelBytes, pullModels, verifyModels } from './models.ts';

const content = Buffer.from('weights, if you like');
let folder = '';
let server: Server;
let registry = '';
let tarball: Buffer;
let requests = 0;

function model(changes: Partial<ModelEntry['files'][number]> = {}, integrity?: string): ModelEntry {
  const sha512 = createHash('sha512').update(tarball).digest('base64');
  return {
    id: 'toy',
    title: 'toy model',
    licence: 'MIT',
    source: { name: '@example/toy-model', version: '1.2.3', integrity: integrity ?? `sha512-${sha512}`, bytes: tarball.length },
    files: [
      {
        name: 'toy.onnx',
        path: 'dist/toy.onnx',
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        ...changes,
      },
    ],
  };
}

/** The person's npm configuration: a registry of their own and an empty cache. */
function environment(cache = 'npm-cache'): NodeJS.ProcessEnv {
  return { ...process.env, npm_config_registry: registry, npm_config_cache: join(folder, cache), npm_config_fetch_retries: '0' };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-models-test-'));
  const source = join(folder, 'package', 'dist');
  await import('node:fs/promises').then(({ mkdir }) => mkdir(source, { recursive: true }));
  await writeFile(join(source, 'toy.onnx'), content);
  await writeFile(join(folder, 'package', 'package.json'), '{"name":"@example/toy-model","version":"1.2.3"}');
  await create({ gzip: true, cwd: folder, file: join(folder, 'toy.tgz') }, ['package']);
  tarball = await readFile(join(folder, 'toy.tgz'));
  server = createServer((request, response) => {
    requests++;
    if (request.url?.endsWith('.tgz')) return response.end(tarball);
    const dist = { tarball: `${registry}toy.tgz` };
    const versions = { '1.2.3': { name: '@example/toy-model', version: '1.2.3', dist } };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ name: '@example/toy-model', 'dist-tags': { latest: '1.2.3' }, versions }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('pullModels', () => {
  it('fetches from the configured registry once, and never again', async () => {
    const modelsDir = join(folder, 'models-a');
    const seen: number[] = [];
    const options = {
      modelsDir,
      models: [model()],
      env: environment(),
      onProgress: (p: { receivedBytes: number }) => seen.push(p.receivedBytes),
    };
    expect((await pullModels(options)).map(({ state }) => state)).toEqual(['sound']);
    expect(seen.at(-1)).toBe(tarball.length);
    const before = requests;
    await pullModels(options);
    expect(requests).toBe(before);
  });

  it('mends a damaged file', async () => {
    const options = { modelsDir: join(folder, 'models-b'), models: [model()], env: environment() };
    const [check] = await pullModels(options);
    // As long as it should be: one letter is another.
    await writeFile(check?.path ?? '', 'weights, if you lake');
    expect((await verifyModels(options)).map(({ state }) => state)).toEqual(['damaged']);
    await expect(modelBytes(model(), 'toy.onnx', options.modelsDir)).rejects.toMatchObject({
      code: 'bad-model',
      message: 'The toy model on this machine is damaged: run "ringback models pull", which fetches it again.',
    });
    expect((await pullModels(options)).map(({ state }) => state)).toEqual(['sound']);
    expect(Buffer.from(await modelBytes(model(), 'toy.onnx', options.modelsDir))).toEqual(content);
  });

  it('refuses a tarball or a file that is not the pinned one, and keeps nothing', async () => {
    const modelsDir = join(folder, 'models-c');
    const integrity = `sha512-${createHash('sha512').update('another').digest('base64')}`;
    await expect(pullModels({ modelsDir, models: [model({}, integrity)], env: environment('c1') })).rejects.toMatchObject({
      code: 'bad-model',
    });
    const sha256 = createHash('sha256').update('another').digest('hex');
    await expect(pullModels({ modelsDir, models: [model({ sha256 })], env: environment('c2') })).rejects.toMatchObject({
      code: 'bad-model',
    });
    expect((await verifyModels({ modelsDir, models: [model()] })).map(({ state }) => state)).toEqual(['missing']);
  });

  it('says what to do when there is no network', async () => {
    const env = { ...environment('d'), npm_config_registry: 'http://127.0.0.1:9/' };
    const pulled = pullModels({ modelsDir: join(folder, 'models-d'), models: [model()], env });
    await expect(pulled).rejects.toMatchObject({ code: 'no-model', message: expect.stringContaining('ringback models pull') });
  });

  it.runIf(existsSync('/proc/self'))('says so where the cache cannot be made', async () => {
    const pulled = pullModels({ modelsDir: '/proc/nowhere/models', models: [model()], env: environment('f') });
    await expect(pulled).rejects.toMatchObject({ code: 'no-model-cache', message: expect.stringContaining('RINGBACK_MODELS') });
  });

  it('stops when asked to', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(pullModels({ modelsDir: join(folder, 'models-e'), models: [model()], env: environment('e'), signal })).rejects.toThrow(
      'enough',
    );
  });
});
