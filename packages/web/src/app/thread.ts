import { useEffect, useSyncExternalStore } from 'react';
import type { Route } from './route.ts';

/** The script and the take that the person works on, so that every room opens on them. */
export interface Thread {
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
    const { scriptId = null, takeId = null } = JSON.parse(stored()) as Partial<Thread>;
    return { scriptId, takeId };
  } catch {
    return { scriptId: null, takeId: null };
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
    if (route.id === null || route.room === 'start') return;
    change(route.room === 'review' ? { takeId: route.id } : { scriptId: route.id });
  }, [route.room, route.id]);
  return read();
}

/** Lets go of a script or take that was deleted. */
export function forget(id: string): void {
  const { scriptId, takeId } = read();
  change({ scriptId: scriptId === id ? null : scriptId, takeId: takeId === id ? null : takeId });
}
