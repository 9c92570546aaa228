import { applyEdits, parseBriefDraft, type ReviewSettings, type Rewrite, RingbackError, renderRewrites } from '@ringback/core';
import type { Input } from '../files/input.ts';
import { readJsonFile } from '../files/json-file.ts';
import { loadReader } from '../use/reader.ts';
import { rewriteScript } from '../use/rewrite-script.ts';
import type { Console, ExitCode } from './console.ts';
import { tell } from './output.ts';

/** What `ringback review --fix` is told. */
export interface FixFlags {
  /** "all" or numbers such as "1,3". */
  apply?: string;
  /** The person's own facts. */
  brief?: string;
  format: string;
  out?: string;
}

/** Chooses the rewrites that were named. */
function chosen(rewrites: readonly Rewrite[], apply: string): Rewrite[] {
  if (apply === 'all') return [...rewrites];
  const numbers = apply.split(',').map((text) => Number(text.trim()));
  if (numbers.some((number) => !rewrites.some((rewrite) => rewrite.number === number))) {
    throw new RingbackError(
      'bad-call',
      `--apply takes "all" or numbers of changes, here from 1 to ${rewrites.length}: for example --apply 1,3.`,
    );
  }
  return rewrites.filter(({ number }) => numbers.includes(number));
}

/**
 * Shows the smallest changes that make a script pass, or writes the script with those that were named.
 * Exit 0 when what is written passes or nothing was to be written.
 */
export async function fixScript(input: Input, flags: FixFlags, settings: ReviewSettings, console: Console): Promise<ExitCode> {
  if (input.kind !== 'script')
    throw new RingbackError('bad-call', '--fix rewrites a script: give a .txt or .md file, or - for standard input.');
  if (flags.format !== 'text' && flags.format !== 'json') throw new RingbackError('bad-call', '--fix is told as text or json.');
  const brief = flags.brief === undefined ? undefined : parseBriefDraft(await readJsonFile(flags.brief));
  const proposal = rewriteScript(input.text, { review: { ...settings, reader: await loadReader() }, ...(brief ? { brief } : {}) });
  if (flags.apply !== undefined) {
    await tell(`${applyEdits(input.text, chosen(proposal.rewrites, flags.apply))}\n`, flags.out, console);
    return 0;
  }
  const document = flags.format === 'json' ? `${JSON.stringify(proposal, null, 2)}\n` : renderRewrites(input.text, proposal);
  await tell(document, flags.out, console);
  return 0;
}
