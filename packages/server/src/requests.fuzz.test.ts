import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askRaw, sendBytes } from './asked-raw.fixture.ts';
import { brokenBy } from './broken-by.fixture.ts';
import { type Described, type MadeRequest, RequestMaker, SECRET_WORD } from './made-requests.fixture.ts';
import type { RunningServer } from './start-server.ts';
import { put, takeIn, tone, wav } from './test-api.fixture.ts';
import { startTestServer } from './test-server.fixture.ts';

/** RINGBACK_FUZZ_SEED and RINGBACK_FUZZ_RUNS are set by `npm run fuzz`; what breaks is printed with its seed. */
const FUZZ = { seed: Number(process.env.RINGBACK_FUZZ_SEED ?? 18), numRuns: Number(process.env.RINGBACK_FUZZ_RUNS ?? 400) };
const LONG_MS = 600_000;
/** Requests that once broke something. */
const KEPT = JSON.parse(await readFile(new URL('../seeds/requests.json', import.meta.url), 'utf8')) as MadeRequest[];
/** Ids of a script, a brief, a take, a call, a comment and a token; kept requests name them. */
const IDS = {
  script: 'a1000000-0000-4000-8000-00000000000f',
  brief: 'a2000000-0000-4000-8000-00000000000f',
  take: 'a3000000-0000-4000-8000-00000000000f',
  call: 'a4000000-0000-4000-8000-00000000000f',
  comment: 'a5000000-0000-4000-8000-00000000000f',
  token: 'a6000000-0000-4000-8000-00000000000f',
};

let folder: string;
let server: RunningServer;
let document: Described;
const events: string[] = [];
const rejections: unknown[] = [];
const onRejection = (reason: unknown): void => void rejections.push(reason);
const api = (path: string, init?: RequestInit) => fetch(`${server.url}/api/v1${path}`, init);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-requests-'));
  for (const name of ['page', 'models']) await mkdir(join(folder, name));
  process.on('unhandledRejection', onRejection);
  server = await startTestServer(folder, {
    bodyIdleMs: 300,
    networkAddress: () => '127.0.0.1',
    log: (event, details) => void events.push(`${event} ${JSON.stringify(details ?? {})}`),
    note: (event, details) => void events.push(`${event} ${JSON.stringify(details ?? {})}`),
  });
  document = (await (await api('/openapi.json')).json()) as Described;
  await bringBack();
});
afterAll(async () => {
  process.off('unhandledRejection', onRejection);
  await server.close();
  await rm(folder, { recursive: true });
});

/** Something of every kind is there, whatever was deleted. */
async function bringBack(): Promise<void> {
  await api(`/scripts/${IDS.script}`, put({ name: 'n', text: 'Hello, this is Theo Lindgren. Call me on 617-555-0123.' }));
  await api(`/briefs/${IDS.brief}`, put({ briefVersion: 1 }));
  await api(`/calls/${IDS.call}`, put({ whom: { name: 'Ms. Calder' }, leftAt: '2026-11-23T11:00:00Z' }));
  await api(`/tokens/${IDS.token}`, put({ name: 'dana', role: 'member' }));
  if ((await api(`/takes/${IDS.take}`)).status === 200) return;
  await api(`/takes/${IDS.take}/audio?name=a`, { method: 'PUT', body: wav(tone()) });
  await takeIn('reviewed', `${server.url}/api/v1/takes/${IDS.take}`);
}

/** Files of the data folder besides the database, and of what is served. */
async function filesLeft(): Promise<string[]> {
  const left: string[] = [];
  for (const name of await readdir(folder)) {
    for (const inside of await readdir(join(folder, name))) {
      if (inside === 'database') continue;
      const deeper = await readdir(join(folder, name, inside)).catch(() => null);
      left.push(...(deeper === null ? [inside] : deeper.map((one) => join(inside, one))));
    }
  }
  return left.sort();
}

test('http: whatever is asked is answered, refused with one sentence, and breaks nothing', { timeout: LONG_MS }, async () => {
  let [refused, done] = [0, 0];
  const requests = new RequestMaker(document, Object.values(IDS)).request();
  await fc.assert(
    fc.asyncProperty(requests, async (made) => {
      const answer = await askRaw(server.url, made);
      const broken = answer === null ? [] : brokenBy(made, answer);
      if (answer !== null && answer.status < 400) done += 1;
      else refused += 1;
      if (made.method === 'DELETE') await bringBack();
      expect(broken).toEqual([]);
      expect(rejections).toEqual([]);
      expect(events.filter((event) => event.includes(SECRET_WORD))).toEqual([]);
      events.length = 0;
    }),
    { ...FUZZ, examples: KEPT.map((made) => [made]) },
  );
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(Math.min(refused, done)).toBeGreaterThan(KEPT.length / 10);

  await expect.poll(() => readdir(join(folder, 'data', 'incoming'))).toEqual([]);
  for (;;) {
    const takes = (await (await api('/takes')).json()) as { id: string }[];
    if (takes.length === 0) break;
    for (const { id } of takes) expect((await api(`/takes/${id}`, { method: 'DELETE' })).status).toBe(204);
  }
  await api('/phone', { method: 'DELETE' });
  expect(await filesLeft()).toEqual(['in-use.json']);
});

const HEADS = [
  'GET / HTTP/1.1',
  'PUT /api/v1/scripts/x HTTP/1.1',
  'GET\u0000/ HTTP/1.1',
  'GET /api/v1/takes HTTP/9.9',
  'GET http://example.com/api/v1/takes HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'CONNECT example.com:443 HTTP/1.1',
  'Host: 127.0.0.1',
  'Host: example.com',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: chunked, gzip',
  'Upgrade: websocket',
  'Connection: upgrade',
  'Connection: close',
  'Content-Type: application/json',
  `X: ${'a'.repeat(20_000)}`,
  ' folded',
  '5\r\nhello',
  'zz\r\nhello',
  '0\r\n',
  '',
  '{}',
] as const;
const lines = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...HEADS) }, fc.string({ unit: 'binary', maxLength: 20 })), {
  maxLength: 12,
});

test('http: bytes that are no request end their connection, and nothing else', { timeout: LONG_MS }, async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(lines, fc.constantFrom('\r\n', '\n'), async (parts, end) => {
      const came = await sendBytes(server.url, Buffer.from(parts.join(end) + end + end, 'latin1'));
      if (came !== '') answered += 1;
      expect(came).not.toMatch(/^HTTP\/1\.1 5/m);
      if (/^HTTP\/1\.1 4/.test(came)) expect(came).toContain('application/problem+json');
      expect(rejections).toEqual([]);
    }),
    { ...FUZZ, numRuns: Math.ceil(FUZZ.numRuns / 2) },
  );
  expect(answered).toBeGreaterThan(0);
  expect((await api(`/scripts/${randomUUID()}`)).status).toBe(404);
});
