import { randomUUID } from 'node:crypto';
import type { LiveAnswer } from '@ringback/core';
import { WebSocket } from 'ws';
import { put, RATE, wav } from './test-api.fixture.ts';

/** Samples of one piece of a live take: a quarter of a second. */
const PIECE = RATE / 4;

/** Numbers that look random, 0 to 1. */
export type Draw = () => number;

/** Seeded, so that a run that fails can be had again as far as the machine allows. */
export function seededDraw(seed: number): Draw {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What the server has acknowledged, and what was under way when it died. */
export class Promised {
  /** Samples of uploads that were answered with "kept". */
  readonly uploads = new Map<string, number>();
  /** Samples of live takes that were answered with "stored". */
  readonly live = new Map<string, number>();
  /** The text of a script by its last answered save, with those that may have come through since. */
  readonly scripts = new Map<string, { kept: string | null; perhaps: (string | null)[] }>();
  /** Takes whose deletion was answered. */
  readonly deleted = new Set<string>();
  /** Takes whose deletion was asked for. */
  readonly perhapsDeleted = new Set<string>();

  /** How often something was acknowledged. */
  count = 0;
}

/** Sound that tells by each sample which one it is. */
export const sampleAt = (i: number): number => ((i * 31) % 20_011) - 10_000;
const soundOf = (from: number, count: number): Int16Array => Int16Array.from({ length: count }, (_, i) => sampleAt(from + i));

/** Uses a server in every way at once until it is gone. Never rejects: where a request fails, nothing was promised. */
export async function useUntilGone(url: string, promised: Promised, draw: Draw, gone: AbortSignal): Promise<void> {
  const again = async (work: () => Promise<void>): Promise<void> => {
    while (!gone.aborted) await work().catch(() => new Promise((resolve) => setTimeout(resolve, 10)));
  };
  const api = (path: string, init?: RequestInit) => fetch(`${url}/api/v1${path}`, { ...init, signal: gone });
  await Promise.all([
    again(() => upload(api, promised, draw)),
    again(() => saveScript(api, promised, draw)),
    again(() => remove(api, promised, draw)),
    again(() => speak(url, promised, draw, gone)),
  ]);
}

type Api = (path: string, init?: RequestInit) => Promise<Response>;

async function upload(api: Api, promised: Promised, draw: Draw): Promise<void> {
  const [id, samples] = [randomUUID(), Math.floor(RATE * (0.2 + draw()))];
  const { status } = await api(`/takes/${id}/audio?name=dropped`, { method: 'PUT', body: wav(soundOf(0, samples)) });
  if (status !== 202) return;
  promised.uploads.set(id, samples);
  promised.count += 1;
}

async function saveScript(api: Api, promised: Promised, draw: Draw): Promise<void> {
  const known = [...promised.scripts.keys()];
  const id = draw() < 0.3 || known.length === 0 ? randomUUID() : (known[Math.floor(draw() * known.length)] ?? randomUUID());
  const script = promised.scripts.get(id) ?? { kept: null, perhaps: [] };
  promised.scripts.set(id, script);
  const text = draw() < 0.15 ? null : `Hello, this is version ${promised.count} of it.`;
  script.perhaps.push(text);
  const { status } = await api(`/scripts/${id}`, text === null ? { method: 'DELETE' } : put({ name: 'script', text }));
  if (status !== 200 && status !== 204) return;
  promised.scripts.set(id, { kept: text, perhaps: [] });
  promised.count += 1;
}

async function remove(api: Api, promised: Promised, draw: Draw): Promise<void> {
  const there = [...promised.uploads.keys()].filter((id) => !promised.perhapsDeleted.has(id));
  const id = there[Math.floor(draw() * there.length)];
  // Less is deleted than comes, so that there is something to lose.
  await new Promise((resolve) => setTimeout(resolve, 60 * draw()));
  if (id === undefined) return;
  promised.perhapsDeleted.add(id);
  const { status } = await api(`/takes/${id}`, { method: 'DELETE' });
  if (status !== 204) return;
  promised.deleted.add(id);
  promised.count += 1;
}

/** A live take: begun or gone on with, some pieces, an end or none. */
async function speak(url: string, promised: Promised, draw: Draw, gone: AbortSignal): Promise<void> {
  const known = [...promised.live.keys()];
  const takeId = draw() < 0.5 && known.length > 0 ? (known.at(-1) ?? randomUUID()) : randomUUID();
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/live`);
  const over = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => undefined);
  const capture = { sampleRate: RATE, automaticGain: false, noiseSuppression: false, echoCancellation: false };
  socket.once('open', () => socket.send(JSON.stringify({ type: 'start', takeId, scriptId: null, name: 'spoken', capture })));
  let pieces = 1 + Math.floor(6 * draw());
  const stops = draw() < 0.5;
  socket.on('message', (data) => {
    const answer = JSON.parse(String(data)) as LiveAnswer;
    if (answer.type === 'started' || answer.type === 'stored') {
      promised.live.set(takeId, Math.max(promised.live.get(takeId) ?? 0, answer.received));
      promised.count += 1;
      pieces -= 1;
      if (pieces >= 0) socket.send(soundOf(answer.received, PIECE));
      else if (stops) socket.send(JSON.stringify({ type: 'stop' }));
      else socket.terminate();
    } else if (answer.type !== 'heard') socket.close();
  });
  const end = (): void => socket.terminate();
  gone.addEventListener('abort', end, { once: true });
  await over;
  gone.removeEventListener('abort', end);
}
