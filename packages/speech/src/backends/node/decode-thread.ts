import { Worker } from 'node:worker_threads';
import { failureOf, RingbackError } from '@ringback/core/failure';
import type { DecodedRecording } from '../../decode/decode.ts';
import type { DecodeLimits } from '../../decode/limits.ts';
import type { RawFormat } from '../../decode/raw.ts';
import { type Clock, DecodeDeadline } from './decode-deadline.ts';
import type { DecodeAnswer, DecodeQuestion } from './decode-worker.ts';

/** How often the progress and the growth of the process are looked at, in milliseconds. */
const WATCH_MS = 20;
/** Megabytes of JavaScript heap the worker may use; samples and codecs live outside the heap and are watched apart. */
const WORKER_HEAP_MB = 256;
const MB = 1e6;

/** How {@link decodeInWorker} works. */
export interface WorkerOptions {
  signal?: AbortSignal | undefined;
  /** What the bytes are where no header says it. */
  raw?: RawFormat | null;
  /** Default: the time since the process started. */
  now?: Clock;
  /** The script of the thread. Default: the decoders of this package. */
  script?: URL;
}

/** Runs the decoders in a thread of their own, which is ended when it stands still, at the memory cap and on abort. */
export async function decodeInWorker(bytes: Uint8Array, limits: DecodeLimits, options: WorkerOptions = {}): Promise<DecodedRecording> {
  const worker = new Worker(options.script ?? workerUrl(), {
    stdout: true,
    stderr: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
  });
  const steps = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const deadline = new DecodeDeadline(bytes.length, limits, options.now ?? (() => performance.now()));
  const stops: (() => void)[] = [];
  try {
    return await new Promise((resolve, reject) => {
      const broken = (cause?: unknown): void =>
        reject(new RingbackError('damaged', 'The recording is damaged and cannot be decoded: export it again.', { cause }));
      worker.on('message', (answer: DecodeAnswer) => ('failure' in answer ? reject(failureOf(answer.failure)) : resolve(answer)));
      worker.on('error', broken);
      worker.on('exit', () => broken());
      stops.push(
        watch(() => deadline.check(Atomics.load(steps, 0)), reject),
        watch(memoryCheck(limits), reject),
        watchAbort(options.signal, () => reject(new RingbackError('aborted', 'Decoding was cancelled.'))),
      );
      // A Buffer's slice() shares its memory; the caller's bytes must stay with the caller.
      const copy = new Uint8Array(bytes);
      const question: DecodeQuestion = { bytes: copy, limits, raw: options.raw ?? null, steps };
      worker.postMessage(question, [copy.buffer]);
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

/**
 * Looks again and again, and stops at the first failure. Where this thread itself was held up, an answer may be waiting:
 * it is let in before the failure counts.
 */
function watch(check: () => RingbackError | null, stop: (failure: RingbackError) => void): () => void {
  const timer = setInterval(() => {
    const failure = check();
    if (failure === null) return;
    clearInterval(timer);
    setImmediate(() => stop(failure));
  }, WATCH_MS);
  return () => clearInterval(timer);
}

/** A codec's memory is outside the heap limit of a worker, so the growth of the whole process is watched. */
function memoryCheck(limits: DecodeLimits): () => RingbackError | null {
  const before = process.memoryUsage.rss();
  return () =>
    process.memoryUsage.rss() - before > limits.maxGrowthMb * MB
      ? new RingbackError('decode-memory', 'Decoding needs more memory than a recording can: the file is damaged or far too long.')
      : null;
}

function watchAbort(signal: AbortSignal | undefined, stop: () => void): () => void {
  signal?.addEventListener('abort', stop, { once: true });
  return () => signal?.removeEventListener('abort', stop);
}
