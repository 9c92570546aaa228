import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from './adapters/postgres/postgres.fixture.ts';
import { heldHearing } from './held-hearing.fixture.ts';
import { speak } from './live-connection.fixture.ts';
import type { RunningServer } from './start-server.ts';
import { type RunningWorker, startWorker } from './start-worker.ts';
import { put, RATE, takeIn, tone, wav } from './test-api.fixture.ts';
import { startTestServer } from './test-server.fixture.ts';

const LONG_MS = 240_000;
const GRACE_MS = 500;
const LEASE_SEC = 5;

let folder: string;
let postgres: TestPostgres;
let server: RunningServer;
let worker: RunningWorker;
let hearing: Awaited<ReturnType<typeof heldHearing>>;
const logged: string[] = [];
const api = (path: string, init?: RequestInit) => fetch(`${server.url}/api/v1${path}`, init);
const upload = (id: string) => api(`/takes/${id}/audio?name=a`, { method: 'PUT', body: wav(tone()) });
const takeUrl = (id: string) => `${server.url}/api/v1/takes/${id}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-gone-'));
  postgres = startPostgres();
  hearing = await heldHearing();
  const log = (event: string, facts = {}): void => void logged.push(`${event} ${JSON.stringify(facts)}`);
  const common = { databaseUrl: postgres.url, dataDir: join(folder, 'data'), modelsDir: folder, now: () => new Date(), log };
  server = await startTestServer(folder, { ...common, jobsAtOnce: 0, graceMs: GRACE_MS });
  worker = await startWorker({
    ...common,
    atOnce: 1,
    memoryBytes: Number.POSITIVE_INFINITY,
    leaseSec: LEASE_SEC,
    modelHere: async () => true,
    openHearing: hearing.open,
  });
}, LONG_MS);
afterAll(async () => {
  await worker?.close(0);
  await server?.close();
  postgres?.stop();
  await rm(folder, { recursive: true });
}, LONG_MS);

test('a database that goes away and comes back: each request is told so, and no take is lost', { timeout: LONG_MS }, async () => {
  const ids = { before: randomUUID(), heard: randomUUID(), meanwhile: randomUUID(), returns: randomUUID(), left: randomUUID() };
  await upload(ids.before);
  await takeIn('reviewed', takeUrl(ids.before));
  const allow = hearing.hold();
  await upload(ids.heard);
  await expect.poll(() => hearing.count.begun).toBe(2);
  const returns = await speak(server.url, ids.returns);
  const left = await speak(server.url, ids.left);
  for (const { socket, until } of [returns, left]) {
    socket.send(tone());
    await until({ type: 'stored', received: RATE });
  }

  postgres.fail();
  const script = `/scripts/${randomUUID()}`;
  const asked = [
    api('/takes'),
    api(`/takes/${ids.before}`),
    api('/jobs'),
    api(script, put({ name: 'n', text: 't' })),
    upload(ids.meanwhile),
  ];
  for (const answer of await Promise.all(asked)) {
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
    expect(await answer.json()).toMatchObject({
      code: 'no-database',
      detail: expect.stringMatching(/^The database does not answer: .*\.$/),
    });
  }
  expect(await readdir(join(folder, 'data', 'incoming'))).toEqual([]);
  expect((await readdir(join(folder, 'data', 'takes'))).filter((name) => name.includes(ids.meanwhile))).toEqual([]);
  // What is said is kept all the same.
  for (const { socket, until, closed } of [returns, left]) {
    socket.send(tone());
    await until({ type: 'stored', received: 2 * RATE });
    socket.send('{"type":"stop"}');
    expect(await closed).toBe('no-database');
  }
  // Hearing ends while it cannot be kept.
  const before = hearing.count.done;
  allow();
  await expect.poll(() => hearing.count.done).toBeGreaterThan(before);

  postgres.start();
  expect((await api('/takes')).status).toBe(200);
  expect((await upload(ids.meanwhile)).status).toBe(202);
  const again = await speak(server.url, ids.returns);
  await again.until({ type: 'started', received: 2 * RATE });
  again.socket.send('{"type":"stop"}');
  await again.until({ type: 'reviewed' });
  again.socket.close();
  for (const id of Object.values(ids)) {
    await expect
      .poll(async () => ((await (await fetch(takeUrl(id))).json()) as { state: string }).state, { timeout: 60_000 })
      .toBe('reviewed');
  }
  for (const id of [ids.returns, ids.left])
    expect(await takeIn('reviewed', takeUrl(id))).toMatchObject({ durationSec: expect.any(Number) });
  expect(logged.join('\n')).not.toMatch(/Calder|Lindgren|555|select|insert/i);
});
