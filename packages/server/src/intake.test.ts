import { createHmac, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TakeSummary } from '@ringback/core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunningServer, ServerOptions } from './start-server.ts';
import { put, tone, wav } from './test-api.fixture.ts';
import { startTestServer } from './test-server.fixture.ts';

const ORIGIN = 'https://ringback.example.com';
const ACCOUNT = `AC${'0'.repeat(31)}7`;
const SECRET = 'a-secret-of-tests';
const TEXT = '[message]\ncallerid="IVES MORGAN" <6175550123>\norigtime=1795435200\nmsg_id=1795435200-00000007\nduration=1\n';

let folder: string;
let server: RunningServer;
const log: string[] = [];
async function start(more: Partial<ServerOptions> = {}): Promise<void> {
  server = await startTestServer(folder, {
    now: () => new Date(),
    log: (event, facts) => log.push(`${event} ${JSON.stringify(facts ?? {})}`),
    env: { TWILIO_AUTH_TOKEN: SECRET },
    ...more,
  });
}
const spool = (name: string) => join(folder, 'spool/default/201/INBOX', name);
const takes = async (secret = '') => {
  const answer = await fetch(`${server.url}/api/v1/takes`, { headers: secret ? { authorization: `Bearer ${secret}` } : {} });
  return (await answer.json()) as TakeSummary[];
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-intake-'));
  await mkdir(join(folder, 'data'));
  await mkdir(spool('.'), { recursive: true });
  await writeFile(spool('msg0000.txt'), TEXT);
  await writeFile(spool('msg0000.wav'), new Uint8Array(await wav(tone()).arrayBuffer()));
  await writeFile(spool('msg0001.txt'), TEXT.replace('-00000007', '-00000008'));
  await writeFile(spool('msg0001.wav'), 'this is no recording at all');
  const sources = [
    { kind: 'asterisk', name: 'pbx', folder: join(folder, 'spool') },
    { kind: 'twilio', name: 'line', accountSid: ACCOUNT, authTokenFrom: 'TWILIO_AUTH_TOKEN' },
  ];
  await writeFile(join(folder, 'data/intake.json'), JSON.stringify({ intakeVersion: 1, sources }));
  await start();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** A busy machine takes its time. */
const PATIENT = { timeout: 30_000 };

it('takes a message in once, with caller and time; what is no recording is left and told', async () => {
  const [take] = await vi.waitFor(async () => {
    const found = await takes();
    expect(found).toMatchObject([{ state: 'reviewed' }]);
    return found;
  }, PATIENT);
  const received = { by: 'asterisk', number: '6175550123', name: 'IVES MORGAN', at: '2026-11-23T12:00:00.000Z' };
  expect(take).toMatchObject({ name: 'IVES MORGAN', scriptId: null, received });
  await vi.waitFor(() => expect(log.join()).toMatch(/source "pbx" could not be taken in \{"code":"not-audio"\}/), PATIENT);
  const told = log.length;
  await server.close();
  await start();
  expect((await takes()).map(({ id }) => id)).toEqual([take?.id]);
  await fetch(`${server.url}/api/v1/takes/${take?.id}`, { method: 'DELETE' });
  await server.close();
  await start();
  // The look at the start is over when a message that came later is there.
  await writeFile(spool('msg0002.txt'), TEXT.replace('-00000007', '-00000009'));
  await writeFile(spool('msg0002.wav'), new Uint8Array(await wav(tone()).arrayBuffer()));
  await server.close();
  await start();
  await vi.waitFor(async () => expect(await takes()).toHaveLength(1), PATIENT);
  expect((await takes())[0]?.id).not.toBe(take?.id);
  expect(log.slice(told).join()).not.toMatch(/not be taken in/);
  expect(log.join()).not.toMatch(/IVES|555/);
});

/** A callback as Twilio sends it. */
function callback(what: string, fields: Record<string, string>, secret = SECRET): Promise<Response> {
  const form = new URLSearchParams({ AccountSid: ACCOUNT, CallSid: 'CA1', ...fields });
  const signed = `${ORIGIN}/hooks/line/${what}${[...form]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flat()
    .join('')}`;
  const signature = createHmac('sha1', secret).update(signed).digest('base64');
  return fetch(`${server.url}/hooks/line/${what}`, { method: 'POST', body: form, headers: { 'x-twilio-signature': signature } });
}

it('answers a practice line at its public origin, and refuses what is forged or leads to inner addresses, with nothing left behind', async () => {
  const made = await fetch(`${server.url}/api/v1/tokens/${randomUUID()}`, put({ name: 'owner', role: 'owner' }));
  const { secret } = (await made.json()) as { secret: string };
  await server.close();
  await start({ origin: ORIGIN });
  const before = await takes(secret);
  const files = await readdir(join(folder, 'data/takes'));
  const voice = await callback('voice', { From: '+16175550123' });
  expect([voice.status, voice.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
  expect(await voice.text()).toContain(`<Record action="${ORIGIN}/hooks/line/recorded"`);
  const recording = { RecordingSid: 'RE7', RecordingStatus: 'completed' };
  expect((await callback('recording', { ...recording, RecordingUrl: 'https://127.0.0.1/a' }, 'forged')).status).toBe(403);
  for (const RecordingUrl of ['https://127.0.0.1/a', 'https://[::1]/a', 'https://localhost/a', 'https://169.254.169.254/latest']) {
    const answer = await callback('recording', { ...recording, RecordingUrl });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, 'inner-address']);
  }
  for (const path of ['/hooks/pbx/recording', '/hooks/none/voice', '/hooks/..%2fline/voice']) {
    expect((await fetch(`${server.url}${path}`, { method: 'POST' })).status).toBe(404);
  }
  expect(
    (await fetch(`${server.url}/hooks/line/voice`, { method: 'POST', body: 'x'.repeat(6_000_000) }).catch(() => ({ status: 413 }))).status,
  ).toBe(413);
  expect(await takes(secret)).toEqual(before);
  expect(await readdir(join(folder, 'data/takes'))).toEqual(files);
});
