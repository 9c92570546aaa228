import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer, ServerOptions } from './start-server.ts';
import { put } from './test-api.fixture.ts';
import { startTestServer } from './test-server.fixture.ts';

let folder: string;
let server: RunningServer;

async function start(more: Partial<ServerOptions> = {}): Promise<void> {
  server = await startTestServer(folder, {
    now: () => new Date(),
    ...more,
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-metrics-'));
  await start();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

it('are numbers by route and state, with nothing personal', async () => {
  const id = randomUUID();
  const script = put({ name: 'To Ms. Calder', text: 'Hello Ms. Calder, this is Theo Lindgren. Call me on 617-555-0123.' });
  await fetch(`${server.url}/api/v1/scripts/${id}`, script);
  const answer = await fetch(`${server.url}/metrics`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await answer.text();
  expect(text).toMatch(/^ringback_http_requests_total\{method="PUT",route="\/scripts\/:id",status="200"\} 1$/m);
  expect(text).toMatch(/^ringback_takes\{state="hearing"\} 0$/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  expect(text).not.toMatch(/Calder|Lindgren|617-555/);
  expect(text).not.toContain(id);
});

it('of a team are for those with a token', async () => {
  const made = await fetch(`${server.url}/api/v1/tokens/${randomUUID()}`, put({ name: 'owner', role: 'owner', days: 1 }));
  const { secret } = (await made.json()) as { secret: string };
  await server.close();
  await start({ host: '0.0.0.0', origin: 'https://ringback.example.com' });
  expect((await fetch(`${server.url}/metrics`)).status).toBe(401);
  expect((await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${secret}` } })).status).toBe(200);
});
