import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { RingbackError } from '@ringback/core';

/** The growing output of a batch: one line an item, in the order of the input. */
export interface ReviewsFile {
  /** Ids that a former run has finished, in order. */
  doneIds: readonly string[];
  append(line: object): Promise<void>;
  close(): Promise<void>;
}

/** What a line that was cut short in writing begins with, or nothing at all. */
const TORN_LINE = /^(?:\{(?:"(?:i(?:d(?:".*)?)?)?)?)?$/s;

/** Whole lines of a former run: their ids, and how many bytes they take. A torn last line is not counted. */
async function finishedLines(path: string): Promise<{ ids: string[]; bytes: number }> {
  const ids: string[] = [];
  let bytes = 0;
  let rest = '';
  try {
    for await (const chunk of createReadStream(path, 'utf8')) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        ids.push(String((JSON.parse(line) as { id: unknown }).id));
        bytes += Buffer.byteLength(line) + 1;
      }
    }
    if (!TORN_LINE.test(rest)) throw new SyntaxError('the last line was not begun by a batch');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { ids: [], bytes: 0 };
    throw new RingbackError('bad-output', `"${basename(path)}" holds lines that are no reviews: give --out another file.`, { cause });
  }
  return { ids, bytes };
}

/**
 * Opens the output of a batch to go on where a former run stopped.
 * @throws RingbackError "bad-output" when the file holds something else, "cannot-write" when it cannot be opened.
 */
export async function openReviewsFile(path: string): Promise<ReviewsFile> {
  const { ids, bytes } = await finishedLines(path);
  let file: FileHandle;
  try {
    file = await open(path, ids.length > 0 ? 'r+' : 'w', 0o600);
    await file.truncate(bytes);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new RingbackError('cannot-write', `"${basename(path)}" could not be written (${code}): choose a folder you may write to.`, {
      cause,
    });
  }
  let position = bytes;
  return {
    doneIds: ids,
    async append(line) {
      const content = Buffer.from(`${JSON.stringify(line)}\n`);
      await file.write(content, 0, content.length, position);
      position += content.length;
    },
    close: () => file.close(),
  };
}
