import { type FailureNote, noteOf } from '@ringback/core';
import { type DecodedRecording, decodeBytes } from '@ringback/speech';

/** What the worker answers. */
export type DecodeAnswer = DecodedRecording | { failure: FailureNote };

const damaged = { code: 'damaged', message: 'The recording is damaged and cannot be decoded: export it again.' } as const;

self.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
  decodeBytes(data).then(
    (decoded) => self.postMessage(decoded, { transfer: [decoded.waveform.samples.buffer] }),
    (error: unknown) => self.postMessage({ failure: noteOf(error, damaged) }),
  );
};
