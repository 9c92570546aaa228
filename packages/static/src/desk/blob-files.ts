import type { BlobStore } from '@ringback/server/portable';

/** Ends the names of what is not whole yet: renaming it into place makes a blob whole and at once. */
const UNFINISHED = '.unfinished';

/** Blobs as files of the browser's own file system for this page (OPFS), which only a worker may write. */
export async function blobFiles(folder: FileSystemDirectoryHandle): Promise<BlobStore> {
  // What a page that was closed left behind.
  for (const name of await namesIn(folder)) if (name.endsWith(UNFINISHED)) await folder.removeEntry(name).catch(() => {});
  return {
    async write(key, parts) {
      const file = await folder.getFileHandle(key + UNFINISHED, { create: true });
      await writing(file, (access) => {
        access.truncate(0);
        let at = 0;
        for (const part of parts) at += access.write(part as Uint8Array<ArrayBuffer>, { at });
      });
      await file.move(key);
    },
    async read(key, from = 0, to = Number.MAX_SAFE_INTEGER) {
      const handle = await folder.getFileHandle(key).catch(() => null);
      if (handle === null) return null;
      const file = await handle.getFile();
      return { bytes: new Uint8Array(await file.slice(from, to + 1).arrayBuffer()), size: file.size };
    },
    async grow(key, head, unit) {
      const access = await (await folder.getFileHandle(key, { create: true })).createSyncAccessHandle();
      let size = Math.max(access.getSize(), 0);
      if (size < head.length) {
        access.write(head as Uint8Array<ArrayBuffer>, { at: 0 });
        size = head.length;
      }
      size -= (size - head.length) % unit;
      access.truncate(size);
      return {
        get size() {
          return size;
        },
        async append(bytes) {
          size += access.write(bytes as Uint8Array<ArrayBuffer>, { at: size });
          access.flush();
        },
        async close(last) {
          access.write(last as Uint8Array<ArrayBuffer>, { at: 0 });
          access.flush();
          access.close();
        },
      };
    },
    async rename(key, to) {
      await (await folder.getFileHandle(key)).move(to);
    },
    async remove(key) {
      await folder.removeEntry(key).catch(() => {});
    },
    async list(ending) {
      return (await namesIn(folder)).filter((name) => name.endsWith(ending));
    },
  };
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

async function writing(file: FileSystemFileHandle, work: (access: FileSystemSyncAccessHandle) => void): Promise<void> {
  const access = await file.createSyncAccessHandle();
  try {
    work(access);
    access.flush();
  } finally {
    access.close();
  }
}
