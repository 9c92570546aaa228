import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../packages/ringback/bin/ringback.js', import.meta.url));
const RECORDINGS = join('fixtures', 'recordings');
const DEPTHS = [10, 100, 1000];
/** People who come while so many jobs wait. */
const PEOPLE = 5;
/** Milliseconds between two of them, and between two looks. */
const BETWEEN_MS = 2000;
const LOOK_MS = 500;
const HOUR_SEC = 3600;
const MEGABYTE = 1_000_000;
const KILOBYTE = 1024;

interface JobSeen {
  id: string;
  kind: string;
  takeId: string | null;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
}

interface Team {
  url: string;
  env: NodeJS.ProcessEnv;
  sounds: Uint8Array[];
}

/** Starts a command of Ringback; resolves with the line that says it is up. */
async function begin(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')) as [string];
  return { child, line };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function send({ url, sounds }: Team, place: number, queue: 'person' | 'batch'): Promise<string> {
  const id = randomUUID();
  const body = sounds[place % sounds.length] as Uint8Array<ArrayBuffer>;
  const answer = await fetch(`${url}/api/v1/takes/${id}/audio?name=message&queue=${queue}`, { method: 'PUT', body });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return id;
}

const jobs = async ({ url }: Team, query = '', most = 1000): Promise<JobSeen[]> =>
  (await (await fetch(`${url}/api/v1/jobs?limit=${most}${query}`)).json()) as JobSeen[];

const told = (what: string) => void process.stderr.write(`${what}\n`);

/** Resolves when nothing waits and nothing is under way. */
async function drained(team: Team): Promise<void> {
  const isAny = async (state: string) => (await jobs(team, `&state=${state}`, 1)).length > 0;
  while ((await isAny('waiting')) || (await isAny('active'))) await pause(LOOK_MS);
}

/** Bytes that a worker and what hears for it take together (Linux). */
async function memoryOf(pid: number): Promise<number> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').filter(Boolean).map(Number);
  let bytes = 0;
  for (const one of [pid, ...children]) {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${one}/status`, 'utf8').catch(() => ''))?.[1];
    bytes += Number(kilobytes ?? 0) * KILOBYTE;
  }
  return bytes;
}

/** Reviews an hour, the drive test of the number included, and the most memory that one worker took. */
async function pace(team: Team, count: number, takeCount: number): Promise<{ perHour: number; peakBytes: number }> {
  const takes = new Set<string>();
  for (let place = 0; place < takeCount; place += 1) takes.add(await send(team, place, 'batch'));
  told(`${takeCount} takes are sent; workers: ${count}`);
  const workers = await Promise.all(Array.from({ length: count }, () => begin(['worker'], team.env)));
  let peakBytes = 0;
  let isDone = false;
  const watched = (async () => {
    while (!isDone) {
      for (const { child } of workers) peakBytes = Math.max(peakBytes, await memoryOf(child.pid as number));
      await pause(LOOK_MS);
    }
  })();
  await drained(team);
  isDone = true;
  await watched;
  for (const { child } of workers) await end(child);
  const done = (await jobs(team)).filter(({ takeId }) => takeId !== null && takes.has(takeId));
  const began = Math.min(...done.map(({ startedAt }) => Date.parse(startedAt ?? '')));
  const ended = Math.max(...done.map(({ endedAt }) => Date.parse(endedAt ?? '')));
  return { perHour: (takeCount * HOUR_SEC * 1000) / (ended - began), peakBytes };
}

/** Milliseconds from asking to beginning for people who come while `depth` jobs wait, one worker at work. */
async function latencies(team: Team, depth: number): Promise<number[]> {
  for (let waiting = (await jobs(team, '&state=waiting')).length; waiting < depth; waiting += 1) await send(team, waiting, 'batch');
  told(`people come while ${depth} jobs wait`);
  const waits: number[] = [];
  for (let person = 0; person < PEOPLE; person += 1) {
    const takeId = await send(team, person, 'person');
    let job: JobSeen | undefined;
    while (!job?.startedAt) {
      await pause(LOOK_MS);
      job = (await jobs(team)).find((one) => one.takeId === takeId && one.kind === 'hear');
    }
    waits.push(Date.parse(job.startedAt) - Date.parse(job.createdAt));
    await pause(BETWEEN_MS);
  }
  return waits;
}

async function measured(team: Team, takeCount: number): Promise<string> {
  const one = await pace(team, 1, takeCount);
  const two = await pace(team, 2, takeCount);
  const { child } = await begin(['worker'], team.env);
  const rows: string[] = [];
  for (const depth of DEPTHS) {
    const waits = await latencies(team, depth);
    rows.push(`| ${depth} | ${Math.min(...waits)} | ${Math.max(...waits)} |`);
  }
  child.kill('SIGKILL');
  return [
    `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(
        ' ',
      )}, Node ${process.version}; ${takeCount} takes of ${team.sounds.length} recordings of fixtures/recordings, one thread each, the drive test included.`,
    '',
    '| workers | reviews an hour | ratio | most memory of a worker (MB) |',
    '| ---: | ---: | ---: | ---: |',
    `| 1 | ${one.perHour.toFixed(0)} | 1.00 | ${(one.peakBytes / MEGABYTE).toFixed(0)} |`,
    `| 2 | ${two.perHour.toFixed(0)} | ${(two.perHour / one.perHour).toFixed(2)} | ${(two.peakBytes / MEGABYTE).toFixed(0)} |`,
    '',
    `A person's job while so many wait, one worker at work, ${PEOPLE} people each:`,
    '',
    '| waiting | begins after, least (ms) | most (ms) |',
    '| ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

/** Reviews an hour, waiting and memory of workers on the PostgreSQL server of `DATABASE_URL`, whose database should be empty. @param takeCount Takes for each pace. Markdown. */
export async function benchScale(databaseUrl: string, takeCount: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-scale-'));
  const env = { ...process.env, DATABASE_URL: databaseUrl, RINGBACK_DATA: folder };
  const { child, line } = await begin(['serve', '--port', '0', '--jobs', '0', '--no-open'], env);
  try {
    const names = (await readdir(RECORDINGS)).filter((name) => name.endsWith('.wav')).sort();
    const sounds = await Promise.all(names.map(async (name) => new Uint8Array(await readFile(join(RECORDINGS, name)))));
    return await measured({ url: /http:\S+/.exec(line)?.[0] ?? '', env, sounds }, takeCount);
  } finally {
    await end(child);
    await rm(folder, { recursive: true });
  }
}
