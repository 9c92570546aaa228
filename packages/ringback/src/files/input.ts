import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Readable } from 'node:stream';
import { RingbackError } from '@ringback/core';
import { isArtifactFolder } from './artifact-folder.ts';

/** What a command was given to review. */
export type Input =
  | { kind: 'script'; name: string; text: string }
  | { kind: 'recording'; name: string; bytes: Uint8Array }
  | { kind: 'artifacts'; name: string; folder: string };

/** Bytes: the largest script that is read; far above any message. */
const LARGEST_SCRIPT = 4 * 2 ** 20;
/** Bytes: the largest recording that is read; an hour of 16-bit stereo at 48 kHz. */
const LARGEST_RECORDING = 700 * 2 ** 20;

const SCRIPT_ENDINGS = new Set(['.txt', '.md', '.markdown', '.text']);

async function readAll(stream: Readable, largest: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = Buffer.from(part as Uint8Array);
    size += bytes.length;
    if (size > largest)
      throw new RingbackError('too-large', `What came on standard input is over ${Math.round(largest / 2 ** 20)} MB: give one message.`);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function scriptText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RingbackError('not-text', `"${name}" is not UTF-8 text: save it as UTF-8, or give --recording if it is a recording.`);
  }
}

async function readBytes(path: string, kind: 'script' | 'recording'): Promise<Uint8Array> {
  const name = basename(path);
  const facts = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new RingbackError('no-such-file', `There is no file "${name}": check its name and folder.`);
    throw new RingbackError('cannot-read', `"${name}" cannot be read (${cause.code}): check that you may open it.`, { cause });
  });
  if (facts.isDirectory())
    throw new RingbackError('is-folder', `"${name}" is a folder: give one file, or "ringback batch" for all of a folder.`);
  const largest = kind === 'script' ? LARGEST_SCRIPT : LARGEST_RECORDING;
  if (facts.size > largest)
    throw new RingbackError('too-large', `"${name}" is over ${Math.round(largest / 2 ** 20)} MB: give one message.`);
  return await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new RingbackError('cannot-read', `"${name}" cannot be read (${cause.code}): check that you may open it.`, { cause });
  });
}

/**
 * Reads what a path names: `-` and text endings are scripts, a folder of artifacts is that, all else is a recording.
 * @param as Forces one kind.
 * @throws RingbackError "no-such-file", "is-folder", "cannot-read", "too-large", "empty-file", "not-text".
 */
export async function readInput(path: string, stdin: Readable, as?: 'script' | 'recording'): Promise<Input> {
  if (path !== '-' && (await isArtifactFolder(path))) return { kind: 'artifacts', name: basename(path), folder: path };
  const kind = as ?? (path === '-' || SCRIPT_ENDINGS.has(extname(path).toLowerCase()) ? 'script' : 'recording');
  const name = path === '-' ? 'stdin' : basename(path);
  const bytes = path === '-' ? await readAll(stdin, kind === 'script' ? LARGEST_SCRIPT : LARGEST_RECORDING) : await readBytes(path, kind);
  if (bytes.length === 0)
    throw new RingbackError('empty-file', `${name === 'stdin' ? 'Standard input' : `"${name}"`} is empty: give a message to review.`);
  return kind === 'script' ? { kind, name, text: scriptText(bytes, name) } : { kind, name, bytes };
}
