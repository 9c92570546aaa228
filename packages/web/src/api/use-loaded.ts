import { useCallback, useEffect, useState } from 'react';
import { sentenceOf } from './problem.ts';

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
    load().then(
      (value) => current && setState({ value, failure: null }),
      (error: unknown) => current && setState(({ value }) => ({ value, failure: sentenceOf(error) })),
    );
    return () => {
      current = false;
    };
  }, [key, turn]);
  const reload = useCallback(() => setTurn((n) => n + 1), []);
  const replace = useCallback((value: T) => setState({ value, failure: null }), []);
  return { ...state, reload, replace };
}
