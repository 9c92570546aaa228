import { decodeBytes, sliceOf } from '@ringback/speech';
import { createSecondEar, type StretchSound } from '@ringback/speech/browser';
import { modelsAt, openRuntime } from './runtime.ts';
import type { FromSecondEar, ToSecondEar } from './second-ear.ts';
import { untilWarm } from './warm-up.ts';

/** Seconds of a sample call: its greeting. */
const WARM_SEC = { from: 0, to: 4 };

let hearing: ReturnType<typeof createSecondEar> | null = null;
const enough = new AbortController();

self.onmessage = async ({ data }: MessageEvent<ToSecondEar>) => {
  if (data.kind === 'setup') {
    hearing = openRuntime(data.root, data.threads).then((runtime) => createSecondEar(runtime, modelsAt(data.root)));
    const hear = await hearing;
    tell({ kind: 'ready' });
    // Nothing depends on it.
    await spoken(data.root).then(
      (sound) => untilWarm(hear, sound, enough.signal),
      () => {},
    );
    return;
  }
  enough.abort();
  if (data.kind === 'enough' || hearing === null) return;
  try {
    const heard = await (await hearing)(data.sound);
    tell({ kind: 'heard', id: data.id, heard });
  } catch {
    tell({ kind: 'failed', id: data.id });
  }
};

const tell = (message: FromSecondEar): void => self.postMessage(message);

async function spoken(root: string): Promise<StretchSound> {
  const file = await (await fetch(new URL('samples/recordings/reference.wav', root))).arrayBuffer();
  const { waveform } = await decodeBytes(new Uint8Array(file));
  return { samples: sliceOf(waveform, WARM_SEC.from, WARM_SEC.to).samples, startSec: 0 };
}
