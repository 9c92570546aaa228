import { type FileHandle, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from 'ringback';
import type { BlobStore, GrowingBlob } from '../../ports/blobs.ts';
import { noRoom } from './no-room.ts';

/** Blobs as files of a folder, made when missing. */
export async function blobFolder(folder: string): Promise<BlobStore> {
  await makeFolder(folder);
  const path = (key: string): string => join(folder, key);
  return {
    async write(key, parts) {
      try {
        await plainly(writeFile(path(key), parts, { mode: 0o600 }));
      } catch (error) {
        // Half of it helps nobody, and takes room that is wanted.
        await rm(path(key), { force: true });
        throw error;
      }
    },
    async read(key, from = 0, to = Number.MAX_SAFE_INTEGER) {
      const file = await open(path(key), 'r').catch(() => null);
      if (file === null) return null;
      try {
        const { size } = await file.stat();
        const bytes = new Uint8Array(Math.max(0, Math.min(to, size - 1) + 1 - from));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
        return { bytes: bytes.subarray(0, bytesRead), size };
      } finally {
        await file.close();
      }
    },
    grow: (key, head, unit) => plainly(openForUpdate(path(key), head).then((file) => growing(file, head, unit))),
    rename: (key, to) => rename(path(key), path(to)),
    remove: (key) => rm(path(key), { force: true }),
    list: async (ending) => (await readdir(folder)).filter((name) => name.endsWith(ending)),
  };
}

async function growing(file: FileHandle, head: Uint8Array, unit: number): Promise<GrowingBlob> {
  const held = (await file.stat()).size;
  // A writer that died before the head was whole.
  if (held < head.length) await writeAll(file, head, 0);
  const beyond = Math.max(0, held - head.length);
  // A writer that died may have left half a unit: it is overwritten.
  let size = head.length + beyond - (beyond % unit);
  let underWay: Promise<unknown> = Promise.resolve();
  const inOrder = (work: () => Promise<void>): Promise<void> => {
    const done = underWay.then(work);
    underWay = done.catch(() => {});
    return done;
  };
  return {
    get size() {
      return size;
    },
    append: (bytes) =>
      inOrder(async () => {
        await plainly(writeAll(file, bytes, size));
        size += bytes.length;
      }),
    close: (whole) =>
      inOrder(async () => {
        await writeAll(file, whole, 0).finally(() => file.close());
      }),
  };
}

/** A disk that is almost full takes a part and says so by its length alone. */
async function writeAll(file: FileHandle, bytes: Uint8Array, place: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done, bytes.length - done, place + done)).bytesWritten;
}

/** Tells of a full disk in one sentence. */
async function plainly<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw noRoom(error) ?? error;
  });
}

async function openForUpdate(path: string, head: Uint8Array): Promise<FileHandle> {
  try {
    return await open(path, 'r+');
  } catch {
    await writeFile(path, head, { mode: 0o600 });
    return open(path, 'r+');
  }
}
