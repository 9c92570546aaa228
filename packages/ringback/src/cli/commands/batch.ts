import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { RingbackError } from '@ringback/core';
import type { RawFormat } from '@ringback/speech';
import { readItems } from '../../files/batch/items.ts';
import { openReviewsFile } from '../../files/batch/reviews-file.ts';
import { type BatchCount, runBatch } from '../../use/batch/batch.ts';
import { loadReader } from '../../use/reader.ts';
import type { Register } from '../command.ts';
import { type Console, progressLine, write } from '../console.ts';
import { callerOf, knownTerms, type NameFlags } from '../known-names.ts';
import { pullWithProgress } from '../model-fetch.ts';
import { rawOption } from '../raw-option.ts';

interface Flags extends NameFlags {
  out: string;
  jobs: number;
  raw?: RawFormat;
}

function jobsOf(value: string): number {
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) throw new RingbackError('bad-call', '--jobs takes a whole number from 1 to 64.');
  return jobs;
}

const tell = ({ done, failed, skipped }: BatchCount): string =>
  `${done} reviewed, ${failed} with an error${skipped > 0 ? `, ${skipped} there from before` : ''}`;

async function batch(source: string, flags: Flags, console: Console): Promise<void> {
  const [{ createBatchReviewer }, { modelsFolder }] = await Promise.all([
    import('../../use/batch/reviewer.ts'),
    import('@ringback/speech/node'),
  ]);
  const [settings, terms] = [await callerOf(flags), await knownTerms(flags)];
  const items = await readItems(source, console.cwd);
  const out = await openReviewsFile(resolve(console.cwd, flags.out));
  const reviewer = createBatchReviewer({
    jobs: flags.jobs,
    modelsDir: modelsFolder(console.env),
    prepareModels: () => pullWithProgress(console),
    reader: await loadReader(),
    settings,
    terms,
    ...(flags.raw && { raw: flags.raw }),
    signal: console.signal,
  });
  const line = progressLine(console);
  try {
    const count = await runBatch({
      items,
      out,
      jobs: flags.jobs,
      review: (item) => reviewer.review(item),
      signal: console.signal,
      onProgress: (soFar) => line.update(tell(soFar)),
    });
    line.clear();
    await write(console.stderr, `${tell(count)}\n`);
  } finally {
    line.clear();
    await reviewer.close();
    await out.close();
  }
}

/** `ringback batch`: many messages in, one JSON line each out. */
export const registerBatch: Register = (program, console, finish) => {
  program
    .command('batch')
    .description('reviews every message of a folder, a glob or a .jsonl of {id, text} or {id, file}; run it again to go on')
    .argument('<source>', 'folder, glob in quotes, or .jsonl')
    .requiredOption('--out <reviews.jsonl>', 'one line an item, in the order of the input')
    .option('--jobs <n>', 'recordings heard at once', jobsOf, Math.max(1, Math.floor(availableParallelism() / 2)))
    .addOption(rawOption())
    .option('--me <me.json>', 'who calls (JSON Resume): the region of the numbers, your pace; in a recording your names are heard better')
    .option('--brief <brief.json>', 'what the call is about: the names in it are heard better in recordings')
    .action(async (source: string, flags: Flags) => {
      await batch(source, flags, console);
      finish(0);
    });
};
