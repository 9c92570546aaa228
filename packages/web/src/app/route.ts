import { useSyncExternalStore } from 'react';

/** The rooms in the order of the work. */
export const ROOMS = ['plan', 'script', 'rehearse', 'review', 'compare'] as const;

/** One of {@link ROOMS}. */
export type Room = (typeof ROOMS)[number];

/** Where the person is: a room and the script or take it shows, or the start. */
export interface Route {
  room: Room | 'start';
  id: string | null;
}

const MOVED = 'ringback-moved';

/** Reads an address such as "/review/0f8f…". */
export function routeOf(path: string): Route {
  const [, room = '', id = ''] = path.split('/');
  const known = ROOMS.find((name) => name === room);
  return { room: known ?? 'start', id: id || null };
}

/** The address of a room. */
export function pathTo(room: Room | 'start', id?: string | null): string {
  if (room === 'start') return '/';
  return id ? `/${room}/${id}` : `/${room}`;
}

/** Goes to a room without loading the page again. */
export function goTo(room: Room | 'start', id?: string | null, { replace = false } = {}): void {
  const path = pathTo(room, id);
  if (replace) history.replaceState(null, '', path);
  else {
    history.pushState(null, '', path);
    // The browser would do this for a page of its own; where one was in the room before means nothing here.
    window.scrollTo(0, 0);
  }
  window.dispatchEvent(new Event(MOVED));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('popstate', changed);
  window.addEventListener(MOVED, changed);
  return () => {
    window.removeEventListener('popstate', changed);
    window.removeEventListener(MOVED, changed);
  };
}

/** The route now; renders again when it changes. */
export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  return routeOf(path);
}
