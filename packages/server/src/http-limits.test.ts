import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from './start-server.ts';
import { put, takeIn, tone, wav } from './test-api.fixture.ts';
import { startTestServer } from './test-server.fixture.ts';

const FIVE_GIB = 5 * 2 ** 30;
const IDLE_MS = 300;
/** The largest recording that the tests' server takes. */
const MOST_BYTES = 256 * 2 ** 20;
/** Bytes of it that may be in memory while it comes: blocks on their way, and what is not collected yet. */
const IN_FLIGHT_BYTES = 128 * 2 ** 20;
let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-limits-'));
  let ms = Date.parse('2026-11-23T12:00:00Z');
  server = await startTestServer(folder, {
    // A second later each time it is asked, so that every row has a moment of its own.
    now: () => {
      ms += 1_000;
      return new Date(ms);
    },
    bodyIdleMs: IDLE_MS,
    mostRecordingBytes: MOST_BYTES,
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});
const api = (path: string, init?: RequestInit) => fetch(`${server.url}/api/v1${path}`, init);
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
async function nothingLeft(id: string): Promise<void> {
  expect((await api(`/takes/${id}`)).status).toBe(404);
  expect((await readdir(join(folder, 'data', 'takes'))).filter((name) => name.includes(id))).toEqual([]);
  await expect.poll(() => readdir(join(folder, 'data', 'incoming'))).toEqual([]);
}

/** Sends the beginning of a body and no more; answers what came back. */
function begin(path: string, headers: Record<string, string | number>, first: Uint8Array): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}/api/v1${path}`, { method: 'PUT', headers }, (answer) => {
      let text = '';
      answer.on('data', (part) => {
        text += part;
      });
      answer.on('end', () => {
        sent.destroy();
        resolve([answer.statusCode ?? 0, (JSON.parse(text) as { code: string }).code]);
      });
    });
    sent.on('error', (error) => (isCutOff(error) ? undefined : reject(error)));
    sent.write(first);
  });
}
const isCutOff = (error: NodeJS.ErrnoException) => error.code === 'ECONNRESET' || error.code === 'EPIPE';

describe('what is sent', () => {
  it('is refused before it is read where it says that it has 5 GB', async () => {
    const id = randomUUID();
    const answer = await begin(`/takes/${id}/audio?name=a`, { 'content-length': FIVE_GIB }, new Uint8Array(1_000));
    expect(answer).toEqual([413, 'too-big']);
    await nothingLeft(id);
  });

  it('is refused once it is too big, where it does not say so', async () => {
    const block = new Uint8Array(1_000_000);
    let blocks = 0;
    const body = new ReadableStream({
      pull(controller) {
        blocks += 1;
        if (blocks > 5_000) controller.close();
        else controller.enqueue(block);
      },
    });
    const init = { ...put({}), body, duplex: 'half' } as RequestInit;
    const answer = await api(`/scripts/${randomUUID()}`, init).catch(() => null);
    // The answer may be lost with the connection; what counts is that not all was read.
    if (answer) expect(await codeOf(answer)).toEqual([413, 'too-big']);
    expect(blocks).toBeLessThan(100);
  });

  it('waits on the disk until it is whole, in memory that does not grow with it, and is refused where it ends beyond the bound', async () => {
    const id = randomUUID();
    const block = new Uint8Array(2 ** 20);
    const before = process.memoryUsage().arrayBuffers;
    let [blocks, most, seen] = [0, 0, 0];
    const body = new ReadableStream({
      async pull(controller) {
        blocks += 1;
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        seen = Math.max(seen, (await readdir(join(folder, 'data', 'incoming'))).length);
        if (blocks > 5_000) controller.close();
        else controller.enqueue(block);
      },
    });
    const answer = await api(`/takes/${id}/audio?name=a`, { method: 'PUT', body, duplex: 'half' } as RequestInit).catch(() => null);
    if (answer) expect(await codeOf(answer)).toEqual([413, 'too-big']);
    expect(seen).toBe(1);
    expect(blocks).toBeGreaterThan(MOST_BYTES / block.length);
    expect(blocks).toBeLessThan(MOST_BYTES / block.length + 50);
    expect(most).toBeLessThan(IN_FLIGHT_BYTES);
    await nothingLeft(id);
  });

  it('is kept where it is large and whole, and once where it comes again', async () => {
    const id = randomUUID();
    const sound = wav(tone(60));
    expect(sound.size).toBeGreaterThan(2 ** 20);
    for (let i = 0; i < 2; i += 1) expect((await api(`/takes/${id}/audio?name=a`, { method: 'PUT', body: sound })).status).toBe(202);
    await takeIn('reviewed', `${server.url}/api/v1/takes/${id}`);
    expect((await (await api(`/takes/${id}/audio.wav`)).arrayBuffer()).byteLength).toBe(sound.size);
    await expect.poll(() => readdir(join(folder, 'data', 'incoming'))).toEqual([]);
    await api(`/takes/${id}`, { method: 'DELETE' });
  });

  it('is given up where it comes byte by byte', async () => {
    const id = randomUUID();
    const body = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, IDLE_MS / 4));
        controller.enqueue(new Uint8Array(1));
      },
    });
    const answer = await api(`/takes/${id}/audio?name=a`, { method: 'PUT', body, duplex: 'half' } as RequestInit).catch(() => null);
    if (answer) expect(await codeOf(answer)).toEqual([408, 'too-slow']);
    await nothingLeft(id);
  });

  it('is given up where it stops coming', async () => {
    const id = randomUUID();
    expect(await begin(`/takes/${id}/audio?name=a`, { 'content-length': 100_000 }, new Uint8Array(10))).toEqual([408, 'too-slow']);
    await nothingLeft(id);
  });

  it('leaves nothing behind where the sender goes away', async () => {
    const id = randomUUID();
    const { port } = new URL(server.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(`PUT /api/v1/takes/${id}/audio?name=a HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nRIFF`, () => {
          socket.destroy();
          resolve();
        });
      });
    });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await nothingLeft(id);
  });

  it('is refused in one sentence where it is no form or no JSON', async () => {
    const type = { 'content-type': 'multipart/form-data; boundary=b' };
    for (const body of [
      '',
      'no form',
      '--b\r\nContent-Disposition: form-data; name="to"\r\n\r\n{}',
      '--b\r\n\r\n--b--',
      `--b\r\n${'x'.repeat(100_000)}`,
    ]) {
      const [status] = await codeOf(await api('/bridge', { method: 'POST', headers: type, body }));
      expect([body.slice(0, 20), [400, 422].includes(status as number)]).toEqual([body.slice(0, 20), true]);
    }
    expect(await codeOf(await api('/bridge', { method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: 'x' }))).toEqual([
      400,
      'bad-request',
    ]);
    expect(await codeOf(await api(`/scripts/${randomUUID()}`, { ...put({}), body: '{"name":' }))).toEqual([400, 'bad-request']);
  });
});

describe('Idempotency-Key', () => {
  const outcome = (call: string, key: string, kind: string) =>
    api(`/calls/${call}/outcomes`, {
      ...put({ kind, at: '2026-11-23T12:00:00Z' }),
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
    });

  it('does a request once, however often it is sent, and refuses the key for another', async () => {
    const call = randomUUID();
    await api(`/calls/${call}`, put({ whom: { name: 'Ms. Calder' }, leftAt: '2026-11-23T11:00:00Z' }));
    const first = await outcome(call, 'one', 'phone');
    const again = await outcome(call, 'one', 'phone');
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 200, 'true']);
    expect(await again.text()).toBe(await first.text());
    const kept = (await (await api(`/calls/${call}`)).json()) as { outcomes: unknown[] };
    expect(kept.outcomes).toHaveLength(1);
    expect(await codeOf(await outcome(call, 'one', 'met'))).toEqual([422, 'other-request']);
    expect((await outcome(call, 'two', 'met')).status).toBe(200);
  });

  it('lets what failed be tried again', async () => {
    const call = randomUUID();
    expect((await outcome(call, 'early', 'phone')).status).toBe(404);
    await api(`/calls/${call}`, put({ whom: { name: 'Ms. Calder' }, leftAt: '2026-11-23T11:00:00Z' }));
    expect((await outcome(call, 'early', 'phone')).status).toBe(200);
  });

  it('is done once where the same request comes twice at the same time', async () => {
    const call = randomUUID();
    await api(`/calls/${call}`, put({ whom: { name: 'Ms. Calder' }, leftAt: '2026-11-23T11:00:00Z' }));
    const statuses = (await Promise.all([1, 2, 3].map(() => outcome(call, 'at once', 'phone')))).map(({ status }) => status);
    expect(statuses).toContain(200);
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
    const kept = (await (await api(`/calls/${call}`)).json()) as { outcomes: unknown[] };
    expect(kept.outcomes).toHaveLength(1);
  });
});

describe('ETags', () => {
  it('spare who has a document already, and keep a change from going over another', async () => {
    const script = `/scripts/${randomUUID()}`;
    await api(script, put({ name: 'n', text: 'one' }));
    const etag = (await api(script)).headers.get('etag') as string;
    expect((await api(script, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const change = (text: string) =>
      api(script, { ...put({ name: 'n', text }), headers: { 'content-type': 'application/json', 'if-match': etag } });
    const statuses = (await Promise.all([change('two'), change('three')])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 412]);
    expect((await api(script, { headers: { 'if-none-match': etag } })).status).toBe(200);
    expect((await api(script, { method: 'DELETE', headers: { 'if-match': etag } })).status).toBe(412);
    expect((await api(script, { method: 'DELETE', headers: { 'if-match': '*' } })).status).toBe(204);
    expect(
      (await api(script, { ...put({ name: 'n', text: '' }), headers: { 'content-type': 'application/json', 'if-match': '*' } })).status,
    ).toBe(412);
  });
});

describe('lists', () => {
  /** All pages of a list, by its own links. */
  async function pages(path: string): Promise<string[][]> {
    const found: string[][] = [];
    for (let next: string | undefined = path; next !== undefined; ) {
      const answer: Response = await fetch(`${server.url}${next}`);
      found.push(((await answer.json()) as { id: string }[]).map(({ id }) => id));
      next = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    return found;
  }

  it.each(['scripts', 'briefs', 'takes'])('of %s come in pages, each row once, newest first', async (kind) => {
    for (const { id } of (await (await api(`/${kind}`)).json()) as { id: string }[]) await api(`/${kind}/${id}`, { method: 'DELETE' });
    const ids = Array.from({ length: 5 }, () => randomUUID());
    for (const id of ids) {
      if (kind === 'scripts') await api(`/scripts/${id}`, put({ name: 'n', text: 't' }));
      else if (kind === 'briefs') await api(`/briefs/${id}`, put({ briefVersion: 1 }));
      else {
        await api(`/takes/${id}/audio?name=a`, { method: 'PUT', body: wav(tone()) });
        await takeIn('reviewed', `${server.url}/api/v1/takes/${id}`);
      }
    }
    const found = await pages(`/api/v1/${kind}?limit=2`);
    expect(found.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(found.flat()).toEqual(ids.toReversed());
    expect((await api(`/${kind}?after=nowhere`)).status).toBe(422);
    expect((await api(`/${kind}?after=9_${ids[0]}`)).status).toBeLessThan(500);
  });
});

describe('addresses where there is nothing', () => {
  it('are told so, and never answered with the page', async () => {
    const answers = ['/api/v1/none', '/api/v1/none/at/all', '/api/v1/a/..%2f..%2fb', '/api/v2/takes'].map(async (path) => {
      const answer = await fetch(server.url + path);
      return [answer.status, ((await answer.json()) as { code: string }).code];
    });
    expect(await Promise.all(answers)).toEqual(answers.map(() => [404, 'no-such-page']));
  });
});
