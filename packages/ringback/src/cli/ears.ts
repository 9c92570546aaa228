import { type EarsOnDemand, earsOnDemand } from '../use/ears.ts';
import type { Console } from './console.ts';
import { pullWithProgress } from './model-fetch.ts';

/** The ears of a command: opened with its first recording, their models fetched when they are not here yet. */
export function earsOf(console: Console): EarsOnDemand {
  // Loaded with the first recording only: a script needs neither the recognition runtime nor the decoders.
  const modelsDir = async () => (await import('@ringback/speech/node')).modelsFolder(console.env);
  return earsOnDemand(modelsDir, () => pullWithProgress(console));
}
