import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Take } from '@ringback/core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startPostgres, type TestPostgres } from './adapters/postgres/postgres.fixture.ts';
import { samplesOf } from './ports/kept-wav.ts';
import { startService, type TestService } from './service.fixture.ts';
import { put, wav } from './test-api.fixture.ts';

const LONG_MS = 400_000;
/** Seconds of the recording that are sent. */
const LAST_SEC = 8;
const fixture = (path: string): string => fileURLToPath(new URL(`../../../fixtures/${path}`, import.meta.url));
const SERVE = ['serve', '--port', '0', '--no-open'];

let folder: string;
let postgres: TestPostgres;
let recording: Uint8Array<ArrayBuffer>;
const running: TestService[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-services-'));
  postgres = startPostgres();
  const file = await readFile(fixture('recordings/consultant.wav'));
  const { samples, sampleRate } = samplesOf(new Uint8Array(file));
  // Its end, where the number is said: whole recordings take a busy machine a minute each.
  recording = new Uint8Array(await wav(samples.slice(-LAST_SEC * sampleRate), sampleRate).arrayBuffer());
}, LONG_MS);
afterEach(() => Promise.all(running.splice(0).map((service) => service.end('SIGKILL'))));
afterAll(async () => {
  postgres?.stop();
  await rm(folder, { recursive: true });
}, LONG_MS);

/** A service on the data of one name, and on PostgreSQL where it is a team's. */
function start(args: readonly string[], data: string, isTeam = false): TestService {
  const service = startService(args, { RINGBACK_DATA: join(folder, data), ...(isTeam && { DATABASE_URL: postgres.url }) });
  running.push(service);
  return service;
}

const addressOf = (server: TestService): Promise<string> => server.says(/http:\/\/127[\d.]+:\d+/);
const find = async <T>(url: string): Promise<T> => (await (await fetch(url)).json()) as T;

/** Sends the recording; resolves with the address of its take. */
async function send(api: string, name: string): Promise<string> {
  const take = `${api}/takes/${randomUUID()}`;
  const answer = await fetch(`${take}/audio?name=${encodeURIComponent(name)}`, { method: 'PUT', body: recording });
  expect(answer.status).toBe(202);
  return take;
}

/** What it said on standard error but that a busy machine starts slowly. */
const plainly = (service: TestService): string => service.stderr().replace(/^ringback: still starting: .*\n/gm, '');

const within = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 120_000, interval: 50 });
const reviewed = (take: string) => within(async () => expect(await find<Take>(take)).toMatchObject({ state: 'reviewed' }));
const atWork = (api: string) => within(async () => expect(await find<unknown[]>(`${api}/jobs?state=active`)).not.toEqual([]));

/** Runs of letters or digits that a log must not hold: of every name, number, address and word of what was said or sent. */
function personalParts(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const threes = words.slice(2).map((_, i) => words.slice(i, i + 3).join(' '));
  const telling = words
    .map((word) => word.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ''))
    .filter((word) => /^\p{Lu}\p{Ll}{3}|\d{3}|@/u.test(word));
  return [...new Set([...threes, ...telling])];
}

test(
  'logs of a server and a worker are JSON lines that tell of every request and job, and hold nothing personal',
  async () => {
    const dropped = join(folder, 'logged', 'dropped');
    await mkdir(dropped, { recursive: true });
    await writeFile(join(dropped, 'Quentin Ashgrove 415-555-0177.wav'), recording);
    await writeFile(join(dropped, 'Rosalind Ashgrove.wav'), 'Rosalind said: quietly nothing');
    const sources = [{ kind: 'folder', name: 'dropped', folder: dropped, quietMs: 0 }];
    await writeFile(join(folder, 'logged', 'intake.json'), JSON.stringify({ intakeVersion: 1, sources }));
    const server = start([...SERVE, '--jobs', '0', '--log', 'json'], 'logged', true);
    const worker = start(['worker', '--log', 'json'], 'logged', true);
    const api = `${await addressOf(server)}/api/v1`;
    const sent = {
      script: { name: 'To Wilhelmina Oakes', text: 'Hello Wilhelmina Oakes, this is Barnaby Finch. Write to barnaby.finch@example.com.' },
      call: { whom: { name: 'Ottoline Marsh', number: '+13125550118' }, leftAt: '2026-11-23T11:00:00Z' },
    };
    const take = await send(api, 'Take for Wilhelmina Oakes.wav');
    await reviewed(take);
    const { review } = await find<Take>(take);
    await fetch(`${api}/scripts/${randomUUID()}`, put(sent.script));
    await fetch(`${api}/calls/${randomUUID()}`, put(sent.call));
    // Refused in every way, with something personal in each place of a request.
    for (const [path, init] of [
      ['/scripts/Wilhelmina%20Oakes', undefined],
      ['/takes?script=barnaby.finch@example.com', undefined],
      [`/calls/${randomUUID()}`, put({ whom: 'Ottoline Marsh', leftAt: '+13125550118' })],
      [`/takes/${randomUUID()}/audio?name=Barnaby%20Finch`, { method: 'PUT', body: 'Barnaby Finch is no recording' }],
      [`/scripts/${randomUUID()}`, { ...put({}), body: '{"name": Wilhelmina Oakes' }],
      ['/takes/Wilhelmina%20Oakes/report.html', { headers: { authorization: 'Bearer Wilhelmina', 'user-agent': 'Barnaby Finch' } }],
    ] as const) {
      const { ok } = await fetch(`${api}${path}`, init);
      expect([path, ok]).toEqual([path, false]);
    }
    await within(async () => expect((await find<Take[]>(`${api}/takes`)).map(({ state }) => state)).toEqual(['reviewed', 'reviewed']));
    expect([await worker.end(), await server.end()]).toEqual([0, 0]);
    const lines = [server, worker]
      .flatMap((service) => [service.stdout(), service.stderr()])
      .flatMap((text) => text.split('\n').filter(Boolean));
    const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const told = (event: string, facts: object) => expect(events).toContainEqual(expect.objectContaining({ event, ...facts }));
    told('a request was answered', { level: 'info', service: 'server', method: 'PUT', route: '/takes/:id/audio', status: 202 });
    told('a request was answered', { method: 'GET', route: '/scripts/:id', status: 422 });
    told('a job was done', { level: 'info', service: 'worker', job: 'hear', elapsedMs: expect.any(Number) });
    told('a message of the source "dropped" could not be taken in', { level: 'warn', code: expect.stringMatching(/^[a-z-]+$/) });
    told('the worker is closed', {});
    told('the server is closed', {});
    const texts = [
      await readFile(fixture('scripts/consultant.txt'), 'utf8'),
      review?.transcript.text ?? '',
      JSON.stringify(sent).replace(/[{}[\]",:]/g, ' '),
    ];
    const names = [
      'Quentin',
      'Rosalind',
      'Ashgrove',
      '4155550177',
      '415-555-0177',
      'Wilhelmina',
      'Barnaby',
      'barnaby.finch',
      'Ottoline',
      '3125550118',
      '.wav',
    ];
    const found = [...texts.flatMap(personalParts), ...names].filter((part) =>
      lines.some((line) => line.toLowerCase().includes(part.toLowerCase())),
    );
    expect(found).toEqual([]);
  },
  LONG_MS,
);

test(
  'a person alone sees one line, whatever is asked',
  async () => {
    const server = start(SERVE, 'alone');
    const url = await addressOf(server);
    await fetch(`${url}/api/v1/scripts/nothing`);
    await reviewed(await send(`${url}/api/v1`, 'a'));
    expect(await server.end()).toBe(0);
    expect([server.stdout(), plainly(server)]).toEqual([`Ringback is open at ${url} (Ctrl-C ends it)\n`, '']);
  },
  LONG_MS,
);

test(
  'a server that is ended while it hears gives the job back, and does it at its next start',
  async () => {
    const server = start(SERVE, 'ended');
    const api = `${await addressOf(server)}/api/v1`;
    const take = await send(api, 'a');
    await atWork(api);
    expect(await server.end()).toBe(0);
    expect(plainly(server)).toBe('');
    const next = start(SERVE, 'ended');
    await reviewed(take.replace(api, `${await addressOf(next)}/api/v1`));
  },
  LONG_MS,
);

test(
  'a worker that is ended finishes its job within its time, and gives it back where it has none',
  async () => {
    const server = start([...SERVE, '--jobs', '0'], 'team', true);
    const api = `${await addressOf(server)}/api/v1`;
    for (const [grace, isDone] of [
      ['60', true],
      ['0', false],
    ] as const) {
      const worker = start(['worker', '--grace', grace, '--log', 'json'], 'team', true);
      await worker.says(/the worker is open/);
      const take = await send(api, 'a');
      await atWork(api);
      expect([grace, await worker.end()]).toEqual([grace, 0]);
      expect(await find<Take>(take)).toMatchObject({ state: isDone ? 'reviewed' : 'hearing' });
      expect(worker.stderr().includes('jobs were given back')).toBe(!isDone);
      // Waiting, and not as a try that failed.
      const jobs = await find<{ kind: string; takeId: string; state: string }[]>(`${api}/jobs`);
      const job = jobs.find(({ kind, takeId }) => kind === 'hear' && take.endsWith(takeId));
      expect(job?.state).toBe(isDone ? 'done' : 'waiting');
      const next = start(['worker'], 'team', true);
      await next.says(/Ringback works/);
      await reviewed(take);
      expect(await next.end()).toBe(0);
    }
  },
  LONG_MS,
);
