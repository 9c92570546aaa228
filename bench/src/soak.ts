import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Loaded, load, Tally } from './soak-load.ts';
import { afterWarmUp, growsSteadily, type Look, slopePerHour } from './soak-trend.ts';

const PROGRAM = fileURLToPath(new URL('../../packages/ringback/bin/ringback.js', import.meta.url));
const RECORDINGS = join('fixtures', 'recordings');
const MINUTE_MS = 60_000;
/** Milliseconds of rest before each look, once no job waits. */
const SETTLE_MS = 3_000;
const LOOK_MS = 300;
const KILOBYTE = 1024;
const MEGABYTE = 1_000_000;

/** Looks after the warm-up below which nothing is called growth: a short run shows that the load works, no more. */
const FEWEST_LOOKS = 6;

/** What is looked at, and by how much it may grow in an hour. House rule: what a day of it would take, a small machine has. */
const WATCHED = [
  { name: 'server, MB', mostPerHour: 60 },
  { name: 'its heap, MB', mostPerHour: 30 },
  { name: 'hearing, MB', mostPerHour: 60 },
  // A connection more that a client holds open is none that leaks.
  { name: 'open files', mostPerHour: 12 },
  { name: 'processes', mostPerHour: 0 },
] as const;

/** What a run found. */
export interface Soaked {
  /** Markdown. */
  text: string;
  /** Whether nothing grew and everything was done. */
  isFlat: boolean;
}

interface Sample {
  minute: number;
  /** In the order of {@link WATCHED}. */
  values: number[];
  /** 99th percentile of the delay of the event loop since the look before, milliseconds. */
  delayMs: number;
}

/** Loads the installed server for so many minutes, in rounds with rests between them, and looks at it in each rest (Linux). */
export async function benchSoak(minutes: number): Promise<Soaked> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-soak-'));
  const env = { ...process.env, RINGBACK_DATA: folder, DATABASE_URL: '' };
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0', '--no-open'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const names = (await readdir(RECORDINGS)).filter((name) => name.endsWith('.wav')).sort();
    const sounds = await Promise.all(names.map(async (name) => new Uint8Array(await readFile(join(RECORDINGS, name)))));
    const loaded: Loaded = { url: /http:\S+/.exec(line)?.[0] ?? '', sounds, tally: new Tally() };
    const samples = await watched(child, loaded, minutes);
    return told(samples, loaded.tally, child.exitCode === null && child.signalCode === null);
  } finally {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true });
  }
}

async function watched(child: ChildProcess, loaded: Loaded, minutes: number): Promise<Sample[]> {
  const began = performance.now();
  // Twelve looks at least, however short the run is; a minute between two at most.
  const roundMs = Math.min(MINUTE_MS, (minutes * MINUTE_MS) / 12);
  const samples: Sample[] = [];
  while (performance.now() - began < minutes * MINUTE_MS && child.exitCode === null) {
    await load(loaded, AbortSignal.timeout(roundMs));
    await atRest(loaded);
    samples.push(await look(child.pid as number, loaded, (performance.now() - began) / MINUTE_MS));
    process.stderr.write(
      `${samples.at(-1)?.minute.toFixed(1)} min: ${samples
        .at(-1)
        ?.values.map((value) => value.toFixed(0))
        .join(' ')}\n`,
    );
  }
  return samples;
}

/** Nothing waits or is under way, and no take is open. */
async function atRest({ url }: Loaded): Promise<void> {
  const isBusy = async (): Promise<boolean> => {
    const [waiting, active] = await Promise.all(
      ['waiting', 'active'].map(async (state) => (await (await fetch(`${url}/api/v1/jobs?state=${state}`)).json()) as unknown[]),
    );
    return (waiting?.length ?? 0) + (active?.length ?? 0) > 0;
  };
  while (await isBusy()) await pause(LOOK_MS);
  await pause(SETTLE_MS);
}

async function look(pid: number, { url }: Loaded, minute: number): Promise<Sample> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const metric = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? Number.NaN);
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').filter(Boolean).map(Number);
  const memory = await Promise.all([pid, ...children].map(memoryOf));
  const [own = 0, ...hearing] = memory;
  const open = (await readdir(`/proc/${pid}/fd`)).length;
  const heapMb = metric('nodejs_heap_size_used_bytes') / MEGABYTE;
  const values = [own, heapMb, hearing.reduce((sum, one) => sum + one, 0), open, children.length];
  return { minute, values, delayMs: metric('nodejs_eventloop_lag_p99_seconds') * 1000 };
}

/** Megabytes that a process has in memory. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * KILOBYTE) / MEGABYTE;
}

function told(samples: readonly Sample[], tally: Tally, isAlive: boolean): Soaked {
  const counted = afterWarmUp(samples);
  const trends = WATCHED.map(({ name, mostPerHour }, place) => {
    const looks: Look[] = counted.map(({ minute, values }) => ({ minute, value: values[place] ?? Number.NaN }));
    return { name, mostPerHour, slope: slopePerHour(looks), grows: looks.length >= FEWEST_LOOKS && growsSteadily(looks, mostPerHour) };
  });
  const failures = [...tally.failed.values()].reduce((sum, count) => sum + count, 0);
  const isFlat = isAlive && failures === 0 && tally.done.size > 0 && trends.every(({ grows }) => !grows);
  const load1 = loadavg().map((load) => load.toFixed(1));
  const lines = [
    `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, load ${load1.join(' ')}, Node ${process.version}; ${samples.at(-1)?.minute.toFixed(1) ?? 0} minutes.`,
    '',
    `| minute | ${WATCHED.map(({ name }) => name).join(' | ')} | event-loop delay, p99 (ms) |`,
    `| ---: | ${WATCHED.map(() => '---:').join(' | ')} | ---: |`,
    ...samples.map(
      ({ minute, values, delayMs }) =>
        `| ${minute.toFixed(1)} | ${values.map((value) => value.toFixed(0)).join(' | ')} | ${delayMs.toFixed(0)} |`,
    ),
    '',
    '| after the warm-up | slope an hour | bound | grows |',
    '| --- | ---: | ---: | --- |',
    ...trends.map(
      ({ name, mostPerHour, slope, grows }) => `| ${name} | ${slope?.toFixed(1) ?? 'n/a'} | ${mostPerHour} | ${grows ? 'yes' : 'no'} |`,
    ),
    '',
    '| done | times | failed |',
    '| --- | ---: | ---: |',
    ...[...new Set([...tally.done.keys(), ...tally.failed.keys()])].map(
      (what) => `| ${what} | ${tally.done.get(what) ?? 0} | ${tally.failed.get(what) ?? 0} |`,
    ),
    '',
    isAlive ? `The server ${isFlat ? 'is flat' : 'is not flat, or something failed'}.` : 'The server ended.',
  ];
  return { text: lines.join('\n'), isFlat };
}
