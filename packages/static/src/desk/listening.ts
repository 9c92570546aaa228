import { RingbackError } from '@ringback/core';
import { type Hearing, type HearingAnswer, hearingBy } from '@ringback/server/portable';
import type { DecodedRecording } from '@ringback/speech';
import type { DecodeAnswer } from '../ear/decode-worker.ts';
import type { EarSetup } from '../ear/ear-worker.ts';

/** A worker that hears; begun with the first question, begun again when it breaks. */
export const hearingWorker = (root: string): Hearing =>
  hearingBy(({ take, lost }) => {
    let worker: Worker | null = null;
    const end = (): void => {
      worker?.terminate();
      worker = null;
    };
    const begin = (): Worker => {
      const begun = new Worker(new URL('../ear/ear-worker.ts', import.meta.url), { type: 'module' });
      begun.onmessage = ({ data }: MessageEvent<HearingAnswer>) => take(data);
      begun.onerror = (event) => {
        event.preventDefault();
        end();
        lost();
      };
      begun.postMessage({ kind: 'setup', root } satisfies EarSetup);
      return begun;
    };
    return {
      send(request) {
        worker ??= begin();
        worker.postMessage(request);
      },
      end,
    };
  });

/** Longest a file may take to be read, milliseconds. House rule: an hour of MP3 takes a third of it on a slow machine. */
const DECODE_MS = 60_000;

/** Reads a file in a worker of its own, which is ended when it stands still. */
export function decodeInWorker(bytes: Uint8Array): Promise<DecodedRecording> {
  const worker = new Worker(new URL('../ear/decode-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<DecodedRecording>((resolve, reject) => {
    const fail = (code: 'decode-timeout' | 'damaged', message: string) => reject(new RingbackError(code, message));
    setTimeout(() => fail('decode-timeout', 'The recording takes too long to decode: export it again, or shorten it.'), DECODE_MS);
    worker.onerror = () => fail('damaged', 'The recording is damaged and cannot be decoded: export it again.');
    worker.onmessage = ({ data }: MessageEvent<DecodeAnswer>) => {
      if ('failure' in data) reject(new RingbackError(data.failure.code, data.failure.message));
      else resolve(data);
    };
    worker.postMessage(bytes);
  }).finally(() => worker.terminate());
}
