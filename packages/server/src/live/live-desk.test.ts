import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blobFolder } from '../adapters/disk/blob-folder.ts';
import { LiveDesk, type LiveDeskOptions, type StartRequest } from './live-desk.ts';
import { takeSound } from './take-sound.ts';

const RATE = 8000;
const request: StartRequest = {
  type: 'start',
  takeId: 'a0000000-0000-4000-8000-00000000000a',
  scriptId: null,
  name: 'Take',
  capture: { sampleRate: RATE, automaticGain: false, noiseSuppression: false, echoCancellation: false },
};

test('a take that is begun again while it is deleted waits until nothing of it is left, and loses nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-live-desk-'));
  const sound = takeSound(await blobFolder(folder));
  const { takeId } = request;
  let goOn = (): void => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const rows = new Set<string>();
  const own = {
    owner: 'me',
    takes: {
      mayBegin: async () => {},
      begin: async ({ id }: { id: string }) => void rows.add(id),
      change: async () => true,
      corrections: async () => [],
    },
    briefs: { list: async () => [] },
    desk: {
      async remove(id: string) {
        await sound.discard(id);
        await held;
        rows.delete(id);
        await sound.remove(id);
      },
    },
  };
  const live = { push() {}, finish: async () => ({}), drop() {} };
  const options = { sound, hearing: { live: () => live }, of: () => own, graceMs: 60_000, log() {} };
  const desk = new LiveDesk(options as unknown as LiveDeskOptions);
  try {
    const told: unknown[] = [];
    const first = await desk.start(request, 'me', () => {});
    await first.append(new Int16Array(RATE));
    const gone = first.discard();
    const again = desk.start(request, 'me', (answer) => void told.push(answer));
    await new Promise((resolve) => setImmediate(resolve));
    goOn();
    await gone;
    const second = await again;
    await second.append(new Int16Array(2 * RATE));
    expect(told).toEqual([
      { type: 'started', takeId, received: 0 },
      { type: 'stored', received: 2 * RATE },
    ]);
    await desk.close();
    expect([...rows]).toEqual([takeId]);
    expect((await sound.read(takeId))?.length).toBe(44 + 2 * 2 * RATE);
  } finally {
    await rm(folder, { recursive: true });
  }
});
