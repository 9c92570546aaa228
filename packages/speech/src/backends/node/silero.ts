import process from 'node:process';
import { sileroDetector } from '../../prosody/silero.ts';
import type { SpeechDetector } from '../../prosody/speech-detector.ts';
import { SILERO_VAD } from '../manifest.ts';
import { modelsFolder } from './models/cache-folder.ts';
import { modelBytes } from './models/models.ts';
import { onnxRuntime } from './onnx-runtime.ts';

/** Options of `createSpeechDetector`. */
export interface SpeechDetectorOptions {
  /** The model cache; default `modelsFolder(process.env)`. */
  modelsDir?: string;
}

/**
 * Silero VAD on this machine, from the model cache. Never uses the network: run `pullModels` first.
 * Throws "no-model" when the cache does not hold the model, "bad-model" when it is damaged.
 */
export async function createSpeechDetector({ modelsDir = modelsFolder(process.env) }: SpeechDetectorOptions = {}): Promise<SpeechDetector> {
  return sileroDetector(onnxRuntime(), await modelBytes(SILERO_VAD, 'silero_vad_v5.onnx', modelsDir));
}
