import { type Artifacts, failureOf, type Reader, type Review, type ReviewSettings } from '@ringback/core';
import type { RawFormat } from '@ringback/speech';
import { Piscina } from 'piscina';
import { readInput } from '../../files/input.ts';
import { reviewMessage } from '../review-message.ts';
import { reviewScript } from '../review-script.ts';
import type { Heard, Task } from './recording-worker.ts';

/** Reviews items of a batch: scripts here and now, recordings in workers of their own. */
export interface BatchReviewer {
  review(item: { text: string } | { file: string }): Promise<Review>;
  close(): Promise<void>;
}

/** What a batch reviewer needs. */
export interface BatchReviewerOptions {
  /** Recordings heard at once. */
  jobs: number;
  modelsDir: string;
  /** Called once, before the first recording: fetches the models when they are missing. */
  prepareModels(): Promise<void>;
  /** What reads the words. */
  reader: Reader;
  settings: ReviewSettings;
  /** Names that may come up in the recordings. */
  terms?: readonly string[];
  /** What recordings without a header are, where their names do not say. */
  raw?: RawFormat;
  signal: AbortSignal;
}

/** A built worker: when this file runs from its source (tests), the build next door is used. */
function workerFile(): string {
  return new URL('./recording-worker.js', import.meta.url).href.replace('/src/use/', '/dist/use/');
}

/** Opens a reviewer for many items. Its workers start with the first recording. */
export function createBatchReviewer(options: BatchReviewerOptions): BatchReviewer {
  const how = { ...options.settings, reader: options.reader };
  let pool: Promise<Piscina> | undefined;
  const openPool = async () => {
    await options.prepareModels();
    return new Piscina({ filename: workerFile(), maxThreads: options.jobs, minThreads: 1, workerData: { modelsDir: options.modelsDir } });
  };
  const hear = async (file: string): Promise<Artifacts> => {
    pool ??= openPool();
    const heard = (await (
      await pool
    ).run({ file, raw: options.raw, terms: options.terms } satisfies Task, { signal: options.signal })) as Heard;
    if ('failure' in heard) throw failureOf(heard.failure);
    return heard.artifacts;
  };
  return {
    async review(item) {
      if ('text' in item) return reviewScript(item.text, { name: 'text', review: how }).review;
      const input = await readInput(item.file, process.stdin);
      return (await reviewMessage(input, () => hear(item.file), how)).review;
    },
    async close() {
      await (await pool)?.destroy();
    },
  };
}
