import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { cannotWrite } from './cannot-write.ts';

/**
 * Makes a folder and those above it, for their owner alone.
 * @throws RingbackError "cannot-write" naming the folder.
 */
export async function makeFolder(folder: string): Promise<void> {
  await made(folder).catch((cause: unknown) => {
    throw cannotWrite(basename(folder), cause);
  });
}

/** Node's own recursive way never ends where a folder refuses new ones with ENOENT, as /proc does. */
async function made(folder: string): Promise<void> {
  if ((await stat(folder).catch(() => null))?.isDirectory()) return;
  if (dirname(folder) !== folder) await made(dirname(folder));
  await mkdir(folder, { mode: 0o700 }).catch(async (error: NodeJS.ErrnoException) => {
    // Somebody else made it meanwhile.
    if (error.code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error;
  });
}
