import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heldHearing } from './held-hearing.fixture.ts';
import { speak } from './live-connection.fixture.ts';
import type { RunningServer } from './start-server.ts';
import { put, RATE, takeIn, tone, wav } from './test-api.fixture.ts';
import { startTestServer } from './test-server.fixture.ts';

const LONG_MS = 240_000;
const DISK_MB = 160;

let server: RunningServer;
let hearing: Awaited<ReturnType<typeof heldHearing>>;
const logged: string[] = [];
const api = (path: string, init?: RequestInit) => fetch(`${server.url}/api/v1${path}`, init);
const upload = (id: string) => api(`/takes/${id}/audio?name=a`, { method: 'PUT', body: wav(tone()) });
const takeUrl = (id: string) => `${server.url}/api/v1/takes/${id}`;

/** Gives a folder a disk of its own, where this machine lets us: root may, a container of root often may not. */
const mounted = (path: string): boolean => spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'ringback', path]).status === 0;
const [folder, isMounted] = ((): [string, boolean] => {
  const made = mkdtempSync(join(tmpdir(), 'ringback-full-'));
  for (const name of ['data', 'models', 'page']) mkdirSync(join(made, name));
  return [made, mounted(join(made, 'data'))];
})();
const data = join(folder, 'data');

beforeAll(async () => {
  if (!isMounted) return;
  hearing = await heldHearing();
  server = await startTestServer(folder, {
    log: (event, facts) => void logged.push(`${event} ${JSON.stringify(facts ?? {})}`),
    openHearing: hearing.open,
  });
}, LONG_MS);
afterAll(async () => {
  await server?.close();
  if (isMounted) spawnSync('umount', ['-l', data]);
  await rm(folder, { recursive: true });
}, LONG_MS);

/** Takes all room that is left; the returned function gives it back. */
async function fill(): Promise<() => Promise<void>> {
  const path = join(data, 'filler');
  const file = await open(path, 'w');
  for (let block = 1_048_576; block >= 1; ) {
    try {
      const { bytesWritten } = await file.write(new Uint8Array(block));
      if (bytesWritten < block) block = Math.floor(block / 2);
    } catch {
      block = Math.floor(block / 2);
    }
  }
  await file.close();
  return () => rm(path);
}

test.runIf(isMounted)('a full disk is told, and what was kept is there when there is room again', { timeout: LONG_MS }, async () => {
  const ids = { before: randomUUID(), heard: randomUUID(), meanwhile: randomUUID(), spoken: randomUUID() };
  await upload(ids.before);
  await takeIn('reviewed', takeUrl(ids.before));
  const allow = hearing.hold();
  await upload(ids.heard);
  await expect.poll(() => hearing.count.begun).toBe(2);
  const spoken = await speak(server.url, ids.spoken);
  spoken.socket.send(tone());
  await spoken.until({ type: 'stored', received: RATE });

  const giveBack = await fill();
  const script = `/scripts/${randomUUID()}`;
  const text = 'Hello Ms. Calder, call me on 617-555-0123. '.repeat(400);
  for (const answer of [await upload(ids.meanwhile), await api(script, put({ name: 'n', text }))]) {
    expect([answer.status, answer.headers.get('content-type')]).toEqual([507, 'application/problem+json']);
    expect(await answer.json()).toMatchObject({
      code: 'no-room',
      detail: expect.stringMatching(/^There is no room left .*: make room there, .*\.$/),
    });
  }
  expect(((await (await api('/takes')).json()) as { id: string }[]).map(({ id }) => id)).toContain(ids.before);
  expect((await readdir(join(data, 'takes'))).filter((name) => name.includes(ids.meanwhile))).toEqual([]);
  // A second that is spoken may fit into what the file holds already; a minute does not.
  spoken.socket.send(tone(60));
  expect(await spoken.closed).toBe('no-room');
  allow();

  await giveBack();
  expect((await upload(ids.meanwhile)).status).toBe(202);
  expect((await api(script, put({ name: 'n', text }))).status).toBe(200);
  const again = await speak(server.url, ids.spoken);
  await again.until({ type: 'started' });
  const { received } = again.told.find(({ type }) => type === 'started') as { received: number };
  expect(received).toBeGreaterThanOrEqual(RATE);
  again.socket.send('{"type":"stop"}');
  await again.until({ type: 'reviewed' });
  again.socket.close();
  for (const id of Object.values(ids)) {
    await expect
      .poll(async () => ((await (await fetch(takeUrl(id))).json()) as { state: string }).state, { timeout: 60_000 })
      .toBe('reviewed');
  }
  expect(logged.join('\n')).not.toMatch(/Calder|555|insert/i);
});
