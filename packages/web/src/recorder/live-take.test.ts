import type { LiveAnswer } from '@ringback/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveTakeSender, type Start } from './live-take.ts';

/** A connection that only remembers what was sent. */
class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readonly sent: (string | Int16Array)[] = [];
  readyState = FakeSocket.OPEN;
  bufferedAmount = 0;
  onopen: () => void = () => {};
  onclose: () => void = () => {};
  onmessage: (event: { data: string }) => void = () => {};

  constructor() {
    FakeSocket.all.push(this);
  }
  send(data: string | Int16Array): void {
    this.sent.push(data);
  }
  close(): void {}
  answers(answer: LiveAnswer): void {
    this.onmessage({ data: JSON.stringify(answer) });
  }
  /** "start", "stop", and samples as their number. */
  get told(): (string | number)[] {
    return this.sent.map((data) => (typeof data === 'string' ? (JSON.parse(data) as { type: string }).type : data.length));
  }
}

const START: Start = {
  type: 'start',
  takeId: 'a',
  scriptId: null,
  name: 'Take 1',
  capture: { sampleRate: 16_000, automaticGain: false, noiseSuppression: false, echoCancellation: false },
};

beforeEach(() => {
  FakeSocket.all = [];
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('location', { origin: 'http://127.0.0.1:1' });
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('navigator', { locks: { request: async (_name: string, _options: object, work: () => Promise<void>) => work() } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function connected(received = 0): FakeSocket {
  const socket = FakeSocket.all.at(-1) as FakeSocket;
  socket.onopen();
  socket.answers({ type: 'started', takeId: 'a', received });
  return socket;
}

const sender = () => new LiveTakeSender(START, { onConnection: () => {}, onAnswer: () => {} });

test('the stop is told once, after the last sample, though the microphone gives a block more', () => {
  const take = sender();
  const socket = connected();
  take.push(new Int16Array(100));
  take.stop();
  take.push(new Int16Array(50));
  socket.answers({ type: 'stored', received: 100 });
  expect(socket.told).toEqual(['start', 100, 'stop']);
  take.leave();
});

test('after a break it goes on from what the server has, and tells the stop again', () => {
  const take = sender();
  const first = connected();
  take.push(new Int16Array(100));
  first.answers({ type: 'stored', received: 60 });
  take.stop();
  first.onclose();
  vi.advanceTimersByTime(600);
  const second = connected(60);
  expect(second).not.toBe(first);
  expect(second.told).toEqual(['start', 40, 'stop']);
  take.leave();
});

test('before the server answers nothing is sent, and nothing is lost', () => {
  const take = sender();
  take.push(new Int16Array(10));
  take.push(new Int16Array(20));
  expect(FakeSocket.all.at(-1)?.told).toEqual([]);
  expect(connected().told).toEqual(['start', 10, 20]);
  take.leave();
});
