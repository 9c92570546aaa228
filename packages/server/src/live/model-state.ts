import { RingbackError } from '@ringback/core';
import { type PullOptions, type PullProgress, pullModels, verifyModels } from '@ringback/speech/node';
import type { Hearing } from '../ports/hearing.ts';

/** Whether recordings can be heard yet. */
export interface ModelState {
  state: 'ready' | 'loading' | 'missing';
  /** 0..1 of the fetching. */
  share: number;
  /** One sentence for the person; empty when ready. */
  message: string;
}

/** Fetches the speech model where it is missing or damaged and loads it; `state` tells how far it is. @param isHere By its hashes, by default. */
export function modelLoader(
  hearings: readonly Hearing[],
  models: PullOptions,
  isHere = async () => (await verifyModels(models)).every(({ state }) => state === 'sound'),
): { state(): ModelState; load(): Promise<void> } {
  let now: ModelState = { state: 'loading', share: 0, message: 'The speech model is being loaded.' };
  return {
    state: () => now,
    async load() {
      try {
        if (!(await isHere())) {
          const message = 'The speech model (28 MB) is being fetched, once; scripts can be reviewed meanwhile.';
          now = { state: 'loading', share: 0, message };
          const onProgress = ({ receivedBytes, totalBytes }: PullProgress): void => {
            now = { state: 'loading', share: Math.min(1, receivedBytes / Math.max(1, totalBytes)), message };
          };
          await pullModels({ ...models, onProgress });
        }
        await Promise.all(hearings.map((hearing) => hearing.prepare()));
        now = { state: 'ready', share: 1, message: '' };
      } catch (error) {
        const message = error instanceof RingbackError ? error.message : 'The speech model could not be loaded: run "ringback doctor".';
        now = { state: 'missing', share: 0, message };
      }
    },
  };
}
