import { useEffect, useState } from 'react';
import type { Route } from './route.ts';

/** The script and the take that the person works on, so that every room opens on them. */
export interface Thread {
  scriptId: string | null;
  takeId: string | null;
}

const KEY = 'ringback-thread';

function read(): Thread {
  try {
    const { scriptId = null, takeId = null } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Thread>;
    return { scriptId, takeId };
  } catch {
    return { scriptId: null, takeId: null };
  }
}

/** Remembers what the rooms show, for this tab. */
export function useThread(route: Route): Thread {
  const [thread, setThread] = useState(read);
  useEffect(() => {
    if (route.id === null || route.room === 'start') return;
    const change = route.room === 'review' ? { takeId: route.id } : { scriptId: route.id };
    setThread((before) => {
      const after = { ...before, ...change };
      sessionStorage.setItem(KEY, JSON.stringify(after));
      return after;
    });
  }, [route.room, route.id]);
  return thread;
}

/** Lets go of a script or take that was deleted. */
export function forget(id: string): void {
  const { scriptId, takeId } = read();
  sessionStorage.setItem(KEY, JSON.stringify({ scriptId: scriptId === id ? null : scriptId, takeId: takeId === id ? null : takeId }));
}
