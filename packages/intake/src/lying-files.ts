import { constants, type Dirent } from 'node:fs';
import { access, lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RingbackError } from '@ringback/core';

/** Largest file that is taken in, bytes: an hour of CD sound has 635 MB, of telephone sound 58. House rule. */
export const LARGEST_BYTES = 200 * 2 ** 20;
/** Folders below a spool: context, mailbox, folder, and one to spare. */
const DEEPEST = 4;

/** A file of a folder that is looked through. */
export interface LyingFile {
  path: string;
  /** Below the folder, with "/". */
  relative: string;
  size: number;
  modifiedMs: number;
}

/** Regular files of a folder and those below, in the order of their names. Links are never followed: they may lead anywhere. */
export async function* filesIn(folder: string, isWanted: (name: string) => boolean, below = '', depth = 0): AsyncGenerator<LyingFile> {
  const here = await readdir(join(folder, below), { withFileTypes: true }).catch((): Dirent[] => []);
  for (const entry of here.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const relative = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory() && depth < DEEPEST) yield* filesIn(folder, isWanted, relative, depth + 1);
    if (!entry.isFile() || !isWanted(entry.name)) continue;
    const path = join(folder, relative);
    const found = await lstat(path).catch(() => null);
    // Gone or moved meanwhile.
    if (found?.isFile()) yield { path, relative, size: found.size, modifiedMs: found.mtimeMs };
  }
}

/** Reads a regular file that is no link; throws "too-large". */
export async function readLying(path: string): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { size } = await file.stat();
    if (size > LARGEST_BYTES) throw new RingbackError('too-large', `A recording is over ${LARGEST_BYTES / 2 ** 20} MB: no voicemail is.`);
    return new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}

/** Why a folder cannot be looked through, a sentence; null when it can. */
export async function troubleWith(folder: string): Promise<string | null> {
  const found = await lstat(folder).catch((error: NodeJS.ErrnoException) => error.code ?? 'unknown');
  if (typeof found === 'string') return `The folder "${folder}" cannot be seen (${found}): is its path right?`;
  if (!found.isDirectory()) return `"${folder}" is no folder: give the folder itself, not a file or a link.`;
  return await access(folder, constants.R_OK | constants.X_OK).then(
    () => null,
    () => `The folder "${folder}" may not be read: let the user that Ringback runs as into its group.`,
  );
}
