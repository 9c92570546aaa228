import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningServer } from './start-server.ts';
import { startTestServer } from './test-server.fixture.ts';

let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-bridges-'));
  server = await startTestServer(folder);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function find(contacts: string | null): Promise<{ ties: unknown[]; homework: string[] }> {
  const form = new FormData();
  form.set('me', JSON.stringify({ name: 'Theo Lindgren' }));
  form.set('to', JSON.stringify({ name: 'Ada Calder', organisation: 'Calder & Sons' }));
  if (contacts !== null) form.append('contacts', new Blob([contacts]), 'contacts.csv');
  const answer = await fetch(`${server.url}/api/v1/bridge`, { method: 'POST', body: form });
  expect(answer.status).toBe(200);
  return (await answer.json()) as { ties: unknown[]; homework: string[] };
}

test('ties are looked for with files of contacts and without', async () => {
  expect(await find(null)).toMatchObject({ ties: [], homework: expect.arrayContaining([expect.any(String)]) });
  const contacts = 'First Name,Last Name,Company,Position\nGrace,Adair,Calder & Sons,Partner\n';
  expect(await find(contacts)).toMatchObject({ searched: { contacts: 1 } });
});
