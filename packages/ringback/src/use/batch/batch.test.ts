import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Review, RingbackError } from '@ringback/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readItems } from '../../files/batch/items.ts';
import { openReviewsFile } from '../../files/batch/reviews-file.ts';
import { runBatch } from './batch.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-batch-'));
});
afterEach(() => rm(folder, { recursive: true }));

const review = (text: string) => ({ said: text }) as unknown as Review;
const never = new AbortController().signal;

async function run(input: string, options: { reviewer?: (text: string) => Promise<Review>; jobs?: number; out?: string } = {}) {
  const source = join(folder, 'in.jsonl');
  await writeFile(source, input);
  const out = await openReviewsFile(join(folder, options.out ?? 'out.jsonl'));
  const reviewer = options.reviewer ?? (async (text: string) => review(text));
  try {
    return await runBatch({
      items: await readItems(source, folder),
      out,
      jobs: options.jobs ?? 2,
      review: (item) => reviewer('text' in item ? item.text : item.file),
      signal: never,
    });
  } finally {
    await out.close();
  }
}

async function lines(): Promise<unknown[]> {
  const text = await readFile(join(folder, 'out.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

const messages = (...ids: (string | number)[]) => ids.map((id) => `${JSON.stringify({ id, text: `message ${id}` })}\n`).join('');

describe('batch', () => {
  it('writes a line for each item in the order of the input, whichever is done first', async () => {
    const reviewer = async (text: string) => {
      await new Promise((resolve) => setTimeout(resolve, text === 'message a' ? 30 : 1));
      return review(text);
    };
    expect(await run(messages('a', 7, 'c'), { reviewer, jobs: 3 })).toEqual({ done: 3, failed: 0, skipped: 0 });
    expect(await lines()).toEqual([
      { id: 'a', review: { said: 'message a' } },
      { id: 7, review: { said: 'message 7' } },
      { id: 'c', review: { said: 'message c' } },
    ]);
  });

  it('turns a bad item into a line with an error and goes on; what broke on our side is not told word by word', async () => {
    const reviewer = async (text: string) => {
      if (text === 'message bad') throw new RingbackError('not-english', 'Not English.');
      if (text === 'message worse') throw new Error('secret words of the message');
      return review(text);
    };
    await run(`${messages('bad', 'worse')}{"id": 3}\nnonsense\n${messages('good')}`, { reviewer });
    expect(await lines()).toEqual([
      { id: 'bad', error: { code: 'not-english', message: 'Not English.' } },
      { id: 'worse', error: { code: 'internal', message: expect.not.stringContaining('secret') } },
      { id: 'line 3', error: { code: 'bad-line', message: expect.stringContaining('Line 3') } },
      { id: 'line 4', error: { code: 'bad-line', message: expect.stringContaining('not JSON') } },
      { id: 'good', review: { said: 'message good' } },
    ]);
  });

  it('goes on where a former run stopped, dropping a torn last line', async () => {
    await run(messages('a', 'b'));
    const whole = await readFile(join(folder, 'out.jsonl'), 'utf8');
    await writeFile(join(folder, 'out.jsonl'), whole.slice(0, -5));
    const seen: string[] = [];
    const reviewer = async (text: string) => {
      seen.push(text);
      return review(text);
    };
    expect(await run(messages('a', 'b', 'c'), { reviewer })).toEqual({ done: 2, failed: 0, skipped: 1 });
    expect(seen).toEqual(['message b', 'message c']);
    expect(await lines()).toHaveLength(3);
  });

  it('refuses an output that belongs to other items, and leaves it as it was', async () => {
    await run(messages('a', 'b'));
    const before = await readFile(join(folder, 'out.jsonl'), 'utf8');
    await expect(run(messages('x', 'y'))).rejects.toMatchObject({ code: 'bad-output' });
    expect(await readFile(join(folder, 'out.jsonl'), 'utf8')).toBe(before);
  });

  it.each(['my notes\n', 'my notes', '{"other": 1}'])('refuses an output that holds something else: %j', async (content) => {
    await writeFile(join(folder, 'notes.txt'), content);
    await expect(run(messages('a'), { out: 'notes.txt' })).rejects.toMatchObject({ code: 'bad-output' });
    expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe(content);
  });

  it('takes every file of a folder, sorted, and what a glob matches', async () => {
    await writeFile(join(folder, 'b.txt'), 'two');
    await writeFile(join(folder, 'a.txt'), 'one');
    const ids = async (source: string) => {
      const found: unknown[] = [];
      for await (const item of await readItems(source, folder)) found.push(item.id);
      return found;
    };
    expect(await ids('.')).toEqual(['a.txt', 'b.txt']);
    expect(await ids('*.txt')).toEqual(['a.txt', 'b.txt']);
    await expect(readItems('*.wav', folder)).rejects.toMatchObject({ code: 'no-such-file' });
  });
});
