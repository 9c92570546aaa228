import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askRaw } from './asked-raw.fixture.ts';
import { brokenBy } from './broken-by.fixture.ts';
import { type Described, RequestMaker, SECRET_WORD } from './made-requests.fixture.ts';
import type { Role } from './ports/people.ts';
import type { RunningServer } from './start-server.ts';
import { put, takeIn, tone, wav } from './test-api.fixture.ts';
import { startTestServer } from './test-server.fixture.ts';

/** RINGBACK_FUZZ_SEED and RINGBACK_FUZZ_RUNS are set by `npm run fuzz`; what breaks is printed with its seed. */
const FUZZ = { seed: Number(process.env.RINGBACK_FUZZ_SEED ?? 16), numRuns: Number(process.env.RINGBACK_FUZZ_RUNS ?? 400) };
const LONG_MS = 600_000;
/** Stands in what one member keeps, and nowhere else. */
const HERS = 'Marchbanks';
/** Rows of the member who keeps them, and an id of each kind for whoever asks. */
const IDS = {
  script: 'b1000000-0000-4000-8000-00000000000f',
  brief: 'b2000000-0000-4000-8000-00000000000f',
  take: 'b3000000-0000-4000-8000-00000000000f',
  call: 'b4000000-0000-4000-8000-00000000000f',
  comment: 'b5000000-0000-4000-8000-00000000000f',
  none: 'b6000000-0000-4000-8000-00000000000f',
};

let folder: string;
let server: RunningServer;
let document: Described;
let clockMs = Date.parse('2026-11-23T12:00:00Z');
const secrets: Record<string, string> = { guessed: 'rbt_guessed' };
const events: string[] = [];

async function start(more: object = {}): Promise<RunningServer> {
  const log = (event: string, details?: unknown): void => void events.push(`${event} ${JSON.stringify(details ?? {})}`);
  return await startTestServer(folder, { now: () => new Date(clockMs), bodyIdleMs: 300, log, note: log, ...more });
}
function ask(path: string, secret: string | undefined, init: RequestInit = {}): Promise<Response> {
  clockMs += 1_000;
  const authorization = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
  return fetch(`${server.url}/api/v1${path}`, { ...init, headers: { ...(init.headers as object), ...authorization } });
}
async function add(name: string, role: Role): Promise<void> {
  const answer = await ask(`/tokens/${randomUUID()}`, secrets.owner, put({ name, role, days: 90 }));
  secrets[name] = ((await answer.json()) as { secret: string }).secret;
}
const hers = (): Promise<unknown[]> =>
  Promise.all(
    [`/scripts/${IDS.script}`, `/takes/${IDS.take}`, `/takes/${IDS.take}/comments`, '/briefs', `/calls/${IDS.call}`].map(async (path) =>
      (await ask(path, secrets.dana)).json(),
    ),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-tokens-'));
  for (const name of ['page', 'models']) await mkdir(join(folder, name));
  server = await start();
  await add('owner', 'owner');
  await server.close();
  server = await start({ host: '0.0.0.0', origin: 'https://ringback.example.com' });
  await add('coach', 'coach');
  await add('dana', 'member');
  await add('theo', 'member');
  await ask(`/scripts/${IDS.script}`, secrets.dana, put({ name: 'n', text: `Hello ${HERS}, call me on 617-555-0123.` }));
  await ask(`/takes/${IDS.take}/audio?name=${HERS}&script=${IDS.script}`, secrets.dana, { method: 'PUT', body: wav(tone()) });
  await takeIn('reviewed', `${server.url}/api/v1/takes/${IDS.take}`, secrets.dana);
  await ask(`/takes/${IDS.take}/comments/${IDS.comment}`, secrets.dana, put({ text: `To ${HERS} again?`, atSec: 0.5 }));
  await ask(`/briefs/${IDS.brief}`, secrets.dana, put({ briefVersion: 1, question: `Is ${HERS} open?` }));
  await ask(`/calls/${IDS.call}`, secrets.dana, put({ whom: { name: HERS } }));
  document = (await (await ask('/openapi.json', secrets.owner)).json()) as Described;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test('http: whoever asks without the right to it gets and changes nothing of another person', { timeout: LONG_MS }, async () => {
  const before = await hers();
  expect(JSON.stringify(before).split(HERS).length).toBeGreaterThan(5);
  const answered: Record<string, number> = {};
  const asker = fc.constantFrom('nobody', 'guessed', 'theo', 'theo', 'coach');
  const requests = new RequestMaker(document, Object.values(IDS)).request();
  await fc.assert(
    fc.asyncProperty(asker, requests, async (who, made) => {
      clockMs += 1_000;
      const secret = secrets[who];
      const own: [string, string][] = secret === undefined ? [] : [['authorization', `Bearer ${secret}`]];
      const answer = await askRaw(server.url, { ...made, headers: [...own, ...made.headers] });
      if (answer === null) return;
      expect(brokenBy(made, answer)).toEqual([]);
      if (secret === undefined || who === 'guessed') expect(answer.status).toBeGreaterThanOrEqual(400);
      if (who !== 'coach') expect(answer.body).not.toContain(HERS);
      if (answer.status < 400) answered[who] = (answered[who] ?? 0) + 1;
      expect(events.filter((event) => event.includes(SECRET_WORD) || event.includes(HERS))).toEqual([]);
      events.length = 0;
    }),
    FUZZ,
  );
  expect(Object.keys(answered).sort()).toEqual(['coach', 'theo']);
  expect(await hers()).toEqual(before);
});
