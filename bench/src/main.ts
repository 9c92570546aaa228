import { readdir, readFile, stat } from 'node:fs/promises';
import { cpus, platform } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { RingbackError } from '@ringback/core';
import { durationOf, type Recogniser, resample, type Waveform } from '@ringback/speech';
import { createMoonshine, decodeRecording, modelsFolder } from '@ringback/speech/node';
import { benchLog } from './log.ts';
import { openPlainLoop } from './plain-loop.ts';
import { benchReview } from './review.ts';
import { benchScale } from './scale.ts';
import { openSherpa, type Sherpa } from './sherpa.ts';
import { benchSoak } from './soak.ts';
import { benchStatic } from './static.ts';
import { benchText } from './text.ts';

const USAGE =
  'npm run bench -- [data folder] [--rounds 3] [--only-log]: recordings are read from its speech/ and digits/; without one, from fixtures/recordings; scale [--takes 60]: workers on the PostgreSQL of DATABASE_URL; static: the page without a server in Chromium; soak [--minutes 20]: the server under load, whether its memory and handles grow';
/** Recordings at least this long count as messages; the bars differ. */
const LONG_SEC = 20;
/** Seconds of sound for the growth table: 5 s to 5 min. */
const GROWTH_SEC = [5, 15, 60, 300];
const MODEL_RATE = 16_000;

interface Engines {
  ours: Recogniser;
  sherpa: Sherpa;
  plain: (samples: Float32Array) => Promise<number>;
}

/** Best wall time in seconds of each engine on one recording. */
interface Timing {
  name: string;
  seconds: number;
  ours: number;
  sherpa: number;
  plain: number;
}

async function recordings(folder: string | undefined): Promise<{ name: string; waveform: Waveform }[]> {
  const folders = folder === undefined ? [join('fixtures', 'recordings')] : [join(folder, 'speech'), join(folder, 'digits')];
  const found: { name: string; waveform: Waveform }[] = [];
  for (const place of folders) {
    for (const file of (await readdir(place).catch(() => [])).sort()) {
      if (!/\.(wav|mp3)$/i.test(file)) continue;
      try {
        const { waveform } = await decodeRecording(await readFile(join(place, file)), { name: basename(file) });
        // All engines get 16 kHz, so that only recognition is compared.
        found.push({ name: file, waveform: await resample(waveform, MODEL_RATE) });
      } catch (error) {
        if (!(error instanceof RingbackError)) throw error;
        process.stderr.write(`${file}: ${error.message}\n`);
      }
    }
  }
  return found;
}

async function clock(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Engines take turns, so that what else the machine does falls on all alike; the best of the rounds counts. */
async function time({ ours, sherpa, plain }: Engines, name: string, waveform: Waveform, rounds: number): Promise<Timing> {
  const best = { ours: Number.POSITIVE_INFINITY, sherpa: Number.POSITIVE_INFINITY, plain: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round++) {
    best.ours = Math.min(best.ours, await clock(() => ours.recognise(waveform)));
    best.sherpa = Math.min(best.sherpa, await clock(() => sherpa.recognise(waveform.samples)));
    best.plain = Math.min(best.plain, await clock(() => plain(waveform.samples)));
  }
  return { name, seconds: durationOf(waveform), ...best };
}

function sum(timings: readonly Timing[], key: 'ours' | 'sherpa' | 'plain' | 'seconds'): number {
  return timings.reduce((total, timing) => total + timing[key], 0);
}

function ratio(timings: readonly Timing[], peer: 'sherpa' | 'plain'): string {
  return timings.length === 0 ? 'n/a' : (sum(timings, 'ours') / sum(timings, peer)).toFixed(2);
}

function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

function tell(timings: readonly Timing[]): void {
  print('| recording | seconds | ours, with times | sherpa-onnx | plain loop | ours / sherpa-onnx |');
  print('| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const timing of timings) {
    const cells = [timing.seconds.toFixed(1), timing.ours.toFixed(3), timing.sherpa.toFixed(3), timing.plain.toFixed(3)];
    print(`| ${timing.name} | ${cells.join(' | ')} | ${ratio([timing], 'sherpa')} |`);
  }
  const factor = (key: 'ours' | 'sherpa' | 'plain') => (sum(timings, key) / sum(timings, 'seconds')).toFixed(3);
  print(`\nreal-time factor: ours ${factor('ours')}, sherpa-onnx ${factor('sherpa')}, plain loop ${factor('plain')}`);
  const long = timings.filter(({ seconds }) => seconds >= LONG_SEC);
  const short = timings.filter(({ seconds }) => seconds < LONG_SEC);
  print(`ratio to plain loop: ${ratio(timings, 'plain')}`);
  print(`ratio to sherpa-onnx (<20 s): ${ratio(short, 'sherpa')}`);
  print(`ratio to sherpa-onnx (>=20 s): ${ratio(long, 'sherpa')}`);
}

/** The longest recording again and again, with half a second of silence between, cut to length. */
function repeated({ samples }: Waveform, seconds: number): Waveform {
  const result = new Float32Array(Math.round(seconds * MODEL_RATE));
  const period = samples.length + MODEL_RATE / 2;
  for (let at = 0; at < result.length; at += period) result.set(samples.subarray(0, result.length - at), at);
  return { samples: result, sampleRate: MODEL_RATE };
}

/** Our time and memory from 5 s to 5 min. Memory is this process after the run; the sound itself is 64 kB a second. */
async function growth(ours: Recogniser, waveform: Waveform): Promise<void> {
  print('\n| seconds of sound | ours | per second of sound | memory of the process (MB) |');
  print('| ---: | ---: | ---: | ---: |');
  for (const seconds of GROWTH_SEC) {
    const sound = repeated(waveform, seconds);
    const took = await clock(() => ours.recognise(sound));
    print(`| ${seconds} | ${took.toFixed(2)} | ${(took / seconds).toFixed(3)} | ${Math.round(process.memoryUsage().rss / 2 ** 20)} |`);
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '3' },
      takes: { type: 'string', default: '60' },
      minutes: { type: 'string', default: '20' },
      'only-log': { type: 'boolean' },
    },
  });
  if (values['only-log']) {
    print(benchLog(Number(values.rounds)));
    return 0;
  }
  const [folder] = positionals;
  if (folder === 'static') {
    print(await benchStatic(Number(values.rounds)));
    return 0;
  }
  if (folder === 'soak') {
    const { text, isFlat } = await benchSoak(Number(values.minutes));
    print(text);
    return isFlat ? 0 : 1;
  }
  if (folder === 'scale') {
    const { DATABASE_URL } = process.env;
    if (DATABASE_URL) print(await benchScale(DATABASE_URL, Number(values.takes)));
    else process.stderr.write('DATABASE_URL has to name an empty database of a PostgreSQL server.\n');
    return DATABASE_URL ? 0 : 2;
  }
  if (folder !== undefined && !(await stat(folder).catch(() => null))?.isDirectory()) {
    process.stderr.write(`There is no such folder.\n${USAGE}\n`);
    return 2;
  }
  const found = await recordings(folder);
  const modelsDir = modelsFolder(process.env);
  const ours = await createMoonshine({ modelsDir, hearNumbersAgain: false });
  print(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${platform()}, Node ${process.version}; one thread each, one pass, best of ${values.rounds}.\n`,
  );
  const longest = found.reduce<Waveform | null>(
    (best, { waveform }) => (best && durationOf(best) >= durationOf(waveform) ? best : waveform),
    null,
  );
  if (!longest) {
    process.stderr.write(`The folder holds no recording.\n${USAGE}\n`);
    return 2;
  }
  // Before the peers are loaded, so that their memory is not counted as ours.
  await growth(ours, longest);
  const engines = { ours, sherpa: await openSherpa(modelsDir), plain: await openPlainLoop(modelsDir) };
  await time(engines, 'warm-up', { samples: longest.samples.slice(0, 2 * MODEL_RATE), sampleRate: MODEL_RATE }, 1);
  const timings: Timing[] = [];
  for (const { name, waveform } of found) timings.push(await time(engines, name, waveform, Number(values.rounds)));
  print();
  tell(timings);
  print(`\n${await benchReview(Number(values.rounds))}`);
  print(`\n${await benchText()}`);
  print(`\n${benchLog(Number(values.rounds))}`);
  return 0;
}

process.exitCode = await main();
