import type { TakeSummary } from '@ringback/core';
import { useEffect } from 'react';
import { api } from './client.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

const LOOK_AGAIN_MS = 2000;
const CHANGED = 'ringback-takes-changed';

/** Lets every list of takes look again. */
export function takesChanged(): void {
  window.dispatchEvent(new Event(CHANGED));
}

/** Takes, newest first: of a script, of all when none is given, none for null. Looked at again while one of them is recorded or heard. */
export function useTakes(scriptId?: string | null): Loaded<TakeSummary[]> {
  const takes = useLoaded(() => (scriptId === null ? Promise.resolve([]) : api.takes(scriptId)), scriptId ?? 'takes');
  const { value, reload } = takes;
  useEffect(() => {
    if (!value?.some(({ state }) => state === 'recording' || state === 'hearing')) return;
    const timer = setTimeout(reload, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [value, reload]);
  useEffect(() => {
    window.addEventListener(CHANGED, reload);
    return () => window.removeEventListener(CHANGED, reload);
  }, [reload]);
  return takes;
}
