import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { MOONSHINE_TINY } from '../../models/manifest.ts';
import { type ListeningOptions, moonshineRecogniser } from '../../recognise/moonshine/moonshine.ts';
import { TINY } from '../../recognise/moonshine/variant.ts';
import type { Recogniser } from '../../recognise/recogniser.ts';
import { modelsFolder } from './models/cache-folder.ts';
import { modelFile } from './models/models.ts';
import { onnxRuntime } from './onnx-runtime.ts';

/** Options of `createMoonshine`. */
export interface MoonshineOptions extends ListeningOptions {
  /** The model cache; default `modelsFolder(process.env)`. */
  modelsDir?: string;
  /** Processor threads; default 1. */
  threads?: number;
}

/**
 * Moonshine Tiny on this machine, from the model cache. Never uses the network: run `pullModels` first.
 * Throws "no-model" when the cache does not hold the model, "bad-model" when it holds something else.
 *
 * @example
 * await pullModels();
 * const recogniser = await createMoonshine();
 * const transcript = await recogniser.recognise({ samples, sampleRate: 8000 });
 * await recogniser.close();
 */
export async function createMoonshine({
  modelsDir = modelsFolder(process.env),
  threads = 1,
  ...listening
}: MoonshineOptions = {}): Promise<Recogniser> {
  const [encoder, decoder] = await Promise.all([
    readFile(await modelFile(MOONSHINE_TINY, 'encoder_model.onnx', modelsDir)),
    readFile(await modelFile(MOONSHINE_TINY, 'decoder_model_merged.onnx', modelsDir)),
  ]);
  return moonshineRecogniser(onnxRuntime({ threads }), { encoder, decoder }, TINY, listening);
}
