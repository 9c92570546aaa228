import { renderRanking, renderRankingJson } from '@ringback/core';
import type { RawFormat } from '@ringback/speech';
import { Option } from 'commander';
import { readInput } from '../../files/input.ts';
import { compareMessages } from '../../use/compare.ts';
import type { Register } from '../command.ts';
import type { Console } from '../console.ts';
import { callerOf, knownTerms, type NameFlags } from '../known-names.ts';
import { tell, terminalLook } from '../output.ts';
import { rawOption } from '../raw-option.ts';
import { openInputReviewer } from '../review-input.ts';

interface Flags extends NameFlags {
  format: 'text' | 'json';
  out?: string;
  raw?: RawFormat;
}

async function compare(paths: readonly string[], flags: Flags, console: Console): Promise<void> {
  const inputs = [];
  for (const path of paths) inputs.push(await readInput(path, console.stdin));
  const [settings, terms] = [await callerOf(flags), await knownTerms(flags)];
  const reviewer = openInputReviewer(console, flags.raw);
  try {
    const { ranking } = await compareMessages(inputs, async (input) => (await reviewer.review(input, settings, { terms })).review);
    const document =
      flags.format === 'json' ? renderRankingJson(ranking) : renderRanking(ranking, flags.out === undefined ? terminalLook(console) : {});
    await tell(document, flags.out, console);
  } finally {
    await reviewer.close();
  }
}

/** `ringback compare`: takes or scripts ranked, best first, with what decided. */
export const registerCompare: Register = (program, console, finish) => {
  program
    .command('compare')
    .description('ranks takes or scripts, best first, and says why')
    .argument('<files...>', 'scripts, recordings or folders of artifacts')
    .addOption(new Option('--format <format>', 'how to tell it').choices(['text', 'json']).default('text'))
    .addOption(rawOption())
    .option('--me <me.json>', 'who calls (JSON Resume): the region of the numbers, your pace; in a recording your names are heard better')
    .option('--brief <brief.json>', 'what the call is about: the names in it are heard better in recordings')
    .option('--out <file>', 'write there instead of standard output')
    .action(async (paths: string[], flags: Flags) => {
      await compare(paths, flags, console);
      finish(0);
    });
};
