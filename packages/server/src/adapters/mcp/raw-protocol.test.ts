import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer } from '../../start-server.ts';
import { startTestServer } from '../../test-server.fixture.ts';

/** The revision of the protocol that these messages are written by. */
const PROTOCOL = '2025-06-18';

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-raw-'));
  server = await startTestServer(folder, {
    now: () => new Date('2026-11-23T12:00:00Z'),
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Reply {
  jsonrpc: string;
  id: number;
  result?: Record<string, unknown>;
  error?: { code: number; message: string };
}

const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
  'mcp-protocol-version': PROTOCOL,
};

/** Sends one message as it goes over the wire; the answer may come as JSON or as an event stream, and a client must take both. */
async function send(message: Record<string, unknown>): Promise<{ status: number; reply: Reply | null }> {
  const response = await fetch(`${server.url}/mcp`, { method: 'POST', headers: HEADERS, body: JSON.stringify(message) });
  const body = await response.text();
  const data = body.startsWith('{') ? body : /^data: (.*)$/m.exec(body)?.[1];
  return { status: response.status, reply: data === undefined ? null : (JSON.parse(data) as Reply) };
}

let next = 0;
async function ask(method: string, params: Record<string, unknown>): Promise<Reply> {
  next += 1;
  const { reply } = await send({ jsonrpc: '2.0', id: next, method, params });
  expect(reply).toMatchObject({ jsonrpc: '2.0', id: next });
  return reply as Reply;
}

it('greets, lists and answers a client that knows only the protocol', async () => {
  const greeting = await ask('initialize', { protocolVersion: PROTOCOL, capabilities: {}, clientInfo: { name: 'raw', version: '1' } });
  expect(greeting.result).toMatchObject({
    protocolVersion: PROTOCOL,
    serverInfo: { name: expect.stringMatching(/ringback/i) },
    capabilities: { tools: {}, resources: {}, prompts: {} },
  });
  expect((await send({ jsonrpc: '2.0', method: 'notifications/initialized' })).status).toBe(202);
  const { tools } = (await ask('tools/list', {})).result as { tools: { name: string; inputSchema: { type: string } }[] };
  expect(tools.map(({ name }) => name)).toContain('review_script');
  for (const { inputSchema } of tools) expect(inputSchema.type).toBe('object');
  const text = 'Hello Ms. Bell, this is Omar Reyes. Is the post still open? 617-555-0123, that is 617-555-0123.';
  const reviewed = await ask('tools/call', { name: 'review_script', arguments: { text } });
  const { content } = reviewed.result as { content: { type: string; text?: string; uri?: string }[] };
  expect(content[0]?.type).toBe('text');
  const link = content.find(({ type }) => type === 'resource_link')?.uri;
  const read = await ask('resources/read', { uri: link });
  const { contents } = read.result as { contents: { text: string }[] };
  expect(JSON.parse(contents[0]?.text ?? '')).toMatchObject({ reviewVersion: 1 });
  const { prompts } = (await ask('prompts/list', {})).result as { prompts: { name: string }[] };
  expect(prompts.map(({ name }) => name)).toContain('leave-this-message');
});

it('refuses as the protocol says: what it does not have, and what is no message', async () => {
  expect((await ask('tools/dance', {})).error).toMatchObject({ code: -32_601 });
  const unknown = await ask('resources/read', { uri: 'ringback://reviews/nowhere' });
  expect(unknown.error?.code).toBeLessThan(0);
  const broken = await fetch(`${server.url}/mcp`, { method: 'POST', headers: HEADERS, body: '{"jsonrpc":' });
  expect(broken.status).toBe(400);
  // A page elsewhere reaches it as little as the rest.
  const foreign = await fetch(`${server.url}/mcp`, {
    method: 'POST',
    headers: { ...HEADERS, origin: 'https://elsewhere.example' },
    body: '{}',
  });
  expect(foreign.status).toBe(403);
});
