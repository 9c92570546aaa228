import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { RingbackError } from '@ringback/core';
import { noRoom } from '../adapters/disk/no-room.ts';

const MIB = 2 ** 20;
/** Bytes of a body that are kept in memory; what is larger waits on the disk until it is whole. House rule: documents fit, recordings do not. */
const IN_MEMORY = MIB;
/** Bytes a second that must come on average, once the first idle time is over. House rule: a tenth of a slow line. */
const LEAST_RATE = 16 * 1024;
const SECOND_MS = 1000;

/** How far a body is taken in. */
export interface BodyLimits {
  mostBytes: number;
  /** Milliseconds in which some bytes must come. */
  idleMs: number;
  /** Folder in which what is large waits. */
  folder: string;
}

/** A body that came whole. */
export interface ReceivedBody {
  /** SHA-256, in hexadecimal digits. */
  digest: string;
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  isLarge: boolean;
  /** Deletes what of it is on the disk. */
  remove(): Promise<void>;
}

/** The failure of a body that is larger than is taken. */
export function tooBig(most: number): RingbackError {
  return new RingbackError('too-big', `More than ${most / MIB} MB was sent; that is the most that is taken here.`);
}

const tooSlow = () => new RingbackError('too-slow', 'What was sent stopped coming: send it again.');

/**
 * Takes in a body to its end within limits, in memory that does not grow with it. Nothing of one that is out of them stays.
 * @throws RingbackError "too-big", "too-slow", "no-room".
 */
export async function receive(body: ReadableStream<Uint8Array>, limits: BodyLimits): Promise<ReceivedBody> {
  const reader = body.getReader();
  const kept = new KeptBody(join(limits.folder, randomUUID()));
  const began = performance.now();
  try {
    for (;;) {
      const { done, value } = await withinMs(limits.idleMs, reader.read());
      if (done) break;
      if (kept.size + value.length > limits.mostBytes) throw tooBig(limits.mostBytes);
      await kept.add(value);
      const lateMs = performance.now() - began - limits.idleMs;
      if (kept.size < (lateMs / SECOND_MS) * LEAST_RATE) throw tooSlow();
    }
    return await kept.whole();
  } catch (error) {
    reader.cancel().catch(() => {});
    await kept.remove();
    throw told(error);
  }
}

function told(error: unknown): unknown {
  if (error instanceof RingbackError) return error;
  return noRoom(error) ?? new RingbackError('too-slow', 'What was sent broke off: send it again.');
}

class KeptBody {
  size = 0;
  readonly #path: string;
  readonly #hash = createHash('sha256');
  #parts: Uint8Array[] = [];
  #file: FileHandle | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  async add(bytes: Uint8Array): Promise<void> {
    this.size += bytes.length;
    this.#hash.update(bytes);
    this.#parts.push(bytes);
    if (this.size <= IN_MEMORY) return;
    this.#file ??= await open(this.#path, 'wx', 0o600);
    for (const part of this.#parts.splice(0)) await this.#file.writeFile(part);
  }

  async whole(): Promise<ReceivedBody> {
    const isLarge = this.#file !== null;
    await this.#close();
    return {
      digest: this.#hash.digest('hex'),
      body: isLarge
        ? (Readable.toWeb(createReadStream(this.#path)) as ReadableStream<Uint8Array>)
        : new Uint8Array(Buffer.concat(this.#parts)),
      isLarge,
      remove: () => rm(this.#path, { force: true }),
    };
  }

  async remove(): Promise<void> {
    await this.#close();
    await rm(this.#path, { force: true });
  }

  async #close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }
}

async function withinMs<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooSlow()), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
