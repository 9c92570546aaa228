import { RingbackError } from '@ringback/core';
import { sileroDetector } from '../../prosody/silero.ts';
import type { SpeechDetector } from '../../prosody/speech-detector.ts';
import {
  type EarFiles,
  type ListeningOptions,
  moonshineRecogniser,
  moonshineSecondEar,
  type SecondEar,
} from '../../recognise/moonshine/moonshine.ts';
import type { InferenceRuntime } from '../../recognise/moonshine/session.ts';
import { TINY } from '../../recognise/moonshine/variant.ts';
import type { Recogniser } from '../../recognise/recogniser.ts';
import { MOONSHINE_TINY, type ModelEntry, SILERO_VAD } from '../manifest.ts';

/** Where a page gets its models. */
export interface ServedModels {
  /** Address of a folder laid out as `ringback models pull` leaves it: `<id>-<version>/<file>`. */
  models: URL;
  /** Address of the digit head's weights (`weights/digit-head/digit-head.onnx` of this package). */
  digitHead: URL;
  signal?: AbortSignal;
}

/**
 * Moonshine Tiny in a page or, better, in a worker: it computes for about as long as the recording lasts and holds up what else runs there.
 * Throws "no-model" when a file is not served, "bad-model" when it is not what is pinned.
 */
export async function createMoonshine(
  runtime: InferenceRuntime,
  models: ServedModels,
  listening: ListeningOptions = {},
): Promise<Recogniser> {
  return moonshineRecogniser(runtime, await servedEar(models), TINY, listening);
}

/**
 * A second ear in a worker of its own, for the `beside` of the recogniser in another: what it hears, another worker is sent as it is.
 * Throws as `createMoonshine` does.
 */
export async function createSecondEar(runtime: InferenceRuntime, served: ServedModels): Promise<SecondEar> {
  return moonshineSecondEar(runtime, await servedEar(served));
}

async function servedEar({ models, digitHead: headAt, signal }: ServedModels): Promise<EarFiles> {
  const [encoder, decoder, digitHead] = await Promise.all([
    pinned(MOONSHINE_TINY, 'encoder_model.onnx', models, signal),
    pinned(MOONSHINE_TINY, 'decoder_model_merged.onnx', models, signal),
    served(headAt, MOONSHINE_TINY.title, signal),
  ]);
  return { encoder, decoder, digitHead };
}

/** Silero VAD in a page or a worker. Throws as `createMoonshine` does. */
export async function createSpeechDetector(runtime: InferenceRuntime, { models, signal }: ServedModels): Promise<SpeechDetector> {
  return sileroDetector(runtime, await pinned(SILERO_VAD, 'silero_vad_v5.onnx', models, signal));
}

/** The file of a model, read from the folder and held against its hash. */
async function pinned(model: ModelEntry, name: string, models: URL, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const folder = models.href.endsWith('/') ? models : new URL(`${models.href}/`);
  const bytes = await served(new URL(`${model.id}-${model.source.version}/${name}`, folder), model.title, signal);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const found = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found === model.files.find((file) => file.name === name)?.sha256) return bytes;
  throw new RingbackError('bad-model', `What came as the ${model.title} is not the file it should be: load the page again.`);
}

async function served(address: URL, title: string, signal: AbortSignal | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address, signal ? { signal } : {}).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw missing(title, cause);
  });
  if (!answer.ok) throw missing(title);
  return new Uint8Array(await answer.arrayBuffer());
}

function missing(title: string, cause?: unknown): RingbackError {
  return new RingbackError('no-model', `The ${title} could not be fetched: go online once and load the page again.`, { cause });
}
