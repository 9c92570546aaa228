import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Reader, type Review, RingbackError } from '@ringback/core';
import { earsOnDemand, reviewRecording } from 'ringback';

/** Hears recordings; its models open with the first one. */
export interface RecordingReviewer {
  /** @param path A file on this machine. */
  review(path: string, reader: Reader): Promise<Review>;
  close(): Promise<void>;
}

/** A reviewer of recordings with the models in a folder. */
export function recordingReviewer(modelsDir: string): RecordingReviewer {
  const ears = earsOnDemand(async () => modelsDir);
  return {
    async review(path, reader) {
      const name = basename(path);
      const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
        throw new RingbackError('no-such-file', `The recording cannot be read (${cause.code}): give its whole path.`, { cause });
      });
      return (await reviewRecording(new Uint8Array(bytes), { name, ...(await ears.open()), review: { reader } })).review;
    },
    close: () => ears.close(),
  };
}
