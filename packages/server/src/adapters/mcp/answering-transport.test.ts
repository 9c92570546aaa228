import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { JSONRPCMessage } from '@modelcontextprotocol/server';
import { beforeEach, expect, it } from 'vitest';
import { AnsweringTransport } from './answering-transport.ts';

const request = (id: number): JSONRPCMessage => ({ jsonrpc: '2.0', id, method: 'tools/list' });
const answer = (id: number): JSONRPCMessage => ({ jsonrpc: '2.0', id, result: {} });
const takenBack = (id: number): JSONRPCMessage => ({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: id } });
const line = (message: JSONRPCMessage) => `${JSON.stringify(message)}\n`;

let input: PassThrough;
let transport: AnsweringTransport;
let received: JSONRPCMessage[];
let isClosed: boolean;

beforeEach(async () => {
  input = new PassThrough();
  transport = new AnsweringTransport(input, new PassThrough().resume());
  received = [];
  isClosed = false;
  transport.onmessage = (message) => void received.push(message);
  void transport.closed.then(() => {
    isClosed = true;
  });
  await transport.start();
});

/** Time for streams to hand on what they hold. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 8; turns += 1) await turn();
}

it('ends with its input where nothing is asked', async () => {
  input.end();
  await transport.closed;
});

it('ends when the last request was answered, a last line without its end among them', async () => {
  input.end(line(request(1)) + JSON.stringify(request(2)));
  await settled();
  expect(received).toEqual([request(1), request(2)]);
  await transport.send(answer(1));
  await settled();
  expect(isClosed).toBe(false);
  await transport.send(answer(2));
  await transport.closed;
});

it('waits for no answer to what was taken back', async () => {
  input.end(line(request(1)) + line(takenBack(1)));
  await transport.closed;
});

it('ends at once when it is closed', async () => {
  input.write(line(request(1)));
  await settled();
  await transport.close();
  await transport.closed;
});
