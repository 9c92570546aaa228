import { RingbackError } from '@ringback/core';
import type { Noise, PhoneLine, PhoneLineId, RawFormat } from '@ringback/speech';
import { Option } from 'commander';
import { readInput } from '../../files/input.ts';
import type { ExamineOptions, NumberReport } from '../../use/number/index.ts';
import type { Register } from '../command.ts';
import { bar, type Console, type ExitCode, progressLine } from '../console.ts';
import { earsOf } from '../ears.ts';
import { knownTerms, type NameFlags, withoutNumbers } from '../known-names.ts';
import { tell } from '../output.ts';
import { rawOption } from '../raw-option.ts';

/** Every line by name; named here so that other commands start without loading the speech package. */
const LINES: Readonly<Record<PhoneLineId, true>> = { g711: true, gsm: true, amr: true };

interface Flags extends NameFlags {
  expect?: string;
  drill?: string;
  say?: string;
  region: string;
  format: 'text' | 'json' | 'html';
  full?: true;
  seed?: string;
  noise?: string;
  line: PhoneLineId;
  raw?: RawFormat;
  out?: string;
}

async function readRecording(path: string, console: Console): Promise<{ name: string; bytes: Uint8Array }> {
  const input = await readInput(path, console.stdin, 'recording');
  if (input.kind === 'recording') return input;
  throw new RingbackError('bad-call', '"ringback number" listens to a recording: give an audio file.');
}

async function noiseFrom(path: string, console: Console): Promise<Noise> {
  const { name, bytes } = await readRecording(path, console);
  const { decodeRecording } = await import('@ringback/speech/node');
  const { recordedNoise } = await import('@ringback/speech');
  const { waveform } = await decodeRecording(bytes, { name, signal: console.signal });
  return await recordedNoise(name, waveform);
}

async function lineFrom(id: PhoneLineId): Promise<PhoneLine> {
  const { openPhoneLine } = await import('@ringback/speech/node');
  return await openPhoneLine(id);
}

function seedOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new RingbackError('bad-call', '--seed takes a whole number of up to nine digits.');
}

async function withListener<T>(
  path: string,
  flags: Flags,
  console: Console,
  work: (bytes: Uint8Array, options: ExamineOptions) => Promise<T>,
): Promise<T> {
  const { name, bytes } = await readRecording(path, console);
  const seed = seedOf(flags.seed);
  const noise = flags.noise === undefined ? undefined : await noiseFrom(flags.noise, console);
  const expected = { terms: withoutNumbers(await knownTerms(flags)) };
  const line = await lineFrom(flags.line);
  const ears = earsOf(console);
  const progress = progressLine(console);
  try {
    return await work(bytes, {
      name,
      ...(await ears.open()),
      region: flags.region,
      expected,
      mode: flags.full ? 'full' : 'quick',
      signal: console.signal,
      line,
      onProgress: (share) => progress.update(`testing the number ${bar(share)}`),
      ...(flags.raw && { raw: flags.raw }),
      ...(seed !== undefined && { seed }),
      ...(noise && { noise }),
      ...(flags.expect !== undefined && { expect: flags.expect }),
    });
  } finally {
    progress.clear();
    await ears.close();
  }
}

const json = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`;

async function runDrill(number: string, path: string | undefined, flags: Flags, console: Console): Promise<ExitCode> {
  if (flags.format === 'html') throw new RingbackError('bad-call', '--drill is told as text or json.');
  const { drillNumber, writeModel } = await import('../../use/number/index.ts');
  const { drillText } = await import('../number/index.ts');
  const drill =
    path === undefined
      ? await drillNumber(number, flags.region, null)
      : await withListener(path, flags, console, (bytes, options) => drillNumber(number, flags.region, { bytes, options }));
  if (flags.say !== undefined) await writeModel(flags.say, drill.plan, flags.region, console.signal);
  await tell(flags.format === 'json' ? json(drill) : drillText(drill), flags.out, console);
  return drill.attempt === null || drill.attempt.result.status !== 'fail' ? 0 : 1;
}

async function runNumber(path: string | undefined, flags: Flags, console: Console): Promise<ExitCode> {
  if (flags.drill !== undefined) return await runDrill(flags.drill, path, flags, console);
  if (flags.say !== undefined) throw new RingbackError('bad-call', '--say goes with --drill and a number to practise.');
  if (path === undefined) throw new RingbackError('bad-call', 'Give a recording, or --drill and a number to practise.');
  const { examineNumber } = await import('../../use/number/index.ts');
  const { numberHtml, numberText } = await import('../number/index.ts');
  const report: NumberReport = await withListener(path, flags, console, examineNumber);
  const render = { text: numberText, html: numberHtml, json };
  await tell(render[flags.format](report), flags.out, console);
  return report.expected === null || report.expected.heard ? 0 : 1;
}

/** `ringback number`: dictation and legibility of the number alone, and the drill. */
export const registerNumber: Register = (program, console, finish) => {
  program
    .command('number')
    .description('tells how the number of a recording was dictated and what a driver would write down')
    .argument('[recording]', 'the recording to listen to')
    .option('--expect <number>', 'the number that should be heard; exit with 1 when it is not')
    .option('--drill <number>', 'how to say a number; with a recording, how the attempt went')
    .option('--say <file.wav>', 'with --drill: write how it sounds, said by the bundled voice')
    .option('--region <country>', 'country of numbers without a country code', 'US')
    .addOption(new Option('--format <format>', 'how to tell it').choices(['text', 'json', 'html']).default('text'))
    .option('--full', 'the thorough drive test, with the name and the e-mail address')
    .option('--noise <recording>', 'noise to test in, instead of a car')
    .addOption(
      new Option('--line <codec>', 'telephone line of the drive test; gsm and amr need sox or ffmpeg')
        .choices(Object.keys(LINES))
        .default('g711'),
    )
    .addOption(rawOption())
    .option('--me <me.json>', 'who calls (JSON Resume): your names are heard better, your number is not told to the ear')
    .option('--brief <brief.json>', 'what the call is about: the names in it are heard better, its numbers are not told to the ear')
    .option('--seed <number>', 'another draw of the noise')
    .option('--out <file>', 'write there instead of standard output')
    .action(async (path: string | undefined, flags: Flags) => finish(await runNumber(path, flags, console)));
};
