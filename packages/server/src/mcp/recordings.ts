import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Reader, type Review, RingbackError } from '@ringback/core';
import { createMoonshine, createSpeechDetector } from '@ringback/speech/node';
import { reviewRecording } from 'ringback';

/** Hears recordings; its models open with the first one. */
export interface RecordingReviewer {
  /** @param path A file on this machine. */
  review(path: string, reader: Reader): Promise<Review>;
  close(): Promise<void>;
}

/** A reviewer of recordings with the models in a folder. */
export function recordingReviewer(modelsDir: string): RecordingReviewer {
  let ears: Promise<[Awaited<ReturnType<typeof createMoonshine>>, Awaited<ReturnType<typeof createSpeechDetector>>]> | undefined;
  return {
    async review(path, reader) {
      const name = basename(path);
      const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
        throw new RingbackError('no-such-file', `The recording cannot be read (${cause.code}): give its whole path.`, { cause });
      });
      ears ??= Promise.all([createMoonshine({ modelsDir }), createSpeechDetector({ modelsDir })]);
      const [recogniser, detector] = await ears;
      return (await reviewRecording(new Uint8Array(bytes), { name, recogniser, detector, review: { reader } })).review;
    },
    async close() {
      for (const model of (await ears) ?? []) await model.close();
    },
  };
}
