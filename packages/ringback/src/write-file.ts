import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { RingbackError } from '@ringback/core';

/**
 * Writes a file as a whole or not at all: into a neighbour first, then renamed over the target.
 * @throws RingbackError "cannot-write" naming the file, with what is there before left as it was.
 */
export async function writeWholeFile(path: string, content: string | Uint8Array): Promise<void> {
  const neighbour = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(neighbour, content, { mode: 0o600 });
    await rename(neighbour, path);
  } catch (cause) {
    await rm(neighbour, { force: true }).catch(() => undefined);
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new RingbackError(
      'cannot-write',
      `"${basename(path)}" could not be written (${code}): choose a folder you may write to, with free space.`,
      { cause },
    );
  }
}
