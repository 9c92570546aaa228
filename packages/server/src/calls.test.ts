import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beginCall, type Call, type LogStatistics, type NextTry } from '@ringback/core';
import { Command } from 'commander';
import type { Console } from 'ringback';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerLog } from './adapters/cli/log/log-command.ts';
import { takeFolder } from './adapters/disk/open-folder.ts';
import type { RunningServer } from './start-server.ts';
import { put } from './test-api.fixture.ts';
import { startTestServer } from './test-server.fixture.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
let folder: string;
let server: RunningServer;
const log: string[] = [];

async function start(): Promise<void> {
  server = await startTestServer(folder, {
    now: () => NOW,
    log: (event) => log.push(event),
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-calls-'));
  await start();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const api = (path: string, init?: RequestInit) => fetch(`${server.url}/api/v1${path}`, init);
const answer = async <T>(path: string, init?: RequestInit) => (await (await api(path, init)).json()) as T;
const post = (body: unknown, method = 'POST'): RequestInit => ({ ...put(body), method });
const total = async () => (await answer<{ total: number }>('/calls?limit=1')).total;

/** Runs `ringback log` in this process. */
async function ringbackLog(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const env = { RINGBACK_DATA: join(folder, 'data') };
  const stdin = new PassThrough();
  const console: Console = { stdin, stdout, stderr, env, cwd: folder, signal: new AbortController().signal, now: () => NOW };
  const program = new Command('ringback').exitOverride().configureOutput({ writeErr: () => {} });
  registerLog(program, console, () => {});
  await program.parseAsync(['log', ...args], { from: 'user' });
  return { stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
}

describe('over HTTP', () => {
  const id = randomUUID();

  test('a call is kept with what its script read like, changed with its history, and comes to something', async () => {
    const scriptId = randomUUID();
    await api(
      `/scripts/${scriptId}`,
      put({ name: 'To Ada', text: 'Hello Ada, this is Omar Reyes. Is the role still open? 617-555-0123.' }),
    );
    const told = { whom: { name: 'Ada Example' }, objective: 'job', leftAt: '2026-11-02T10:00:00Z', scriptId };
    const call = await answer<Call>(`/calls/${id}`, put(told));
    expect(call).toMatchObject({ id, ...told, leftAt: '2026-11-02T10:00:00.000Z', outcomes: [], history: [] });
    expect(call.read?.tips).toHaveProperty('bridge');
    expect(await answer<Call>(`/calls/${id}`, put(told))).toEqual(call);
    const changed = await answer<Call>(`/calls/${id}`, post({ note: 'asked for Tuesday' }, 'PATCH'));
    expect(changed.history).toEqual([{ at: NOW.toISOString(), before: { note: '' } }]);
    const done = await answer<Call>(`/calls/${id}/outcomes`, post({ kind: 'email', at: '2026-11-05T10:00:00Z' }));
    expect(done.outcomes).toEqual([{ kind: 'email', at: '2026-11-05T10:00:00.000Z' }]);
    expect(await answer<LogStatistics>('/calls/statistics')).toMatchObject({
      counts: { calls: 1, returned: 1 },
      rate: { calls: 1, returned: 1 },
    });
    expect(await (await api('/calls/statistics?format=html')).text()).toContain('<svg class="rb-log"');
  });

  test('what cannot be is refused in a sentence', async () => {
    const early = await api(`/calls/${id}/outcomes`, post({ kind: 'phone', at: '2026-11-01T10:00:00Z' }));
    expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('must not be earlier than the call')]);
    expect((await api(`/calls/${randomUUID()}`)).status).toBe(404);
    const strange = await api(`/calls/${randomUUID()}`, put({ whom: { name: 'Ada' }, shoe: 'Ada-42' }));
    expect([strange.status, await strange.text()]).toEqual([422, expect.not.stringContaining('Ada-42')]);
  });

  test('pages go through the whole log, newest first', async () => {
    for (const day of ['03', '04'])
      await api(`/calls/${randomUUID()}`, put({ whom: { name: `On ${day}` }, leftAt: `2026-11-${day}T10:00:00Z` }));
    const first = await answer<{ calls: Call[]; next: string }>('/calls?limit=2');
    const second = await answer<{ calls: Call[]; next: null }>(`/calls?limit=2&after=${first.next}`);
    expect([...first.calls, ...second.calls].map(({ whom }) => whom.name)).toEqual(['On 04', 'On 03', 'Ada Example']);
    expect(second.next).toBeNull();
  });

  test('the tries are told and fed to a calendar', async () => {
    const tries = await answer<NextTry[]>('/calls/follow-ups?wait=3&at=09:30');
    expect(tries).toMatchObject([{ date: '2026-11-06', time: '09:30' }, { date: '2026-11-09' }]);
    const feed = await api('/calls/follow-ups.ics');
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  });

  test('a file shows what it would bring; with a bad row it changes nothing; twice it adds nothing twice', async () => {
    const before = await total();
    const bring = (text: string, query = '') =>
      answer<{ added: number | null; found: number; problems: { row: number }[] }>(`/calls/import?name=calls.csv${query}`, {
        method: 'POST',
        body: text,
      });
    const good = 'whom,when,outcome,outcome at\nBen Example,2026-10-02,phone,2026-10-03\nCem Example,2026-10-02,,\n';
    expect(await bring(good)).toMatchObject({ found: 2, added: null });
    expect(await bring(`${good}Dee Example,yesterday,,\n`, '&write=true')).toMatchObject({ added: null, problems: [{ row: 4 }] });
    expect(await total()).toBe(before);
    expect(await bring(good, '&write=true')).toMatchObject({ added: 2 });
    expect(await bring(good, '&write=true')).toMatchObject({ added: 0 });
    expect(await total()).toBe(before + 2);
  });

  test('a log of many calls is added whole, counted and exported', async () => {
    const before = await total();
    const calls = Array.from({ length: 4_500 }, (_, i) =>
      beginCall(randomUUID(), { whom: { name: `Bulk ${i}` }, leftAt: '2026-09-01T10:00:00Z' }, NOW.toISOString()),
    );
    const body = JSON.stringify({ logVersion: 1, calls });
    expect(await answer('/calls/import?name=log.json&write=true', { method: 'POST', body })).toMatchObject({ added: 4_500 });
    expect(await answer<LogStatistics>('/calls/statistics')).toMatchObject({ counts: { calls: before + 4_500 } });
  });
});

describe('by the command line', () => {
  test('goes through the server that has the folder, and alone when there is none; the export comes back the same', async () => {
    expect((await takeFolder(join(folder, 'data'))) as object).toMatchObject({ heldBy: { url: server.url } });
    const added = await ringbackLog('add', '--whom', 'Eve Example', '--objective', 'client', '--left', '2026-11-10');
    const shortId = added.stdout.slice(0, 8);
    expect((await answer<Call>(`/calls/${shortId}`)).whom.name).toBe('Eve Example');
    const file = join(folder, 'log.json');
    await ringbackLog('export', '--out', file);
    await server.close();
    try {
      expect((await ringbackLog('outcome', shortId, 'met', '--at', '2026-11-12')).stdout).toContain('met 2026-11-12');
      expect((await ringbackLog('stats')).stdout).toMatch(/Returned within 14 days/);
      const again = await ringbackLog('import', file, '--write');
      expect(again.stdout).toMatch(/Added 0;/);
      const bad = join(folder, 'bad.csv');
      await writeFile(bad, 'whom,when\n,2026-11-02\n');
      await expect(ringbackLog('import', bad, '--write')).rejects.toThrow(/nothing was written/);
      const before = JSON.parse(await readFile(file, 'utf8')) as { calls: Call[] };
      const after = JSON.parse((await ringbackLog('export')).stdout) as { calls: Call[] };
      const but = ({ calls }: { calls: Call[] }) => calls.filter(({ id }) => !id.startsWith(shortId));
      expect(but(after)).toEqual(but(before));
    } finally {
      await start();
    }
  });
});

test('nothing personal is logged', () => {
  expect(log.join('\n')).not.toMatch(/Example|555/);
});
