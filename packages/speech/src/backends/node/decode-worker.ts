import { parentPort } from 'node:worker_threads';
import { type FailureNote, RingbackError } from '@ringback/core/failure';
import { type DecodedRecording, decodeBytes } from '../../decode/decode.ts';
import type { DecodeLimits } from '../../decode/limits.ts';
import type { RawFormat } from '../../decode/raw.ts';

/** What the thread is asked. */
export interface DecodeQuestion {
  bytes: Uint8Array;
  limits: DecodeLimits;
  raw: RawFormat | null;
  /** Shared with the asker, who watches it: one number that grows by one with every piece decoded. */
  steps: Int32Array<SharedArrayBuffer>;
}

/** What the thread answers. */
export type DecodeAnswer = DecodedRecording | { failure: FailureNote };

parentPort?.once('message', ({ bytes, limits, raw, steps }: DecodeQuestion) => {
  decodeBytes(bytes, limits, { raw, onStep: () => Atomics.add(steps, 0, 1) }).then(
    (decoded) => parentPort?.postMessage(decoded, [decoded.waveform.samples.buffer as ArrayBuffer]),
    (error: unknown) => parentPort?.postMessage({ failure: describe(error) }),
  );
});

function describe(error: unknown): FailureNote {
  if (error instanceof RingbackError) return { code: error.code, message: error.message, kind: error.kind };
  return { code: 'damaged', message: 'The recording is damaged and cannot be decoded: export it again.', kind: 'input' };
}
