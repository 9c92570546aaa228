import { FORMATS, type Format, type Review, type ReviewSettings, RingbackError, render, spokenText } from '@ringback/core';
import type { ExpectedSpeech, RawFormat } from '@ringback/speech';
import { Option } from 'commander';
import { saveArtifacts } from '../../files/artifact-folder.ts';
import { type Input, readInput } from '../../files/input.ts';
import { readWaivers } from '../../files/waiver-file.ts';
import type { Register } from '../command.ts';
import { type Console, type ExitCode, write } from '../console.ts';
import { callerOf, knownTerms, type NameFlags } from '../known-names.ts';
import { tell, terminalLook } from '../output.ts';
import { rawOption } from '../raw-option.ts';
import { openInputReviewer } from '../review-input.ts';

interface Flags extends NameFlags {
  script?: true;
  recording?: true;
  waivers?: string;
  format: Format;
  out?: string;
  artifacts?: string;
  failOn?: 'return' | 'toss-up';
  fix?: true;
  apply?: string;
  scriptFile?: string;
  raw?: RawFormat;
}

function forcedKind(flags: Flags): (Input['kind'] & ('script' | 'recording')) | undefined {
  if (flags.script && flags.recording) throw new RingbackError('bad-call', '--script and --recording exclude each other: give one.');
  if (flags.script) return 'script';
  return flags.recording || flags.raw ? 'recording' : undefined;
}

/** `--fail-on return` wants at least a return, `--fail-on toss-up` at least a toss-up. */
function exitCodeOf(review: Review, failOn: Flags['failOn']): ExitCode {
  if (failOn === undefined || review.verdict.decision === 'return') return 0;
  return failOn === 'toss-up' && review.verdict.decision === 'toss-up' ? 0 : 1;
}

async function optionsOf(flags: Flags): Promise<ReviewSettings> {
  return { ...(await callerOf(flags)), waivers: flags.waivers === undefined ? [] : await readWaivers(flags.waivers) };
}

/** The script that a recording is held against, as it would be said; null where none is named. */
async function scriptOf(flags: Flags, input: Input, console: Console): Promise<string | null> {
  if (flags.scriptFile === undefined) return null;
  if (input.kind === 'script') {
    throw new RingbackError(
      'bad-call',
      '--script-file names the script of a recording, and a script was given to review: give the recording.',
    );
  }
  const script = await readInput(flags.scriptFile, console.stdin, 'script');
  return script.kind === 'script' ? spokenText(script.text, { name: script.name }) : null;
}

/** What the recording was to say, and the names that may come up in it. */
async function expectedOf(flags: Flags, input: Input, console: Console): Promise<ExpectedSpeech> {
  const script = await scriptOf(flags, input, console);
  if (input.kind !== 'recording') return script === null ? {} : { script };
  return { ...(script !== null && { script }), terms: await knownTerms(flags) };
}

async function runReview(path: string, flags: Flags, console: Console): Promise<ExitCode> {
  const input = await readInput(path, console.stdin, forcedKind(flags));
  const options = await optionsOf(flags);
  if (flags.fix || flags.apply !== undefined) {
    const { fixScript } = await import('../review-fix.ts');
    return await fixScript(input, flags, options, console);
  }
  const expected = await expectedOf(flags, input, console);
  const reviewer = openInputReviewer(console, flags.raw);
  try {
    const { review, artifacts } = await reviewer.review(input, options, expected);
    for (const warning of artifacts.sound?.recording.warnings ?? []) await write(console.stderr, `ringback: ${warning}\n`);
    if (flags.artifacts !== undefined) await saveArtifacts(flags.artifacts, artifacts);
    await tell(render(review, flags.format, flags.out === undefined ? terminalLook(console) : {}), flags.out, console);
    return exitCodeOf(review, flags.failOn);
  } finally {
    await reviewer.close();
  }
}

/** `ringback review`: one script, recording or folder of artifacts, judged. */
export const registerReview: Register = (program, console, finish) => {
  program
    .command('review')
    .description('reviews a script (.txt, .md or - for standard input), a recording, or a folder of saved artifacts')
    .argument('<file>', 'what to review')
    .option('--script', 'read it as a script, whatever its name')
    .option('--recording', 'read it as a recording, whatever its name')
    .addOption(rawOption())
    .option('--script-file <file>', 'the script of the recording: names are heard better, and what was said otherwise is told')
    .option('--me <me.json>', 'who calls (JSON Resume): the region of the numbers, your pace; in a recording your names are heard better')
    .option('--waivers <file>', 'findings you do not mind, each with a reason (JSON)')
    .addOption(new Option('--format <format>', 'how to tell it').choices(FORMATS).default('text'))
    .option('--out <file>', 'write there instead of standard output')
    .option('--artifacts <folder>', 'keep what was gathered, to judge again with "ringback review <folder>"')
    .option('--fix', 'show the smallest changes that make a script pass, numbered, each with its finding')
    .option('--apply <changes>', 'write the script with these changes of --fix: "all" or numbers such as 1,3')
    .option('--brief <brief.json>', 'with --fix: facts of yours that the script may need; of a recording: its names are heard better')
    .addOption(new Option('--fail-on <decision>', 'exit with 1 when the verdict is below this').choices(['return', 'toss-up']))
    .addHelpText(
      'after',
      '\nringback review --again  judges all takes that are kept again, from what was heard of them: after an upgrade, without their sound',
    )
    .action(async (path: string, flags: Flags) => finish(await runReview(path, flags, console)));
};
