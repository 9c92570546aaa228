import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { RingbackError } from '@ringback/core';

/**
 * Writes a file as a whole or not at all: into a neighbour first, then renamed over the target. A link stays a link, and a device
 * or a pipe is written to as it is.
 * @throws RingbackError "cannot-write" naming the file, with what is there before left as it was.
 */
export async function writeWholeFile(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await makeFolder(dirname(path));
    const target = await realpath(path).catch(() => path);
    const there = await stat(target).catch(() => null);
    if (there !== null && !there.isFile()) await writeFile(target, content);
    else await replaceFile(target, content);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new RingbackError(
      'cannot-write',
      `"${basename(path)}" could not be written (${code}): choose a folder you may write to, with free space.`,
      { cause },
    );
  }
}

async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const neighbour = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await writeFile(neighbour, content, { mode: 0o600 });
    await rename(neighbour, path);
  } catch (error) {
    await rm(neighbour, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Makes a folder and those above it. Node's own recursive way never ends where a folder refuses new ones with ENOENT, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  if ((await stat(folder).catch(() => null))?.isDirectory()) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Somebody else made it meanwhile.
    if (error.code !== 'EEXIST') throw error;
  });
}
