import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import type { Review } from '@ringback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../start-server.ts';
import { startTestServer } from '../../test-server.fixture.ts';
import { LARGEST_ANSWER } from './answer.ts';

const BIN = fileURLToPath(new URL('../../../../ringback/bin/ringback.js', import.meta.url));
const TAKE = fileURLToPath(new URL('../../../../../fixtures/recordings', import.meta.url));
const SCRIPT =
  'Hello Ms. Bell, this is Omar Reyes. Ann Wu suggested I call you. Is the post still open? 617-555-0123, that is 617-555-0123.';
const BRIEF = {
  objective: 'job',
  caller: { name: 'Nora Castell' },
  whom: { name: 'Martin Oyelaran' },
  question: 'Is the role still open?',
  numbers: [{ number: '+14155550142' }],
};

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-mcp-'));
  server = await startTestServer(folder, {
    dataDir: join(folder, 'served'),
    now: () => new Date('2026-11-23T12:00:00Z'),
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function connected(transport: Transport): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  return client;
}

const TRANSPORTS: Readonly<Record<string, () => Transport>> = {
  'streamable HTTP': () => new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`)) as Transport,
  stdio: () =>
    new StdioClientTransport({
      command: process.execPath,
      args: [BIN, 'mcp'],
      env: { ...process.env, RINGBACK_DATA: join(folder, 'own') } as Record<string, string>,
    }),
};

interface Answer {
  content: { type: string; text: string; uri: string }[];
  isError?: boolean;
}

/** Calls a tool and reads its answer, which must be small. */
async function call(client: Client, name: string, args: Record<string, unknown>): Promise<{ document: never; link: string | undefined }> {
  const { content, isError } = (await client.callTool({ name, arguments: args })) as unknown as Answer;
  const text = content[0]?.text ?? '';
  expect(isError ?? false, text).toBe(false);
  expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThanOrEqual(LARGEST_ANSWER);
  return { document: JSON.parse(text) as never, link: content.find(({ type }) => type === 'resource_link')?.uri };
}

describe.each(Object.keys(TRANSPORTS))('over %s', (name) => {
  let client: Client;
  beforeAll(async () => {
    client = await connected((TRANSPORTS[name] as () => Transport)());
  });
  afterAll(() => client.close());

  it('plans and composes', async () => {
    const { document: plan } = await call(client, 'plan_call', { brief: {} });
    expect(plan).toMatchObject({ missing: expect.arrayContaining([expect.objectContaining({ part: 'caller', needed: true })]) });
    const { document: composed } = await call(client, 'compose_message', { brief: BRIEF, count: 1 });
    expect(composed).toMatchObject({ scripts: [{ text: expect.stringContaining('Martin') }] });
  });

  it('reviews a script small, with the whole review behind a resource, also of a very long one', async () => {
    const { document, link } = await call(client, 'review_script', { text: SCRIPT });
    expect(document).toMatchObject({ verdict: { decision: expect.any(String) }, tips: expect.any(Array) });
    const { contents } = await client.readResource({ uri: String(link) });
    expect((JSON.parse((contents[0] as { text: string }).text) as Review).tips).toHaveLength(7);
    await call(client, 'review_script', { text: `${SCRIPT} I am so sorry to bother you. Mail me at jo@example.com. `.repeat(40) });
  });

  it('compares, and finds a bridge', async () => {
    const messages = [
      { name: 'bare', text: 'Call me.' },
      { name: 'full', text: SCRIPT },
    ];
    const { document } = await call(client, 'compare_messages', { messages });
    expect(document).toMatchObject({ ranking: [{ rank: 1, name: 'full' }, { name: 'bare' }] });
    const found = await call(client, 'find_bridge', {
      me: { name: 'Nora Castell', work: [{ name: 'Harbour Foods' }] },
      to: { name: 'Martin Oyelaran', work: [{ name: 'Harbour Foods' }] },
    });
    expect(found.document).toHaveProperty('ties');
  });

  it('logs a call with the review of its message, and what came of it', async () => {
    const { document: review } = await call(client, 'review_script', { text: SCRIPT });
    const { reviewId } = review as { reviewId: string };
    const { document: logged } = await call(client, 'log_call', { whom: 'Ms. Bell', objective: 'job', reviewId });
    const { id } = logged as { id: string };
    const { document: done } = await call(client, 'log_outcome', { id: id.slice(0, 8), kind: 'declined' });
    expect(done).toMatchObject({ id, outcomes: [{ kind: 'declined' }] });
    expect((await call(client, 'list_calls', {})).document).toMatchObject({ total: 1 });
    expect((await call(client, 'log_statistics', {})).document).toMatchObject({ counts: { calls: 1, declined: 1 } });
    // On stdio the database is opened for each of these, on a machine that may be busy.
  }, 180_000);

  it('tells what is wrong as an answer, without a stack', async () => {
    const wrong = (await client.callTool({ name: 'review_script', arguments: { text: '' } })) as unknown as Answer;
    expect(wrong).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('no word to review') }] });
    const missing = await client.callTool({ name: 'review_recording', arguments: { path: join(TAKE, 'absent.wav') } });
    expect(missing.isError).toBe(true);
  });

  it('describes tips, schemas and prompts', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name: tool }) => tool)).toEqual(
      expect.arrayContaining([
        'plan_call',
        'compose_message',
        'review_script',
        'review_recording',
        'compare_messages',
        'find_bridge',
        'log_outcome',
      ]),
    );
    const { resources } = await client.listResources();
    const uris = resources.map(({ uri }) => uri);
    const schemas = ['artifacts', 'brief', 'call', 'review'].map((name) => `ringback://schemas/${name}`);
    expect(uris).toEqual(expect.arrayContaining(['ringback://tips/goal', ...schemas]));
    for (const uri of schemas) {
      const [content] = (await client.readResource({ uri })).contents;
      expect(JSON.parse((content as { text: string }).text)).toMatchObject({ type: 'object', properties: expect.any(Object) });
    }
    for (const uri of uris.filter((one) => !one.includes('reviews'))) {
      const { contents } = await client.readResource({ uri });
      expect(Buffer.byteLength((contents[0] as { text: string }).text)).toBeLessThanOrEqual(LARGEST_ANSWER);
    }
    const { messages } = await client.getPrompt({ name: 'leave-this-message', arguments: { whom: 'Ms. Bell', about: 'a job' } });
    expect(messages[0]?.content).toMatchObject({ text: expect.stringContaining('Never invent') });
  });
});
