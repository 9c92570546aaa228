// Runs in a worker of the test's page, which calls it as `ear`.
import type { Transcript } from '@ringback/core';
import type { DigitForm, DigitProbabilities } from '../../recognise/recogniser.ts';
import type { Waveform } from '../../signal/waveform.ts';
import {
  createMoonshine,
  createSecondEar,
  createSpeechDetector,
  type OnnxRuntimeWeb,
  type SecondEar,
  type SentStretch,
  type StretchSound,
  webRuntime,
} from './index.ts';

const MODELS = { models: new URL('/models', location.origin), digitHead: new URL('/digit-head.onnx', location.origin) };

/** Name of the worker that is the second ear. */
const SECOND = 'second';

/** A mono sound as it is sent into the worker. */
export interface SentSound {
  /** The samples as 32-bit floats, base64: an array of numbers takes seconds to send. */
  floats: string;
  sampleRate: number;
}

/** What the test asks of the worker. */
export interface TestEar {
  /** Its answer carries the progress it told. */
  recognise(sound: SentSound, abortedWith: string | undefined): Promise<{ transcript: Transcript; shares: number[] }>;
  /** What two ears hear together, and how many stretches the second had. */
  recogniseTogether(sound: SentSound): Promise<{ transcript: Transcript; besides: number }>;
  digitProbabilities(sound: SentSound, digits: string, forms: readonly DigitForm[]): Promise<DigitProbabilities[]>;
  speechProbability(sound: SentSound): Promise<(number | null)[]>;
  /** The code of the failure that opening these models ends in. */
  failureOf(models: string): Promise<string>;
}

function received({ floats, sampleRate }: SentSound): Waveform {
  return { samples: new Float32Array(Uint8Array.from(atob(floats), (letter) => letter.charCodeAt(0)).buffer), sampleRate };
}

async function openRuntime() {
  const runtimeAt = '/ort/ort.wasm.min.mjs';
  return webRuntime((await import(/* @vite-ignore */ runtimeAt)) as OnnxRuntimeWeb);
}

async function open(): Promise<TestEar> {
  const runtime = await openRuntime();
  const [recogniser, detector] = await Promise.all([createMoonshine(runtime, MODELS), createSpeechDetector(runtime, MODELS)]);
  return {
    async recognise(sound, abortedWith) {
      const shares: number[] = [];
      const signal = abortedWith === undefined ? new AbortController().signal : AbortSignal.abort(new Error(abortedWith));
      return { transcript: await recogniser.recognise(received(sound), { signal, onProgress: (share) => shares.push(share) }), shares };
    },
    async recogniseTogether(sound) {
      const second = new Worker(location.href, { type: 'module', name: SECOND });
      let besides = 0;
      const beside: SecondEar = (stretch) => {
        besides += 1;
        // One stretch at a time, so the next answer is its.
        const heard = new Promise<SentStretch>((resolve) => {
          second.onmessage = ({ data }: MessageEvent<SentStretch>) => resolve(data);
        });
        second.postMessage({ ...stretch, samples: stretch.samples.slice() });
        return heard;
      };
      const both = await createMoonshine(runtime, MODELS, { beside: () => beside });
      const transcript = await both.recognise(received(sound));
      await both.close();
      second.terminate();
      return { transcript, besides };
    },
    digitProbabilities: async (sound, digits, forms) => (await recogniser.digitProbabilities?.(received(sound), digits, forms)) ?? [],
    speechProbability: async (sound) => Array.from((await detector.speechProbability(received(sound))).values),
    failureOf: (models) =>
      createSpeechDetector(runtime, { ...MODELS, models: new URL(models, location.origin) }).then(
        () => 'none',
        ({ code }: { code: string }) => code,
      ),
  };
}

if (self.name === SECOND) {
  const ear = openRuntime().then((runtime) => createSecondEar(runtime, MODELS));
  self.onmessage = async ({ data }: MessageEvent<StretchSound>) => self.postMessage(await (await ear)(data));
} else {
  Object.assign(globalThis, { ear: open() });
}
