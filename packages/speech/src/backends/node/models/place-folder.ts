import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../make-folder.ts';

/**
 * Puts files into a folder in one step, in place of what stood there, so that another process never meets half of them.
 * @throws the system's error, with nothing left over.
 */
export async function placeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await makeFolder(dirname(folder));
  const fresh = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    for (const [name, content] of files) await writeFile(join(fresh, name), content);
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}
