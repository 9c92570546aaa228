import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { RingbackError } from '@ringback/core';

/**
 * Reads a JSON file a person wrote.
 * @throws RingbackError "no-such-file" or "not-json", naming the file and never its content.
 */
export async function readJsonFile(path: string): Promise<unknown> {
  const name = basename(path);
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new RingbackError('no-such-file', `"${name}" cannot be read (${cause.code}): check its name and folder.`, { cause });
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new RingbackError('not-json', `"${name}" is not JSON: check it with an editor that shows where it breaks.`, { cause });
  }
}
