import { type FileHandle, mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { patchHeader, WAV_HEADER_BYTES, wavHeader } from './wav.ts';

/** A recording that grows while someone speaks. */
export interface GrowingSound {
  /** Samples that are on disk. */
  readonly received: number;
  /** Appends 16-bit samples; resolves when the system has them. */
  append(samples: Int16Array): Promise<void>;
  /** Writes the true length into the header and closes the file. */
  close(): Promise<void>;
}

/** Keeps the sound of takes as 16-bit mono WAV, one file a take. */
export interface SoundFolder {
  /** Where a take's sound is. */
  path(id: string): string;
  /** Begins a file or goes on at the end of the one that is there. */
  grow(id: string, sampleRate: number): Promise<GrowingSound>;
  write(id: string, samples: Int16Array, sampleRate: number): Promise<void>;
  /** The whole file, its header mended when the writer died. Null when there is none. */
  read(id: string): Promise<Uint8Array | null>;
  remove(id: string): Promise<void>;
  /** Ids of all files. */
  list(): Promise<string[]>;
}

const BYTES_PER_SAMPLE = 2;

/** Sound in a folder, made when missing. */
export async function soundFolder(folder: string): Promise<SoundFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = (id: string): string => join(folder, `${id}.wav`);
  return {
    path,
    grow: (id, sampleRate) => growing(path(id), sampleRate),
    async write(id, samples, sampleRate) {
      const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
      await writeFile(path(id), [wavHeader(sampleRate, samples.length), bytes], { mode: 0o600 });
    },
    async read(id) {
      const bytes = await readFile(path(id)).catch(() => null);
      return bytes === null ? null : patchHeader(bytes);
    },
    remove: (id) => rm(path(id), { force: true }),
    async list() {
      return (await readdir(folder)).filter((name) => name.endsWith('.wav')).map((name) => name.slice(0, -'.wav'.length));
    },
  };
}

async function growing(path: string, sampleRate: number): Promise<GrowingSound> {
  const file = await openForUpdate(path, sampleRate);
  const { size } = await file.stat();
  // A writer that died may have left half a sample: it is overwritten.
  let received = Math.max(0, Math.floor((size - WAV_HEADER_BYTES) / BYTES_PER_SAMPLE));
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
  return {
    get received() {
      return received;
    },
    append: (samples) =>
      inOrder(async () => {
        const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
        await file.write(bytes, 0, bytes.length, WAV_HEADER_BYTES + received * BYTES_PER_SAMPLE);
        received += samples.length;
      }),
    close: () =>
      inOrder(async () => {
        const header = wavHeader(sampleRate, received);
        await file.write(header, 0, header.length, 0);
        await file.close();
      }),
  };
}

async function openForUpdate(path: string, sampleRate: number): Promise<FileHandle> {
  try {
    return await open(path, 'r+');
  } catch {
    await writeFile(path, wavHeader(sampleRate, 0), { mode: 0o600 });
    return open(path, 'r+');
  }
}
