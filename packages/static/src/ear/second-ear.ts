import type { SecondEar, SentStretch, StretchSound } from '@ringback/speech/browser';

/** What the second ear's worker is told. */
export type ToSecondEar =
  | { kind: 'setup'; root: string; threads: number }
  /** The processor is wanted for something else: it need not get any faster. */
  | { kind: 'enough' }
  | { kind: 'hear'; id: number; sound: StretchSound };

/** What it tells. */
export type FromSecondEar = { kind: 'ready' } | { kind: 'heard'; id: number; heard: SentStretch } | { kind: 'failed'; id: number };

/** Gigabytes of memory below which one ear is enough: a second takes some 150 MB. House rule. */
const ENOUGH_GB = 4;

/** Whether this device can do with a second ear. */
export function hasRoomForTwo(): boolean {
  // Told by Chromium alone.
  const { deviceMemory = ENOUGH_GB } = navigator as Navigator & { deviceMemory?: number };
  return navigator.hardwareConcurrency > 1 && deviceMemory >= ENOUGH_GB;
}

/** A worker that hears stretches at the same time as the one that asks. */
export interface EarBeside {
  /** Null while it loads, and once it is lost. */
  ear(): SecondEar | null;
  /** Something else is under way that needs the processor. */
  enough(): void;
}

/** Begins one. What it had when it breaks is refused, and it is not begun again. */
export function beginSecondEar(root: string, threads: number): EarBeside {
  const worker = new Worker(new URL('./second-ear-worker.ts', import.meta.url), { type: 'module' });
  const asked = new Map<number, { resolve(heard: SentStretch): void; reject(): void }>();
  let isReady = false;
  let last = 0;
  const send = (message: ToSecondEar): void => worker.postMessage(message);
  worker.onmessage = ({ data }: MessageEvent<FromSecondEar>) => {
    if (data.kind === 'ready') {
      isReady = true;
      return;
    }
    const question = asked.get(data.id);
    asked.delete(data.id);
    if (data.kind === 'heard') question?.resolve(data.heard);
    else question?.reject();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    isReady = false;
    worker.terminate();
    for (const { reject } of asked.values()) reject();
    asked.clear();
  };
  send({ kind: 'setup', root, threads });
  const hear: SecondEar = (sound) =>
    new Promise((resolve, reject) => {
      last += 1;
      asked.set(last, { resolve, reject: () => reject(new Error('The second ear is lost.')) });
      // A view would take all of the recording with it.
      send({ kind: 'hear', id: last, sound: { ...sound, samples: sound.samples.slice() } });
    });
  return { ear: () => (isReady ? hear : null), enough: () => send({ kind: 'enough' }) };
}
