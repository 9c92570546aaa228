import { useCallback, useEffect, useState } from 'react';
import { Refusal, sentenceOf } from './problem.ts';

const SERVER_BACK_MS = 2000;

/** Something that is loaded: there, on its way, or refused. */
export interface Loaded<T> {
  value: T | null;
  /** The sentence to show; null when nothing went wrong. */
  failure: string | null;
  reload(): void;
  /** Puts a newer value in its place without asking. */
  replace(value: T): void;
}

/** Loads when `key` changes; the old value stays until the new one is there, so that nothing jumps. */
export function useLoaded<T>(load: () => Promise<T>, key: string): Loaded<T> {
  const [state, setState] = useState<{ value: T | null; failure: string | null }>({ value: null, failure: null });
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is made anew on every render; `key` says when it differs
  useEffect(() => {
    let current = true;
    let timer = 0;
    load().then(
      (value) => current && setState({ value, failure: null }),
      (error: unknown) => {
        if (!current) return;
        setState(({ value }) => ({ value, failure: sentenceOf(error) }));
        // It comes by itself when the server is back.
        if (error instanceof Refusal && error.code === 'server-gone')
          timer = window.setTimeout(() => setTurn((n) => n + 1), SERVER_BACK_MS);
      },
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, turn]);
  const reload = useCallback(() => setTurn((n) => n + 1), []);
  const replace = useCallback((value: T) => setState({ value, failure: null }), []);
  return { ...state, reload, replace };
}
