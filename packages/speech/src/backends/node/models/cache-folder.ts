import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ModelEntry } from '../../manifest.ts';

/** Where models are kept: `$RINGBACK_MODELS`, else `$XDG_CACHE_HOME/ringback/models`, else `~/.cache/ringback/models`. */
export function modelsFolder(env: NodeJS.ProcessEnv): string {
  if (env.RINGBACK_MODELS) return env.RINGBACK_MODELS;
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ringback', 'models');
}

/** Folder of one model in the cache; named by its pinned version, so that a new version never meets old files. */
export function modelFolder(modelsDir: string, model: ModelEntry): string {
  return join(modelsDir, `${model.id}-${model.source.version}`);
}
