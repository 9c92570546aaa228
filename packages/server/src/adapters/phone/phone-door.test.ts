import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PhoneDoor } from '../../ports/phone.ts';
import { phoneDoor } from './phone-door.ts';

const SCRIPT = '11111111-1111-4111-8111-111111111111';
const TAKE = '22222222-2222-4222-8222-222222222222';
const PAGE = '<!doctype html><title>Phone</title>';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  fingerprint: string;
}

let pageDir: string;
let kept: { bytes: Uint8Array; scriptId: string | null }[];
let door: PhoneDoor;

beforeAll(async () => {
  pageDir = await mkdtemp(join(tmpdir(), 'ringback-phone-'));
  await writeFile(join(pageDir, 'phone.html'), PAGE);
  await writeFile(join(pageDir, 'index.html'), '<!doctype html><title>Everything</title>');
});
afterAll(() => rm(pageDir, { recursive: true }));
beforeEach(() => {
  kept = [];
  door = made();
});
afterEach(() => door.close());

function made(more: Partial<Parameters<typeof phoneDoor>[0]> = {}): PhoneDoor {
  return phoneDoor({
    pageDir,
    now: () => new Date(),
    address: () => '127.0.0.1',
    async keep(bytes, scriptId) {
      kept.push({ bytes, scriptId });
      return TAKE;
    },
    ...more,
  });
}

/** What a stranger's phone does: it takes any certificate. Rejects where nothing is answered. */
function ask(url: string, { body, ...options }: RequestOptions & { body?: Uint8Array } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { rejectUnauthorized: false, agent: false, ...options }, (answer) => {
      let text = '';
      const { fingerprint256: fingerprint } = (answer.socket as TLSSocket).getPeerCertificate();
      answer.on('data', (part: Buffer) => (text += String(part)));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text, fingerprint }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function opened(): Promise<{ url: string; origin: string; fingerprint: string }> {
  const state = await door.open(SCRIPT);
  if (!state.open) throw new Error('the door is shut');
  return { url: state.url, origin: new URL(state.url).origin, fingerprint: state.fingerprint };
}

async function paired(): Promise<{ origin: string; cookie: string }> {
  const { url, origin } = await opened();
  const { headers } = await ask(url);
  return { origin, cookie: String(headers['set-cookie']?.[0]?.split(';')[0]) };
}

test('it is shut at first, and once it is switched off nothing listens', async () => {
  expect(door.state()).toEqual({ open: false });
  const { url, origin } = await opened();
  expect(door.state()).toMatchObject({ open: true, paired: false, scriptId: SCRIPT, takeIds: [] });
  await door.close();
  expect(door.state()).toEqual({ open: false });
  await expect(ask(url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await expect(ask(origin)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('it shuts by itself', async () => {
  door = made({ openMs: 20 });
  const { origin } = await opened();
  await expect.poll(() => door.state()).toEqual({ open: false });
  await expect(ask(origin)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('without the token nothing is answered, whatever is asked', async () => {
  const { url, origin } = await opened();
  const near = `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`;
  for (const place of [origin, `${origin}/`, near, `${origin}/assets/a.js`, `${origin}/api/v1/takes`, `${origin}/healthz`]) {
    await expect(ask(place), place).rejects.toMatchObject({ code: 'ECONNRESET' });
  }
  await expect(ask(`${origin}/take`, { method: 'PUT', body: Buffer.from('x'), headers: { origin } })).rejects.toBeTruthy();
  await expect(ask(url, { method: 'PUT', headers: { origin } })).rejects.toBeTruthy();
  // A page elsewhere that points its own name here carries that name.
  await expect(ask(url, { headers: { host: 'example.com' } })).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(door.state()).toMatchObject({ paired: false });
  expect(kept).toEqual([]);
});

test('the token lets one phone in, once; its take belongs to the script that was chosen', async () => {
  const { url, origin, fingerprint } = await opened();
  const first = await ask(url);
  expect(first).toMatchObject({ status: 303, fingerprint });
  expect(first.headers['set-cookie']?.[0]).toMatch(/; Secure; HttpOnly; SameSite=Strict$/);
  expect(door.state()).toMatchObject({ paired: true });
  await expect(ask(url)).rejects.toMatchObject({ code: 'ECONNRESET' });
  const cookie = String(first.headers['set-cookie']?.[0]?.split(';')[0]);
  expect(await ask(origin, { headers: { cookie } })).toMatchObject({ status: 200, body: PAGE });
  const sent = await ask(`${origin}/take`, { method: 'PUT', body: Buffer.from('sound'), headers: { cookie, origin } });
  expect(sent.status).toBe(204);
  expect(kept.map(({ bytes, scriptId }) => [Buffer.from(bytes).toString(), scriptId])).toEqual([['sound', SCRIPT]]);
  expect(door.state()).toMatchObject({ takeIds: [TAKE] });
});

test('a phone that is in can record and send, and reaches nothing else', async () => {
  const { origin, cookie } = await paired();
  const headers = { cookie, origin };
  for (const path of ['/api/v1/takes', '/api/v1/phone', '/api/v1/scripts', '/healthz', '/script', '/mcp']) {
    expect((await ask(origin + path, { headers })).status, path).toBe(404);
  }
  for (const method of ['POST', 'DELETE', 'PATCH']) expect((await ask(`${origin}/take`, { method, headers })).status, method).toBe(404);
  expect((await ask(`${origin}/..%2findex.html`, { headers })).status).toBe(404);
});

test('another page cannot send for the phone, and a guessed cookie is none', async () => {
  const { origin, cookie } = await paired();
  const put = (headers: Record<string, string>) => ask(`${origin}/take`, { method: 'PUT', body: Buffer.from('sound'), headers });
  await expect(put({ cookie, origin: 'https://example.com' })).rejects.toBeTruthy();
  await expect(put({ cookie })).rejects.toBeTruthy();
  await expect(put({ cookie: `${cookie.slice(0, -1)}_`, origin })).rejects.toBeTruthy();
  expect(kept).toEqual([]);
});

test('opened again, the phone before is out', async () => {
  const { cookie } = await paired();
  const { origin } = await opened();
  await expect(ask(origin, { headers: { cookie } })).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('a take that is too long, or no recording, is refused in a sentence and the door stays open', async () => {
  door = made({
    keep: () => Promise.reject(new Error('a fault of ours')),
  });
  const { origin, cookie } = await paired();
  const put = (body: Uint8Array) => ask(`${origin}/take`, { method: 'PUT', body, headers: { cookie, origin } });
  expect((await put(Buffer.from('x'))).status).toBe(500);
  const long = await put(new Uint8Array(30_000_001));
  expect([long.status, JSON.parse(long.body).code]).toEqual([413, 'too-big']);
  expect(door.state()).toMatchObject({ open: true, takeIds: [] });
});

test('without a network it stays shut and says why', async () => {
  door = made({ address: () => null });
  await expect(door.open(null)).rejects.toMatchObject({ code: 'no-network' });
  expect(door.state()).toEqual({ open: false });
});
