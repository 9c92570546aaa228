// Runs in a worker of the test's page, which calls it as `ear`.
import type { Transcript } from '@ringback/core';
import type { DigitForm, DigitProbabilities } from '../../recognise/recogniser.ts';
import type { Waveform } from '../../signal/waveform.ts';
import { createMoonshine, createSpeechDetector, type OnnxRuntimeWeb, webRuntime } from './index.ts';

const MODELS = { models: new URL('/models', location.origin), digitHead: new URL('/digit-head.onnx', location.origin) };

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
  digitProbabilities(sound: SentSound, digits: string, forms: readonly DigitForm[]): Promise<DigitProbabilities[]>;
  speechProbability(sound: SentSound): Promise<(number | null)[]>;
  /** The code of the failure that opening these models ends in. */
  failureOf(models: string): Promise<string>;
}

function received({ floats, sampleRate }: SentSound): Waveform {
  return { samples: new Float32Array(Uint8Array.from(atob(floats), (letter) => letter.charCodeAt(0)).buffer), sampleRate };
}

async function open(): Promise<TestEar> {
  const runtimeAt = '/ort/ort.wasm.min.mjs';
  const runtime = webRuntime((await import(/* @vite-ignore */ runtimeAt)) as OnnxRuntimeWeb);
  const [recogniser, detector] = await Promise.all([createMoonshine(runtime, MODELS), createSpeechDetector(runtime, MODELS)]);
  return {
    async recognise(sound, abortedWith) {
      const shares: number[] = [];
      const signal = abortedWith === undefined ? new AbortController().signal : AbortSignal.abort(new Error(abortedWith));
      return { transcript: await recogniser.recognise(received(sound), { signal, onProgress: (share) => shares.push(share) }), shares };
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

Object.assign(globalThis, { ear: open() });
