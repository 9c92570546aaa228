import { useEffect, useSyncExternalStore } from 'react';
import type { Route } from './route.ts';

/** The plan, the script and the take that the person works on, so that every room opens on them. */
export interface Thread {
  planId: string | null;
  scriptId: string | null;
  takeId: string | null;
}

const KEY = 'ringback-thread';
const CHANGED = 'ringback-thread-changed';

function stored(): string {
  return sessionStorage.getItem(KEY) ?? '{}';
}

function read(): Thread {
  try {
    const { planId = null, scriptId = null, takeId = null } = JSON.parse(stored()) as Partial<Thread>;
    return { planId, scriptId, takeId };
  } catch {
    return { planId: null, scriptId: null, takeId: null };
  }
}

function change(part: Partial<Thread>): void {
  sessionStorage.setItem(KEY, JSON.stringify({ ...read(), ...part }));
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
}

/** Remembers what the rooms show, for this tab. */
export function useThread(route: Route): Thread {
  useSyncExternalStore(subscribe, stored);
  useEffect(() => {
    if (route.id === null || route.room === 'log' || route.room === 'settings') return;
    if (route.room === 'review') change({ takeId: route.id });
    else if (route.room === 'plan') change({ planId: route.id });
    else change({ scriptId: route.id });
  }, [route.room, route.id]);
  return read();
}

/** The script that the person works on in this tab; null when there is none. */
export const lastScript = (): string | null => read().scriptId;

/** The other rooms go on with the script that this take was spoken from; a take without one has none. */
export function followScript(scriptId: string | null): void {
  if (read().scriptId !== scriptId) change({ scriptId });
}

/** Lets go of a plan, script or take that was deleted. */
export function forget(id: string): void {
  const still = (one: string | null) => (one === id ? null : one);
  const { planId, scriptId, takeId } = read();
  change({ planId: still(planId), scriptId: still(scriptId), takeId: still(takeId) });
}
