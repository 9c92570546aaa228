import type { LiveAnswer } from '@ringback/core';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { RATE } from './test-api.fixture.ts';

const CAPTURE = { sampleRate: RATE, automaticGain: false, noiseSuppression: false, echoCancellation: false };

/** Begins or goes on with a live take: its connection, what it was told, and why it was closed. */
export async function speak(serverUrl: string, takeId: string) {
  const socket = new WebSocket(`${serverUrl.replace('http', 'ws')}/api/v1/live`);
  const told: LiveAnswer[] = [];
  socket.on('message', (data) => told.push(JSON.parse(String(data)) as LiveAnswer));
  const closed = new Promise<string>((resolve) => socket.once('close', (_code, reason) => resolve(String(reason))));
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ type: 'start', takeId, scriptId: null, name: 'spoken', capture: CAPTURE }));
  const until = (answer: object) => expect.poll(() => told, { timeout: 20_000 }).toContainEqual(expect.objectContaining(answer));
  return { socket, closed, told, until };
}
