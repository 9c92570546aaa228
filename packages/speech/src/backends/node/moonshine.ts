import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { RingbackError } from '@ringback/core';
import { type EarFiles, type ListeningOptions, moonshineRecogniser } from '../../recognise/moonshine/moonshine.ts';
import { TINY } from '../../recognise/moonshine/variant.ts';
import { variantOf } from '../../recognise/moonshine/variant-of.ts';
import type { Recogniser } from '../../recognise/recogniser.ts';
import { MOONSHINE_TINY } from '../manifest.ts';
import { modelsFolder } from './models/cache-folder.ts';
import { modelBytes } from './models/models.ts';
import { preparedDecoder } from './models/prepared.ts';
import { onnxRuntime } from './onnx-runtime.ts';

/** Options of `createMoonshine`. */
export interface MoonshineOptions extends ListeningOptions {
  /** The model cache; default `modelsFolder(process.env)`. */
  modelsDir?: string;
  /**
   * A folder with the person's own Moonshine, Tiny or Base, as two files: encoder_model.onnx and decoder_model_merged.onnx.
   * Default: `$RINGBACK_MOONSHINE`; where that is not set, Tiny from the model cache.
   */
  folder?: string | undefined;
  /** The digit head's weights, for Tiny; default those that come with this package. */
  digitHead?: string | URL;
  /** Processor threads; default 1. */
  threads?: number;
}

/** The digit head trained on Tiny's encoder; see the card beside it. */
const DIGIT_HEAD = new URL('../../../weights/digit-head/digit-head.onnx', import.meta.url);

/** Names of the two files, in the cache and in a person's own folder. */
const FILES = { encoder: 'encoder_model.onnx', decoder: 'decoder_model_merged.onnx' } as const;

/**
 * Moonshine on this machine: the person's own where a folder is named, else Tiny from the model cache. Never uses the network:
 * run `pullModels` first. Throws "no-model" when the model is not there, "bad-model" when it is damaged or something else is there.
 *
 * @example
 * await pullModels();
 * const recogniser = await createMoonshine();
 * const transcript = await recogniser.recognise({ samples, sampleRate: 8000 });
 * await recogniser.close();
 */
export async function createMoonshine({
  modelsDir = modelsFolder(process.env),
  folder = process.env.RINGBACK_MOONSHINE,
  digitHead = DIGIT_HEAD,
  threads = 1,
  ...listening
}: MoonshineOptions = {}): Promise<Recogniser> {
  const own = folder ? await filesIn(folder) : null;
  const files = own ?? { ...(await pinnedFiles(modelsDir)), digitHead: await readFile(digitHead) };
  return moonshineRecogniser(onnxRuntime({ threads }), files, own === null ? TINY : variantOf(own.decoder), listening);
}

async function pinnedFiles(modelsDir: string): Promise<EarFiles> {
  const [encoder, decoder] = await Promise.all([modelBytes(MOONSHINE_TINY, FILES.encoder, modelsDir), preparedDecoder(modelsDir)]);
  return { encoder, decoder };
}

async function filesIn(folder: string): Promise<{ encoder: Uint8Array; decoder: Uint8Array }> {
  try {
    const [encoder, decoder] = await Promise.all([readFile(join(folder, FILES.encoder)), readFile(join(folder, FILES.decoder))]);
    return { encoder, decoder };
  } catch (cause) {
    throw new RingbackError(
      'no-model',
      `The folder that RINGBACK_MOONSHINE names does not hold ${FILES.encoder} and ${FILES.decoder}: put both there, or unset it to use the model that comes with Ringback.`,
      { cause },
    );
  }
}
