import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { blobFolder } from '../adapters/disk/blob-folder.ts';
import { LiveDesk, type LiveDeskOptions, type StartRequest } from './live-desk.ts';
import { TakeDesk, type TakeDeskOptions } from './take-desk.ts';
import { type TakeSound, takeSound } from './take-sound.ts';

const RATE = 8000;
const takeId = 'a0000000-0000-4000-8000-00000000000a';
const request: StartRequest = {
  type: 'start',
  takeId,
  scriptId: null,
  name: 'Take',
  capture: { sampleRate: RATE, automaticGain: false, noiseSuppression: false, echoCancellation: false },
};

let folder: string;
let sound: TakeSound;
let desk: TakeDesk;
let live: LiveDesk;
/** Rows of takes; none is deleted before {@link goOn}. */
let rows: Set<string>;
let goOn: () => void;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-live-desk-'));
  sound = takeSound(await blobFolder(folder));
  rows = new Set();
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const takes = {
    mayBegin: async () => {},
    begin: async ({ id }: { id: string }) => void rows.add(id),
    change: async () => true,
    has: async (id: string) => rows.has(id),
    find: async (id: string) => (rows.has(id) ? { state: 'hearing', revision: 0 } : null),
    corrections: async () => [],
    remove: async (id: string) => {
      await held;
      return rows.delete(id);
    },
  };
  const waveform = { samples: new Float32Array(3 * RATE), sampleRate: RATE };
  const recording = { durationSec: 3 };
  const jobs = { forget: async () => {}, add: async () => {} };
  desk = new TakeDesk({ owner: 'me', takes, sound, jobs, decode: async () => ({ waveform, recording }) } as unknown as TakeDeskOptions);
  const own = { owner: 'me', takes, desk, briefs: { list: async () => [] } };
  const hearing = { live: () => ({ push() {}, finish: async () => ({}), drop() {} }) };
  live = new LiveDesk({ sound, hearing, of: () => own, graceMs: 60_000, log() {} } as unknown as LiveDeskOptions);
});
afterEach(() => rm(folder, { recursive: true }));

const samplesKept = async (): Promise<number> => (((await sound.read(takeId))?.length ?? 0) - 44) / 2;
/** Time for what does not wait to go wrong. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 30));

test('a live take that is begun again while it is deleted waits until nothing of it is left, and loses nothing', async () => {
  const told: unknown[] = [];
  const first = await live.start(request, 'me', () => {});
  await first.append(new Int16Array(RATE));
  const gone = first.discard();
  const again = live.start(request, 'me', (answer) => void told.push(answer));
  await aMoment();
  goOn();
  await gone;
  await (await again).append(new Int16Array(2 * RATE));
  expect(told).toEqual([
    { type: 'started', takeId, received: 0 },
    { type: 'stored', received: 2 * RATE },
  ]);
  await live.close();
  expect([[...rows], await samplesKept()]).toEqual([[takeId], 2 * RATE]);
});

test('so does a recording that is sent under the id of a take that is being deleted', async () => {
  const first = await live.start(request, 'me', () => {});
  await first.append(new Int16Array(RATE));
  await live.close();
  const gone = desk.remove(takeId);
  const sent = desk.upload({ id: takeId, name: 'a', scriptId: null, bytes: new Uint8Array(4) });
  await aMoment();
  goOn();
  await Promise.all([gone, sent]);
  expect([[...rows], await samplesKept()]).toEqual([[takeId], 3 * RATE]);
});
