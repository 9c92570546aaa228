import { RingbackError } from '@ringback/core';
import type { ModelState } from '@ringback/server/portable';

/** Loads what hears, and tells how far it is. */
export function modelState(hearing: { prepare(): Promise<void> }): () => ModelState {
  let now: ModelState = {
    state: 'loading',
    share: 0,
    message: 'The speech model (28 MB) is being loaded; scripts can be reviewed meanwhile.',
  };
  hearing.prepare().then(
    () => {
      now = { state: 'ready', share: 1, message: '' };
    },
    (error: unknown) => {
      const message = error instanceof RingbackError ? error.message : 'The speech model could not be loaded: load the page again.';
      now = { state: 'missing', share: 0, message };
    },
  );
  return () => now;
}
