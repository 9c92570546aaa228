import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Take } from '@ringback/core';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerJobs } from './adapters/cli/jobs-command.ts';
import type { JobView } from './live/job-desk.ts';
import { fakeHearing } from './ports/hearing.fake.ts';
import type { RunningServer } from './start-server.ts';
import { RATE, takeIn, wav } from './test-api.fixture.ts';
import { startTestServer } from './test-server.fixture.ts';

const PATIENT = { timeout: 60_000 };
const LONG_MS = 180_000;

let folder: string;
let server: RunningServer;
/** What the ear does with a take of this name before it hears it. */
const before = new Map<string, (onProgress: (share: number) => void) => Promise<void>>();
const log: string[] = [];

const api = (path: string, init: RequestInit = {}) => fetch(`${server.url}/api/v1${path}`, init);
const told = async <T>(path: string, init?: RequestInit): Promise<T> => (await (await api(path, init)).json()) as T;
const jobs = (state?: string) => told<JobView[]>(`/jobs${state === undefined ? '' : `?state=${state}`}`);
const jobOf = async (takeId: string) => (await jobs()).find((job) => job.takeId === takeId && job.kind === 'hear');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-jobs-'));
  const fake = await fakeHearing();
  const hear: typeof fake.hear = async (sound, options, onProgress = () => {}) => {
    await before.get(sound.name)?.(onProgress);
    return fake.hear(sound, options);
  };
  server = await startTestServer(folder, { openHearing: () => ({ ...fake, hear }), log: (event) => log.push(event) });
}, LONG_MS);
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true });
}, LONG_MS);

/** Sends a take; each of another sound. */
async function send(name: string, queue: 'person' | 'batch' = 'person'): Promise<string> {
  const id = randomUUID();
  const samples = Int16Array.from({ length: RATE / 10 }, () => Math.round(8_000 * Math.sin(Math.random())));
  const sent = await api(`/takes/${id}/audio?name=${name}&queue=${queue}`, { method: 'PUT', body: wav(samples) });
  expect(sent.status).toBe(202);
  return id;
}

/** A gate that holds the ear at a take of this name; opens once. */
function hold(name: string) {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let tell: (share: number) => void = () => {};
  const reached = new Promise<void>((resolve) => {
    before.set(name, (onProgress) => {
      tell = onProgress;
      resolve();
      return gate;
    });
  });
  return { open, reached, progress: (share: number) => tell(share) };
}

/** The command line against the data folder that the server has. */
async function run(...args: string[]): Promise<string> {
  const stdout = new PassThrough();
  const program = new Command('ringback').exitOverride().configureOutput({ writeErr: () => {} });
  const io = { stdin: new PassThrough(), stdout, stderr: new PassThrough(), env: { RINGBACK_DATA: join(folder, 'data') } };
  registerJobs(program, { ...io, cwd: folder, signal: new AbortController().signal, now: () => new Date() }, () => {});
  await program.parseAsync(['jobs', ...args], { from: 'user' });
  return String(stdout.read() ?? '');
}

test(
  'a job is watched by server-sent events from its beginning to its end, and the stream ends with it',
  async () => {
    const gate = hold('watched');
    const take = await send('watched');
    await gate.reached;
    const job = await jobOf(take);
    expect(job).toMatchObject({ kind: 'hear', state: 'active', tries: 1, progress: 0, endedAt: null });
    const answer = await api(`/jobs/${job?.id}/events`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const stream = answer.body?.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
    let text = '';
    const until = async (part: string | null) => {
      while (part === null || !text.includes(part)) {
        const next = await stream?.next();
        if (next === undefined || next.done) return;
        text += next.value;
      }
    };
    await until('"progress":0,');
    gate.progress(0.5);
    await until('"progress":0.5');
    gate.open();
    await until(null);
    const events = text
      .trim()
      .split('\n\n')
      .map((event) => {
        const [name, data] = event.split('\n');
        expect(name).toBe('event: job');
        return JSON.parse(data?.replace(/^data: /, '') ?? '') as JobView;
      });
    expect(events[0]).toMatchObject({ id: job?.id, state: 'active', takeId: take });
    expect(events).toContainEqual(expect.objectContaining({ state: 'active', progress: 0.5 }));
    expect(events.at(-1)).toMatchObject({ state: 'done', progress: 1, endedAt: expect.any(String) });
    // Whoever looks later is told how it ended, and that is all.
    expect((await (await api(`/jobs/${job?.id}/events`)).text()).match(/event: job/g)).toHaveLength(1);
    expect((await api(`/jobs/${randomUUID()}/events`)).status).toBe(404);
  },
  LONG_MS,
);

test(
  'a job that waits, and one that is under way, is taken back: the take says so, and is heard again when that is asked',
  async () => {
    const gate = hold('under way');
    const active = await send('under way', 'batch');
    await gate.reached;
    const waits = await send('waits', 'batch');
    const [job, waiting] = [await jobOf(active), await jobOf(waits)];
    expect([job?.state, waiting?.state]).toEqual(['active', 'waiting']);
    expect(await jobs('waiting')).toMatchObject([{ id: waiting?.id, tries: 0, startedAt: null }]);
    for (const [id, take] of [
      [waiting?.id, waits],
      [job?.id, active],
    ]) {
      expect((await api(`/jobs/${id}`, { method: 'DELETE' })).status).toBe(204);
      expect(await told<JobView>(`/jobs/${id}`)).toMatchObject({ state: 'cancelled' });
      expect(await told<Take>(`/takes/${take}`)).toMatchObject({ state: 'failed', failure: { code: 'aborted' } });
      // Twice does no harm.
      expect((await api(`/jobs/${id}`, { method: 'DELETE' })).status).toBe(204);
    }
    gate.open();
    expect((await jobs('cancelled')).map(({ takeId }) => takeId)).toEqual(expect.arrayContaining([active, waits]));
    expect((await api(`/takes/${waits}/hearing`, { method: 'POST' })).status).toBe(202);
    await takeIn('reviewed', `${server.url}/api/v1/takes/${waits}`);
    // What was heard after it was taken back is not kept.
    expect(await told<Take>(`/takes/${active}`)).toMatchObject({ state: 'failed', review: null });
    expect((await api(`/jobs/${randomUUID()}`, { method: 'DELETE' })).status).toBe(404);
  },
  LONG_MS,
);

test(
  'what fails again and again is given up, is looked at, and is sent again: by HTTP, and from the command line',
  async () => {
    let tries = 0;
    const fails = async () => {
      tries += 1;
      throw new TypeError('the words of the take');
    };
    before.set('fails', fails);
    before.set('fails too', fails);
    const [first, second] = [await send('fails'), await send('fails%20too')];
    await expect.poll(async () => (await jobs('failed')).length, PATIENT).toBe(2);
    expect(tries).toBe(6);
    const dead = await jobs('failed');
    expect(dead.map(({ takeId, tries: begun, kind }) => [takeId, begun, kind]).sort()).toEqual(
      [first, second].map((take) => [take, 3, 'hear']).sort(),
    );
    expect(await told<Take>(`/takes/${first}`)).toMatchObject({ state: 'failed', failure: { code: 'hearing-failed' } });
    expect(JSON.stringify([dead, log])).not.toContain('the words of the take');
    before.clear();

    const job = dead.find(({ takeId }) => takeId === first);
    const again = await api(`/jobs/${job?.id}/retry`, { method: 'POST' });
    expect([again.status, ((await again.json()) as JobView).id]).toEqual([202, job?.id]);
    await takeIn('reviewed', `${server.url}/api/v1/takes/${first}`);
    await expect.poll(async () => (await told<JobView>(`/jobs/${job?.id}`)).state, PATIENT).toBe('done');

    const listed = await run('list', '--state', 'failed');
    expect(listed).toMatch(new RegExp(`^[0-9a-f-]{36} {2}hear +failed +3 tries {2}\\S+Z {2}${second}\n$`));
    expect(JSON.parse(await run('list', '--state', 'failed', '--json'))).toMatchObject([{ takeId: second, kind: 'hear' }]);
    expect(await run('retry')).toBe('1 done\n');
    await takeIn('reviewed', `${server.url}/api/v1/takes/${second}`);
    await expect.poll(() => run('list', '--state', 'failed'), PATIENT).toBe('');
    expect(await run('retry')).toBe('0 done\n');
    await expect(run('retry', randomUUID())).rejects.toMatchObject({ code: 'no-such-job' });
  },
  LONG_MS,
);

test(
  'the command line takes a job back',
  async () => {
    const gate = hold('held');
    const held = await send('held', 'batch');
    await gate.reached;
    const waits = await send('taken back', 'batch');
    const job = await jobOf(waits);
    expect(await run('list')).toContain(`${job?.id}  hear     waiting `);
    expect(await run('cancel', job?.id ?? '')).toBe('1 done\n');
    expect(await run('list', '--state', 'cancelled')).toContain(job?.id);
    await expect(run('cancel', randomUUID())).rejects.toMatchObject({ code: 'no-such-job' });
    await expect(run('cancel', 'no id')).rejects.toMatchObject({ code: 'bad-request' });
    gate.open();
    await takeIn('reviewed', `${server.url}/api/v1/takes/${held}`);
  },
  LONG_MS,
);

test(
  'a batch tells the share of its parts and which were given up; all takes are judged again without sound',
  async () => {
    const [good, bad] = [await send('good'), await send('bad')];
    for (const id of [good, bad]) await takeIn('reviewed', `${server.url}/api/v1/takes/${id}`);
    const ask = (body: unknown) =>
      api('/jobs', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    for (const wrong of [{}, { kind: 'batch', takeIds: [] }, { kind: 'hear' }]) expect((await ask(wrong)).status).toBe(422);
    before.set('bad', async () => {
      throw new TypeError('no');
    });
    const batch = (await (await ask({ kind: 'batch', takeIds: [good, bad] })).json()) as JobView;
    await api(`/jobs/${batch.id}/events`).then((answer) => answer.text());
    const over = await told<JobView>(`/jobs/${batch.id}`);
    expect(over).toMatchObject({ kind: 'batch', state: 'done', takeId: null, parts: 2, failedParts: 1, progress: 1 });
    before.clear();
    const rejudge = (await (await ask({ kind: 'rejudge' })).json()) as JobView;
    const text = await (await api(`/jobs/${rejudge.id}/events`)).text();
    const last = JSON.parse(text.trim().split('data: ').at(-1) ?? '') as JobView;
    expect(last).toMatchObject({ kind: 'rejudge', state: 'done', progress: 1, failedParts: 0 });
    expect(last.parts).toBeGreaterThanOrEqual(4);
  },
  LONG_MS,
);
