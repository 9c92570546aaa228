import type { ModelEntry } from '../../manifest.ts';

/** How far a fetch is. */
export interface PullProgress {
  model: ModelEntry;
  receivedBytes: number;
  totalBytes: number;
}

/** Options that all functions of the model cache take. */
export interface ModelsOptions {
  /** Default: `modelsFolder(process.env)`. */
  modelsDir?: string;
  /** Default: every model of the manifest. */
  models?: readonly ModelEntry[];
  signal?: AbortSignal;
}

/** Options of `pullModels`. */
export interface PullOptions extends ModelsOptions {
  onProgress?: (progress: PullProgress) => void;
  /** Fetches even what is there and sound. */
  force?: boolean;
  /** Folder whose npm configuration counts; default the working folder. */
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}
