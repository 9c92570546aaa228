import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Review, RingbackError } from '@ringback/core';
import { decodeRecording } from '@ringback/speech/node';
import type { Hearing } from '../../ports/hearing.ts';

/** Hears recordings. */
export interface RecordingReviewer {
  /** @param path A file on this machine. */
  review(path: string): Promise<Review>;
}

/** A reviewer of recordings that are heard by `hearing`, the drive test of the number included. */
export function recordingReviewer(hearing: Hearing): RecordingReviewer {
  return {
    async review(path) {
      const name = basename(path);
      const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
        throw new RingbackError('no-such-file', `The recording cannot be read (${cause.code}): give its whole path.`, { cause });
      });
      const { waveform, recording } = await decodeRecording(new Uint8Array(bytes), { name });
      const { artifacts } = await hearing.hear(
        { samples: waveform.samples, recording: { ...recording, sampleRate: waveform.sampleRate }, name, script: null },
        {},
      );
      return (await hearing.grade(waveform.samples, artifacts, {})).review;
    },
  };
}
