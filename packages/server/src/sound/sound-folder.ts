import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { patchHeader, rateIn, WAV_HEADER_BYTES, wavHeader } from './wav.ts';

/** A recording that grows while someone speaks. */
export interface GrowingSound {
  /** Samples that are on disk. */
  readonly received: number;
  /** Appends 16-bit samples; resolves when the system has them. */
  append(samples: Int16Array): Promise<void>;
  /** Writes the true length into the header and closes the file. */
  close(): Promise<void>;
}

/** Bytes out of a file. */
export interface SoundPart {
  bytes: Uint8Array;
  /** Bytes of the whole file. */
  size: number;
}

/** Keeps the sound of takes as 16-bit mono WAV, one file a take. */
export interface SoundFolder {
  /** Where a take's sound is. */
  path(id: string): string;
  /** Begins a file or goes on at the end of the one that is there. */
  grow(id: string, sampleRate: number): Promise<GrowingSound>;
  /** Writes a whole take aside; it is the take's sound once it is settled. */
  write(id: string, samples: Int16Array, sampleRate: number): Promise<void>;
  /** What was written aside becomes the take's sound. */
  settle(id: string): Promise<void>;
  /** Ids of what a writer that died left aside. */
  aside(): Promise<string[]>;
  /** Deletes what was written aside. */
  sweep(id: string): Promise<void>;
  /** The whole file, its header mended when the writer died. Null when there is none. */
  read(id: string): Promise<Uint8Array | null>;
  /** Bytes `from` to `to`, both counted in, as {@link SoundFolder.read} would have them; only they are read. Null when there is no file. */
  part(id: string, from: number, to: number): Promise<SoundPart | null>;
  /** The loudest sample of each of `count` equal stretches, 0..1, to draw. Null when there is no file. */
  peaks(id: string, count: number): Promise<number[] | null>;
  remove(id: string): Promise<void>;
  /** Ids of all files. */
  list(): Promise<string[]>;
}

const BYTES_PER_SAMPLE = 2;

/** Sound in a folder, made when missing. */
export async function soundFolder(folder: string): Promise<SoundFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = (id: string): string => join(folder, `${id}.wav`);
  const besides = (id: string): string => join(folder, `${id}${ASIDE}`);
  return {
    path,
    grow: (id, sampleRate) => growing(path(id), sampleRate),
    async write(id, samples, sampleRate) {
      const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
      await writeFile(besides(id), [wavHeader(sampleRate, samples.length), bytes], { mode: 0o600 });
    },
    settle: (id) => rename(besides(id), path(id)),
    aside: () => idsWith(folder, ASIDE),
    sweep: (id) => rm(besides(id), { force: true }),
    async read(id) {
      const bytes = await readFile(path(id)).catch(() => null);
      return bytes === null ? null : patchHeader(bytes);
    },
    part: (id, from, to) => withFile(path(id), (file) => partOf(file, from, to)),
    peaks: (id, count) => withFile(path(id), (file) => peaksOf(file, count)),
    remove: (id) => rm(path(id), { force: true }),
    list: () => idsWith(folder, '.wav'),
  };
}

/** Ends the names of what is not yet the sound of a take. */
const ASIDE = '.part';

async function idsWith(folder: string, ending: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/** The header says how long the file is, whatever a writer that died left in it. */
async function healedHeader(file: FileHandle): Promise<{ header: Uint8Array; sampleCount: number; size: number }> {
  const header = new Uint8Array(WAV_HEADER_BYTES);
  await file.read(header, 0, header.length, 0);
  const sampleCount = Math.max(0, Math.floor(((await file.stat()).size - WAV_HEADER_BYTES) / BYTES_PER_SAMPLE));
  return { header: wavHeader(rateIn(header), sampleCount), sampleCount, size: WAV_HEADER_BYTES + sampleCount * BYTES_PER_SAMPLE };
}

async function partOf(file: FileHandle, from: number, to: number): Promise<SoundPart> {
  const { header, size } = await healedHeader(file);
  const bytes = new Uint8Array(Math.max(0, Math.min(to, size - 1) + 1 - from));
  const ofHeader = header.subarray(from, from + bytes.length);
  bytes.set(ofHeader);
  if (bytes.length > ofHeader.length) {
    await file.read(bytes, ofHeader.length, bytes.length - ofHeader.length, Math.max(from, WAV_HEADER_BYTES));
  }
  return { bytes, size };
}

/** Samples read at a time: between two reads the server serves others. */
const READ_SAMPLES = 1 << 19;
const FULL_SCALE = 0x8000;

async function peaksOf(file: FileHandle, count: number): Promise<number[]> {
  const { sampleCount } = await healedHeader(file);
  const peaks = new Array<number>(Math.min(count, sampleCount)).fill(0);
  const each = sampleCount / peaks.length;
  const block = new Int16Array(READ_SAMPLES);
  for (let at = 0; at < sampleCount; at += READ_SAMPLES) {
    const samples = Math.min(READ_SAMPLES, sampleCount - at);
    await file.read(block, 0, samples * BYTES_PER_SAMPLE, WAV_HEADER_BYTES + at * BYTES_PER_SAMPLE);
    let place = Math.floor(at / each);
    let end = (place + 1) * each - at;
    let peak = peaks[place] ?? 0;
    for (let i = 0; i < samples; i++) {
      if (i >= end && place < peaks.length - 1) {
        peaks[place] = peak;
        place += 1;
        end += each;
        peak = 0;
      }
      peak = Math.max(peak, Math.abs(block[i] ?? 0));
    }
    peaks[place] = peak;
  }
  return peaks.map((peak) => Number((peak / FULL_SCALE).toFixed(3)));
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
