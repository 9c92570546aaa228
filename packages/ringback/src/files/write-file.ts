import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cannotWrite } from './cannot-write.ts';
import { makeFolder } from './make-folder.ts';

/** A file's content, whole or as it comes. */
export type FileContent = string | Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Writes a file as a whole or not at all: into a neighbour first, then renamed over the target. A link stays a link, and a device
 * or a pipe is written to as it is.
 * @throws RingbackError "cannot-write" naming the file, with what is there before left as it was; what `content` throws while it is read.
 */
export async function writeWholeFile(path: string, content: FileContent): Promise<void> {
  try {
    await makeFolder(dirname(path));
    const target = await realpath(path).catch(() => path);
    const there = await stat(target).catch(() => null);
    if (there !== null && !there.isFile()) await writeFile(target, content);
    else await replaceFile(target, content);
  } catch (cause) {
    throw cannotWrite(basename(path), cause);
  }
}

async function replaceFile(path: string, content: FileContent): Promise<void> {
  const neighbour = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await writeFile(neighbour, content, { mode: 0o600 });
    await rename(neighbour, path);
  } catch (error) {
    await rm(neighbour, { force: true }).catch(() => undefined);
    throw error;
  }
}
