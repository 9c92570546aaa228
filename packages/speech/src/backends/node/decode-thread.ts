import { Worker } from 'node:worker_threads';
import { RingbackError } from '@ringback/core/failure';
import type { DecodedRecording } from '../../decode/decode.ts';
import type { DecodeLimits } from '../../decode/limits.ts';
import type { DecodeAnswer } from './decode-worker.ts';

/** How often the growth of the process is looked at, in milliseconds. */
const WATCH_MS = 20;
/** Megabytes of JavaScript heap the worker may use; samples and codecs live outside the heap and are watched apart. */
const WORKER_HEAP_MB = 256;
const MB = 1e6;

/** Runs the decoders in a thread of their own, which is ended at the deadline, at the memory cap and on abort. */
export async function decodeInWorker(bytes: Uint8Array, limits: DecodeLimits, signal?: AbortSignal): Promise<DecodedRecording> {
  const worker = new Worker(workerUrl(), {
    stdout: true,
    stderr: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  });
  const stops: (() => void)[] = [];
  try {
    return await new Promise((resolve, reject) => {
      const fail = (code: string, message: string, cause?: unknown): void => reject(new RingbackError(code, message, { cause }));
      worker.on('message', (answer: DecodeAnswer) => ('failure' in answer ? reject(failureOf(answer)) : resolve(answer)));
      worker.on('error', (cause) => fail('damaged', 'The recording is damaged and cannot be decoded: export it again.', cause));
      worker.on('exit', () => fail('damaged', 'The recording is damaged and cannot be decoded: export it again.'));
      stops.push(
        watchTime(limits, () =>
          fail('decode-timeout', `Decoding took longer than ${limits.deadlineMs / 1000} s: the recording is damaged or far too long.`),
        ),
        watchMemory(limits, () =>
          fail('decode-memory', 'Decoding needs more memory than a recording can: the file is damaged or far too long.'),
        ),
        watchAbort(signal, () => fail('aborted', 'Decoding was cancelled.')),
      );
      // A Buffer's slice() shares its memory; the caller's bytes must stay with the caller.
      const copy = new Uint8Array(bytes);
      worker.postMessage({ bytes: copy, limits }, [copy.buffer]);
    });
  } finally {
    for (const stop of stops) stop();
    await worker.terminate();
  }
}

/** The worker is compiled code also when this file runs from its source in a test. */
function workerUrl(): URL {
  const here = import.meta.url;
  return new URL('./decode-worker.js', here.endsWith('.ts') ? here.replace('/src/backends/', '/dist/backends/') : here);
}

function failureOf({ failure }: { failure: { code: string; message: string; kind: 'input' | 'internal' } }): RingbackError {
  return new RingbackError(failure.code, failure.message, { kind: failure.kind });
}

function watchTime(limits: DecodeLimits, stop: () => void): () => void {
  const timer = setTimeout(stop, limits.deadlineMs);
  return () => clearTimeout(timer);
}

/** A codec's memory is outside the heap limit of a worker, so the growth of the whole process is watched. */
function watchMemory(limits: DecodeLimits, stop: () => void): () => void {
  const before = process.memoryUsage.rss();
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() - before > limits.maxGrowthMb * MB) stop();
  }, WATCH_MS);
  return () => clearInterval(timer);
}

function watchAbort(signal: AbortSignal | undefined, stop: () => void): () => void {
  signal?.addEventListener('abort', stop, { once: true });
  return () => signal?.removeEventListener('abort', stop);
}
