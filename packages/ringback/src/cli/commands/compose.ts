import { basename } from 'node:path';
import {
  type Brief,
  briefJsonSchema,
  type Composition,
  missingParts,
  parseBrief,
  parseBriefDraft,
  REGISTERS,
  RingbackError,
} from '@ringback/core';
import { Option } from 'commander';
import { readJsonFile } from '../../files/json-file.ts';
import { readPerson } from '../../files/person.ts';
import { writeWholeFile } from '../../files/write-file.ts';
import { composeMessage } from '../../use/compose.ts';
import { loadReader } from '../../use/reader.ts';
import type { Register } from '../command.ts';
import { type Console, type ExitCode, write } from '../console.ts';
import { tell } from '../output.ts';

interface Flags {
  brief?: string;
  schema?: true;
  saveBrief?: string;
  me?: string;
  register?: Brief['register'];
  seed: string;
  count: string;
  preview?: string;
  voice?: string;
  format: 'text' | 'json';
  out?: string;
}

function whole(text: string, flag: string, most: number): number {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= 1 && value <= most) return value;
  throw new RingbackError('bad-call', `${flag} takes a whole number from 1 to ${most}.`);
}

/** The brief from its file; what is missing is asked for at a terminal, and named elsewhere. */
async function briefOf(flags: Flags, region: string | undefined, console: Console): Promise<Brief> {
  const given = flags.brief === undefined ? {} : await readJsonFile(flags.brief);
  const override = flags.register === undefined ? {} : { register: flags.register };
  // A number without its country's code is of the caller's own country.
  const draft = { ...(region === undefined ? {} : { region }), ...parseBriefDraft(given), ...override };
  const atTerminal = console.stdin.isTTY === true && console.stderr.isTTY === true;
  const needed = missingParts(draft).filter((part) => part.needed);
  if (needed.length === 0) return parseBrief(draft);
  if (atTerminal) {
    const { askForBrief } = await import('../plan/ask-brief.ts');
    const { openTerminalAsker } = await import('../plan/terminal-asker.ts');
    return askForBrief(draft, await openTerminalAsker(console.stdin, console.stderr));
  }
  const where = flags.brief === undefined ? 'There is no --brief, and no terminal to ask at' : `"${basename(flags.brief)}" is not complete`;
  throw new RingbackError(
    'brief-lacks',
    `${where}: it needs ${needed.map(({ part, example }) => `"${part}" (for example ${example})`).join(', ')}.`,
  );
}

async function runCompose(flags: Flags, console: Console): Promise<ExitCode> {
  if (flags.schema) {
    await tell(`${JSON.stringify(briefJsonSchema(), null, 2)}\n`, flags.out, console);
    return 0;
  }
  const me = flags.me === undefined ? {} : await readPerson(flags.me);
  const pace = me.paceWordsPerMinute;
  const brief = await briefOf(flags, me.region, console);
  const { missing, notes, ...composed } = composeMessage(brief, {
    reader: await loadReader(),
    seed: whole(flags.seed, '--seed', 999_999_999),
    count: whole(flags.count, '--count', 7),
    ...(pace ? { pace } : {}),
  });
  for (const { part, why } of missing) await write(console.stderr, `ringback: the brief has no "${part}". ${why}\n`);
  for (const { field, says } of notes) await write(console.stderr, `ringback: "${field}": ${says}\n`);
  if (flags.saveBrief !== undefined) await writeWholeFile(flags.saveBrief, `${JSON.stringify(brief, null, 2)}\n`);
  if (flags.preview !== undefined) await preview(flags.preview, flags, composed, brief, pace ?? undefined, console);
  const { compositionText } = await import('../plan/composition-text.ts');
  const json = `${JSON.stringify({ compositionVersion: 1, ...composed }, null, 2)}\n`;
  await tell(flags.format === 'json' ? json : compositionText(brief, composed), flags.out, console);
  return 0;
}

async function preview(
  folder: string,
  flags: Flags,
  composition: Composition,
  brief: Brief,
  pace: number | undefined,
  console: Console,
): Promise<void> {
  const { writePreviews } = await import('../../use/preview.ts');
  const names = await writePreviews(folder, composition, {
    ...(flags.voice === undefined ? {} : { voice: flags.voice }),
    region: brief.region,
    signal: console.signal,
    ...(pace === undefined ? {} : { paceWordsPerMinute: pace }),
  });
  await write(console.stderr, `ringback: wrote ${names.join(', ')} with the times of their words.\n`);
}

/** `ringback compose`: scripts from a brief. */
export const registerCompose: Register = (program, console, finish) => {
  program
    .command('compose')
    .description('writes scripts from a brief; at a terminal it asks for what is missing')
    .option('--brief <brief.json>', 'what the call is about')
    .option('--schema', 'print the JSON Schema of a brief, and nothing else')
    .option('--save-brief <file>', 'keep the brief, answers included')
    .option('--me <me.json>', 'you: your pace sets the lengths, your country how numbers are read')
    .addOption(new Option('--register <register>', 'how you speak').choices([...REGISTERS]))
    .option('--seed <number>', 'another number, other wordings', '1')
    .option('--count <number>', 'how many scripts', '3')
    .option('--preview <folder>', 'also read them aloud: a WAV and the word times of each')
    .option('--voice <name>', 'a voice of this system, or slt, rms, awb or kal16; without it the best that is there')
    .addOption(new Option('--format <format>', 'how to tell it').choices(['text', 'json']).default('text'))
    .option('--out <file>', 'write there instead of standard output')
    .action(async (flags: Flags) => finish(await runCompose(flags, console)));
};
