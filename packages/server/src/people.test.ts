import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { KeptToken, Role } from './ports/people.ts';
import type { RunningServer, ServerOptions } from './start-server.ts';
import { put, RATE, takeIn, tone, wav } from './test-api.fixture.ts';
import { startTestServer } from './test-server.fixture.ts';

const ORIGIN = 'https://ringback.example.com';
const CAPTURE = { sampleRate: RATE, automaticGain: false, noiseSuppression: false, echoCancellation: false };
const WORDS = /Calder|Lindgren|555/;

let folder: string;
let server: RunningServer;
let clockMs = Date.parse('2026-11-23T12:00:00Z');
const log: string[] = [];

async function start(more: Partial<ServerOptions> = {}): Promise<RunningServer> {
  return await startTestServer(folder, {
    now: () => new Date(clockMs),
    log: (event) => log.push(event),
    ...more,
  });
}

const ask = (path: string, secret?: string, init: RequestInit = {}) => {
  // Each test of many requests would empty the bucket of its token on a clock that stands still.
  clockMs += 1_000;
  const headers = { ...(init.headers as Record<string, string>), ...(secret !== undefined && { authorization: `Bearer ${secret}` }) };
  return fetch(`${server.url}/api/v1${path}`, { ...init, headers });
};
const secrets: Record<string, string> = {};
async function add(name: string, role: Role, days = 90): Promise<KeptToken> {
  const answer = await ask(`/tokens/${randomUUID()}`, secrets.owner, put({ name, role, days }));
  expect(answer.status).toBe(201);
  const { secret, ...token } = (await answer.json()) as KeptToken & { secret: string };
  secrets[name] = secret;
  return token;
}

/** Rows of one member. */
const mine = { script: randomUUID(), take: randomUUID(), brief: randomUUID(), call: randomUUID(), comment: randomUUID() };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-people-'));
  server = await start();
  await add('owner', 'owner');
  await server.close();
  server = await start({ host: '0.0.0.0', origin: ORIGIN });
  await add('coach', 'coach');
  await add('dana', 'member');
  await add('theo', 'member');
  await ask(`/scripts/${mine.script}`, secrets.dana, put({ name: 'To Ms. Calder', text: 'Hello Ms. Calder.' }));
  await ask(`/takes/${mine.take}/audio?name=first&script=${mine.script}`, secrets.dana, { method: 'PUT', body: wav(tone()) });
  await takeIn('reviewed', `${server.url}/api/v1/takes/${mine.take}`, secrets.dana);
  await ask(`/takes/${mine.take}/comments/${mine.comment}`, secrets.dana, put({ text: 'To Ms. Calder again?', atSec: 0.5 }));
  await ask(`/briefs/${mine.brief}`, secrets.dana, put({ briefVersion: 1, question: 'Is it open?' }));
  await ask(`/calls/${mine.call}`, secrets.dana, put({ whom: { name: 'Ms. Calder' } }));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('starting beyond this machine', () => {
  it('is refused in one sentence without an owner’s token or a public origin', async () => {
    const dataDir = join(folder, 'empty');
    for (const more of [{ host: '0.0.0.0' }, { host: '0.0.0.0', origin: ORIGIN }, { origin: ORIGIN }]) {
      await expect(start({ dataDir, ...more })).rejects.toMatchObject({
        code: 'no-owner',
        message: expect.stringMatching(/^[^.]+\.{0,3}[^.]*\.$/),
      });
    }
    await expect(start({ dataDir, origin: 'http://ringback.example.com' })).rejects.toMatchObject({ code: 'bad-address' });
  });
});

interface Operation {
  method: string;
  path: string;
}
const operations: Operation[] = [];
beforeAll(async () => {
  const document = (await (await ask('/openapi.json', secrets.owner)).json()) as { paths: Record<string, Record<string, unknown>> };
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const method of Object.keys(methods)) operations.push({ method: method.toUpperCase(), path });
  }
});

/** What an operation needs besides its path. */
const WITH: Readonly<Record<string, { query?: string; body?: () => unknown; bytes?: () => BodyInit }>> = {
  'PUT /scripts/{id}': { body: () => ({ name: 'n', text: 'theirs' }) },
  'PUT /takes/{id}/audio': { query: 'name=theirs', bytes: () => wav(tone()) },
  'PATCH /takes/{id}': { body: () => ({ name: 'theirs' }) },
  'PUT /takes/{id}/transcript': {
    body: () => ({
      text: 'No.',
      words: [{ text: 'No.', charStart: 0, charEnd: 3, start: 0, end: 0.4, confidence: 1, method: 'attention' }],
    }),
  },
  'PUT /takes/{id}/comments/{comment}': { body: () => ({ text: 'theirs' }) },
  'PUT /briefs/{id}': { body: () => ({ briefVersion: 1, question: 'theirs' }) },
  'PUT /calls/{id}': { body: () => ({ whom: { name: 'theirs' } }) },
  'PATCH /calls/{id}': { body: () => ({ note: 'theirs' }) },
  'POST /calls/{id}/outcomes': { body: () => ({ kind: 'phone' }) },
  'POST /calls/{id}/second-message': { body: () => ({}) },
  'PUT /tokens/{id}': { body: () => ({ name: 'another', role: 'owner' }) },
};
const rowOf = (path: string): string => {
  if (path.startsWith('/scripts')) return mine.script;
  if (path.startsWith('/takes')) return mine.take;
  if (path.startsWith('/briefs')) return mine.brief;
  return path.startsWith('/calls') ? mine.call : randomUUID();
};
function sent({ method, path }: Operation, id: string, secret?: string): Promise<Response> {
  const { query, body, bytes } = WITH[`${method} ${path}`] ?? {};
  const address = path.replace('{id}', id).replace('{name}', 'alumnus').replace('{comment}', mine.comment);
  const content = body ? { ...put(body()), method } : { method, ...(bytes && { body: bytes() }) };
  return ask(query ? `${address}?${query}` : address, secret, content);
}

/** All that Dana sees of her rows. */
const shownTo = async (secret: string) =>
  Promise.all(
    [`/scripts/${mine.script}`, `/takes/${mine.take}`, `/takes/${mine.take}/comments`, '/briefs', `/calls/${mine.call}`].map(async (path) =>
      (await ask(path, secret)).json(),
    ),
  );

describe('by the OpenAPI document itself', () => {
  it('every operation answers 401 without a token, or with one that is none', async () => {
    expect(operations.length).toBeGreaterThan(35);
    for (const operation of operations) {
      for (const secret of [undefined, 'rbt_guessed']) {
        const answer = await sent(operation, rowOf(operation.path), secret);
        expect([operation, answer.status]).toEqual([operation, 401]);
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
      }
    }
  });

  it('with a member’s token nothing of another person is answered or changed', async () => {
    const before = await shownTo(secrets.dana as string);
    const aboutRows = operations.filter(({ path }) => path.includes('{id}'));
    expect(aboutRows.length).toBeGreaterThan(20);
    for (const operation of aboutRows) {
      const answer = await sent(operation, rowOf(operation.path), secrets.theo);
      const { status } = answer;
      const text = await answer.text();
      if (status === 200) {
        // As of a script that never was.
        const unknown = await sent(operation, randomUUID(), secrets.theo);
        expect([operation, text]).toEqual([operation, await unknown.text()]);
      } else {
        expect([operation, [403, 404].includes(status)]).toEqual([operation, true]);
      }
      expect(text).not.toMatch(WORDS);
    }
    for (const { path } of operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'))) {
      const text = await (await ask(path, secrets.theo)).text();
      for (const id of Object.values(mine)) expect([path, text.includes(id)]).toEqual([path, false]);
    }
    expect(await shownTo(secrets.dana as string)).toEqual(before);
  });

  it('with a coach’s token takes are seen, and nothing of another person is changed', async () => {
    const before = await shownTo(secrets.dana as string);
    const looks = ['/takes/{id}', '/takes/{id}/audio.wav', '/takes/{id}/peaks', '/takes/{id}/report.html', '/takes/{id}/comments'];
    for (const operation of operations.filter(({ path }) => path.startsWith('/takes/{id}'))) {
      const { status } = await sent(operation, mine.take, secrets.coach);
      const mayLook = operation.method === 'GET' && looks.includes(operation.path);
      expect([operation, mayLook ? status === 200 : [403, 404].includes(status)]).toEqual([operation, true]);
    }
    expect(await (await ask('/takes', secrets.coach)).json()).toEqual([]);
    const [, , dana] = (await (await ask('/people', secrets.coach)).json()) as { id: string; name: string }[];
    expect(await (await ask('/takes?owner=all', secrets.coach)).json()).toMatchObject([{ id: mine.take, owner: expect.any(String) }]);
    expect(dana).toBeDefined();
    for (const path of ['/tokens', '/audit']) expect((await ask(path, secrets.coach)).status).toBe(403);
    expect(await shownTo(secrets.dana as string)).toEqual(before);
  });

  it('a take cannot name another’s script', async () => {
    const named = await ask(`/takes/${randomUUID()}/audio?name=a&script=${mine.script}`, secrets.theo, {
      method: 'PUT',
      body: wav(tone()),
    });
    expect([named.status, ((await named.json()) as { code: string }).code]).toEqual([404, 'no-such-script']);
    expect(await (await ask('/takes', secrets.theo)).json()).toEqual([]);
  });
});

/** How a live connection ends: the status it is refused with, or the word it is closed with. */
function live(headers: Record<string, string>, first?: unknown): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/v1/live`, { headers });
    socket.once('unexpected-response', (_request, response) => resolve(String(response.statusCode)));
    socket.once('open', () => (first === undefined ? socket.close(1000, 'open') : socket.send(JSON.stringify(first))));
    socket.once('close', (_code, reason) => resolve(String(reason)));
    socket.on('error', () => {});
  });
}

describe('live takes', () => {
  const bearer = (name: string) => ({ authorization: `Bearer ${secrets[name]}` });
  it('want a token, and the page of this server', async () => {
    expect(await live({})).toBe('401');
    expect(await live(bearer('dana'))).toBe('open');
    expect(await live({ ...bearer('dana'), origin: 'https://elsewhere.example.com' })).toBe('403');
  });

  it('of another person are not gone on with, nor begun from another’s script', async () => {
    const begin = { type: 'start', takeId: mine.take, scriptId: null, name: 'Take', capture: CAPTURE };
    expect(await live(bearer('theo'), begin)).toBe('not-allowed');
    expect(await live(bearer('coach'), begin)).toBe('not-allowed');
    expect(await live(bearer('theo'), { ...begin, takeId: randomUUID(), scriptId: mine.script })).toBe('no-such-script');
  });
});

describe('tokens', () => {
  it('are good until they expire or are revoked, and their secrets are told once', async () => {
    const short = await add('soon', 'member', 1);
    expect((await ask('/me', secrets.soon)).status).toBe(200);
    const all = await (await ask('/tokens', secrets.owner)).text();
    for (const secret of Object.values(secrets)) expect(all).not.toContain(secret);
    expect(JSON.parse(all)).toContainEqual(expect.objectContaining({ id: short.id, name: 'soon', lastUsedAt: expect.any(String) }));
    expect((await ask(`/tokens/${short.id}`, secrets.owner, put({ name: 'soon' }))).status).toBe(403);
    expect((await ask(`/tokens/${short.id}`, secrets.owner, { method: 'DELETE' })).status).toBe(204);
    expect((await ask('/me', secrets.soon)).status).toBe(401);
    await add('late', 'member', 1);
    clockMs += 86_400_000;
    expect((await ask('/me', secrets.late)).status).toBe(401);
  });

  it('may be shown once by a browser, which comes in by cookie from then on', async () => {
    const signedIn = await ask('/session', secrets.dana, { method: 'POST' });
    const [cookie = ''] = signedIn.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-ringback=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const headers = { cookie: cookie.split(';')[0] as string };
    expect(await (await ask('/me', undefined, { headers })).json()).toMatchObject({ name: 'dana', role: 'member', alone: false });
    const foreign = { ...headers, origin: 'https://elsewhere.example.com' };
    expect((await ask('/me', undefined, { headers: foreign })).status).toBe(403);
  });

  it('have a rate each, so that one program that asks without end leaves the others alone', async () => {
    const stand = clockMs;
    const many = async (secret: string) => {
      clockMs = stand;
      return (await fetch(`${server.url}/api/v1/me`, { headers: { authorization: `Bearer ${secret}` } })).status;
    };
    let status = 200;
    for (let times = 0; status === 200 && times < 1_000; times++) status = await many(secrets.theo as string);
    expect(status).toBe(429);
    expect(await many(secrets.dana as string)).toBe(200);
    clockMs = stand + 60_000;
    expect((await ask('/me', secrets.theo)).status).toBe(200);
  });
});

it('who did what to which id is kept for owners, without a word of it', async () => {
  const text = await (await ask('/audit?limit=500', secrets.owner)).text();
  const { entries } = JSON.parse(text) as { entries: { action: string; target: string; personId: string; status: number }[] };
  expect(entries).toContainEqual(expect.objectContaining({ action: 'PUT /scripts/:id', target: mine.script, status: 200 }));
  expect(entries).toContainEqual(expect.objectContaining({ action: 'GET /takes/:id/audio.wav', target: mine.take, status: 200 }));
  expect(entries).toContainEqual(expect.objectContaining({ action: 'DELETE /takes/:id', target: mine.take, status: 404 }));
  expect(text).not.toMatch(WORDS);
  const page = (await (await ask('/audit?limit=2', secrets.owner)).json()) as { entries: { id: number }[]; next: number };
  const next = (await (await ask(`/audit?limit=2&after=${page.next}`, secrets.owner)).json()) as { entries: { id: number }[] };
  expect(next.entries[0]?.id).toBeLessThan(page.entries[1]?.id as number);
  expect(log.join('\n')).not.toMatch(WORDS);
});

it('the health of the server is told to anyone, assistants work on one’s own machine', async () => {
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${server.url}/mcp`, { method: 'POST' })).status).toBe(404);
  expect((await fetch(`${server.url}/`)).headers.get('strict-transport-security')).toMatch(/^max-age=/);
});
