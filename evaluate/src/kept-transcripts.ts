import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Transcript, toPlain, transcriptSchema } from '@ringback/core';

/**
 * What was heard, kept in a folder so that what only reads transcripts (a threshold of `following`) is measured again in seconds.
 * A folder is of one ear: another recogniser, or other settings of it, need another folder.
 */
export async function keptTranscript(folder: string | undefined, name: string, recognise: () => Promise<Transcript>): Promise<Transcript> {
  if (folder === undefined) return recognise();
  const file = join(folder, `${name}.json`);
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (kept !== null) return transcriptSchema.parse(JSON.parse(kept));
  const heard = await recognise();
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(toPlain(heard)));
  return heard;
}
