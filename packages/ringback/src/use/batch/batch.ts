import { type Review, RingbackError } from '@ringback/core';
import type { Item, ItemId } from '../../files/batch/items.ts';
import type { ReviewsFile } from '../../files/batch/reviews-file.ts';

/** One line of the output. */
export type BatchLine = { id: ItemId; review: Review } | { id: ItemId; error: { code: string; message: string } };

/** What a batch did. */
export interface BatchCount {
  done: number;
  failed: number;
  /** Already there from a former run. */
  skipped: number;
}

/** How a batch runs. */
export interface BatchOptions {
  items: AsyncIterable<Item>;
  out: ReviewsFile;
  /** Items under way at once. */
  jobs: number;
  review(item: { text: string } | { file: string }): Promise<Review>;
  signal: AbortSignal;
  onProgress?: (count: BatchCount) => void;
}

async function lineOf(item: Item, options: BatchOptions): Promise<BatchLine> {
  if ('error' in item) return item;
  try {
    return { id: item.id, review: await options.review(item) };
  } catch (error) {
    if (options.signal.aborted) throw error;
    // What an unexpected error says may be personal: the line tells only that it is ours.
    if (!(error instanceof Error && 'code' in error && 'kind' in error))
      return { id: item.id, error: { code: 'internal', message: 'Something broke on our side while reviewing this item.' } };
    return { id: item.id, error: { code: String(error.code), message: error.message } };
  }
}

/**
 * Reviews item after item and appends a line for each, in the order of the input, going on where a former run stopped.
 * A bad item is a line with an error, never the end.
 * @throws RingbackError "bad-output" when the former run was over other items.
 */
export async function runBatch(options: BatchOptions): Promise<BatchCount> {
  const count: BatchCount = { done: 0, failed: 0, skipped: 0 };
  const underWay: Promise<BatchLine>[] = [];
  const settleOldest = async () => {
    const line = await underWay.shift();
    if (line === undefined) return;
    await options.out.append(line);
    if ('error' in line) count.failed++;
    else count.done++;
    options.onProgress?.(count);
  };
  for await (const item of options.items) {
    options.signal.throwIfAborted();
    const former = options.out.doneIds[count.skipped];
    if (former !== undefined) {
      if (former !== String(item.id)) {
        throw new RingbackError(
          'bad-output',
          'The output holds reviews of other items: give --out another file, or the input it was begun with.',
        );
      }
      count.skipped++;
      continue;
    }
    const line = lineOf(item, options);
    // Awaited in order below; until then a rejection must not count as unhandled.
    line.catch(() => undefined);
    underWay.push(line);
    if (underWay.length >= options.jobs) await settleOldest();
  }
  while (underWay.length > 0) await settleOldest();
  return count;
}
