import { basename } from 'node:path';
import { makeFolder as make } from '@ringback/speech/node';
import { cannotWrite } from './cannot-write.ts';

/**
 * Makes a folder and those above it, for their owner alone.
 * @throws RingbackError "cannot-write" naming the folder.
 */
export async function makeFolder(folder: string): Promise<void> {
  await make(folder).catch((cause: unknown) => {
    throw cannotWrite(basename(folder), cause);
  });
}
