import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadReader } from 'ringback';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadOwnModels, type ModelService, modelsJsonSchema } from './models-file.ts';
import { propose } from './propose.ts';

const GOOD =
  "Hello Martin, this is Nora Castell. I have one question: is the operations role still open? Please call me back at 415, 555, 0142. Or e-mail me at nora at example dot com. That's 415, 555, 0142. Thank you.";
const BRIEF = {
  briefVersion: 1,
  objective: 'job',
  caller: { name: 'Nora Castell' },
  whom: { name: 'Martin Oyelaran' },
  question: 'Is the operations role still open?',
  numbers: [{ number: '+14155550142' }],
  replyChannels: [{ channel: 'email', address: 'nora@example.com' }],
  goal: 'call-back',
  register: 'plain',
  region: 'US',
};

let folder: string;
let fake: Server;
let chat: ModelService;
/** What the fake service answers next, and what it was last asked. */
let answer: (response: ServerResponse) => void;
let asked: { url: string | undefined; key: string | undefined; body: string };

const says = (content: string) => (response: ServerResponse) => response.end(JSON.stringify({ choices: [{ message: { content } }] }));

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += String(part);
  return body;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-models-'));
  fake = createServer(async (request, response) => {
    asked = { url: request.url, key: request.headers.authorization, body: await bodyOf(request) };
    answer(response);
  });
  // A busy machine may leave a connection idle for long; one that the service closes just then would fail the next question.
  fake.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => fake.listen(0, '127.0.0.1', resolve));
  const { port } = fake.address() as AddressInfo;
  chat = { baseUrl: `http://127.0.0.1:${port}/v1`, model: 'fake-chat', apiKey: 'secret', timeoutMs: 30_000 };
});
afterAll(async () => {
  fake.closeAllConnections();
  fake.close();
  await rm(folder, { recursive: true });
});

const reader = () => loadReader();
const ask = (what: Parameters<typeof propose>[0] = { brief: BRIEF }) => propose(what, { chat, reader });

describe('the file of services', () => {
  const load = async (content: unknown, env = {}) => {
    await writeFile(join(folder, 'models.json'), typeof content === 'string' ? content : JSON.stringify(content));
    return loadOwnModels(folder, env);
  };
  const entry = { baseUrl: 'https://api.example.com/v1/', model: 'big', keyFrom: 'MY_KEY' };

  it('has its schema in the docs, true to what is read', async () => {
    const published = JSON.parse(await readFile(new URL('../../../../../docs/models.schema.json', import.meta.url), 'utf8'));
    expect(published).toEqual(modelsJsonSchema());
  });

  it('switches nothing on where there is none', async () => {
    expect(await loadOwnModels(join(folder, 'nowhere'), {})).toEqual({ transcription: null, chat: null, problem: null });
  });

  it('takes the key from the environment alone', async () => {
    const { chat: service, transcription } = await load({ modelsVersion: 1, chat: entry }, { MY_KEY: 'secret' });
    expect(service).toEqual({ baseUrl: 'https://api.example.com/v1', model: 'big', apiKey: 'secret', timeoutMs: 60_000 });
    expect(transcription).toBeNull();
    expect(await load({ modelsVersion: 1, chat: entry })).toMatchObject({
      chat: null,
      problem: expect.stringContaining('MY_KEY, which is not set'),
    });
  });

  it.each([
    ['a key in the file', { modelsVersion: 1, chat: { ...entry, apiKey: 'sk-123' } }],
    ['another version', { modelsVersion: 2 }],
    ['no address', { modelsVersion: 1, chat: { ...entry, baseUrl: 'file:///etc/passwd' } }],
    ['no JSON', '{"modelsVersion": 1,'],
  ])('with %s is not used, says so, and tells no value', async (_what, content) => {
    const { problem, ...rest } = await load(content, { MY_KEY: 'secret' });
    expect(rest).toEqual({ transcription: null, chat: null });
    expect(problem).toMatch(/so no service is used\.$/);
    expect(problem).not.toMatch(/sk-123|passwd|secret/);
  });
});

describe('proposals of a chat service', () => {
  it('are shown where they pass the tips and say nothing that the brief does not', async () => {
    const invented = GOOD.replace('I have one question', 'Congratulations on your promotion. I have one question');
    const noNumber = 'Hello Martin, this is Nora Castell. Is the operations role still open?';
    answer = says(`Here you are:\n\`\`\`json\n${JSON.stringify({ proposals: [GOOD, invented, noNumber] })}\n\`\`\``);
    expect(await ask()).toEqual({ proposals: [{ text: GOOD }], unshown: { unsaid: 1, tips: 1 }, model: 'fake-chat' });
    expect(asked).toMatchObject({ url: '/v1/chat/completions', key: 'Bearer secret' });
    expect(JSON.parse(asked.body)).toMatchObject({ model: 'fake-chat' });
  });

  it('reword a script only with its own words', async () => {
    answer = says(JSON.stringify({ proposals: ['Hi Ms. Carter, you won a prize. Call 617-555-0123.'] }));
    expect(await ask({ script: 'Hi Ms. Carter, this is Thomas Green. Call me at 617-555-0123.' })).toMatchObject({
      proposals: [],
      unshown: { unsaid: 1 },
    });
  });

  it('that do not answer in time leave what was made here and say so', async () => {
    answer = () => {};
    const hasty = propose({ brief: BRIEF }, { chat: { ...chat, timeoutMs: 300 }, reader });
    await expect(hasty).rejects.toMatchObject({ code: 'remote-failed', message: expect.stringContaining('What was made here stands.') });
  });

  it.each([
    ['refuses', (response: ServerResponse) => response.writeHead(401).end('{"error": "bad key"}')],
    ['points elsewhere', (response: ServerResponse) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
    ['answers no JSON', (response: ServerResponse) => response.end('<html>')],
    ['answers another document', (response: ServerResponse) => response.end('{"choices": []}')],
    ['chats instead', says('Sure! I would love to help you with that.')],
    ['answers with other things than texts', says('{"proposals": [1, {"a": 2}]}')],
  ])('that %s leaves what was made here and says so', async (_what, does) => {
    answer = does;
    await expect(ask()).rejects.toMatchObject({ code: 'remote-failed', message: expect.stringContaining('What was made here stands.') });
  });

  it('are never asked for where no service is switched on', async () => {
    await expect(propose({ brief: BRIEF }, { chat: null, reader })).rejects.toMatchObject({ code: 'no-service' });
  });
});
