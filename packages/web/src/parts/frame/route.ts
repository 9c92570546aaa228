import { useEffect, useRef, useSyncExternalStore } from 'react';
import { here } from '../../desk/place.ts';

/** The rooms in the order of the work. */
export const ROOMS = ['plan', 'script', 'rehearse', 'review', 'compare', 'log'] as const;

/** The rooms beside the work. */
const BESIDE = ['team', 'settings'] as const;

/** One of {@link ROOMS}, which stand in the navigation, or one beside them. */
export type Room = (typeof ROOMS)[number] | (typeof BESIDE)[number];

/** Where the person is: a room and the plan, script, take, call or person it shows, the start, or an address that leads nowhere. */
export interface Route {
  room: Room | 'start' | 'unknown';
  id: string | null;
}

const MOMENT = 'at';
const MOVED = 'ringback-moved';
const LEAVING = 'ringback-leaving';
/** The id of who was alone before there was a team. */
const FIRST_OWNER = 'me';
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads an address such as "/review/0f8f…". */
export function routeOf(path: string): Route {
  const { root } = here();
  const [room = '', id = '', ...rest] = path.startsWith(root) ? path.slice(root.length).split('/') : [path];
  if (room === '' && id === '') return { room: 'start', id: null };
  const known = [...ROOMS, ...BESIDE].find((name) => name === room);
  const leads = known !== undefined && rest.join('') === '' && (id === '' || ID.test(id) || (known === 'team' && id === FIRST_OWNER));
  return leads ? { room: known, id: id || null } : { room: 'unknown', id: null };
}

/** The address of a room. */
export function pathTo(room: Room | 'start', id?: string | null): string {
  const { root } = here();
  if (room === 'start') return root;
  return id ? `${root}${room}/${id}` : `${root}${room}`;
}

/** What is known of the place one goes to: `fresh` when it is a script that was only just begun. */
interface Going {
  replace?: boolean;
  fresh?: boolean;
  /** Seconds of the take that are looked at first. */
  atSec?: number | null | undefined;
}

/** Goes to a room without loading the page again; a room where something would be lost asks first. */
export function goTo(room: Room | 'start', id?: string | null, { replace = false, fresh = false, atSec = null }: Going = {}): void {
  mayLeave(() => {
    const path = pathTo(room, id) + (atSec === null ? '' : `?${MOMENT}=${atSec.toFixed(1)}`);
    const state = fresh ? { fresh } : null;
    if (replace) history.replaceState(state, '', path);
    else {
      history.pushState(state, '', path);
      // The browser would do this for a page of its own; where one was in the room before means nothing here.
      window.scrollTo(0, 0);
    }
    window.dispatchEvent(new Event(MOVED));
  });
}

/** Seconds of the take that the address asks to look at; null where it asks for none. */
export function momentAsked(): number | null {
  const asked = Number(new URLSearchParams(location.search).get(MOMENT) ?? Number.NaN);
  return asked >= 0 ? asked : null;
}

/** Begins a script that nobody knows yet. */
export function beginScript(going: Pick<Going, 'replace'> = {}): void {
  goTo('script', crypto.randomUUID(), { ...going, fresh: true });
}

/** Begins a plan, or opens the one given. */
export function beginPlan({ replace = false, id = null }: Pick<Going, 'replace'> & { id?: string | null } = {}): void {
  goTo('plan', id ?? crypto.randomUUID(), { replace, fresh: id === null });
}

/** Whether the place the person is at was begun here and is not known to the server. */
export function isFresh(): boolean {
  return (history.state as { fresh?: boolean } | null)?.fresh === true;
}

/** Goes at once, or leaves it to the room that asks first. Returns whether it went. */
function mayLeave(go: () => void): boolean {
  const goes = window.dispatchEvent(new CustomEvent(LEAVING, { cancelable: true, detail: go }));
  if (goes) go();
  return goes;
}

/** While `active`, whoever would leave the room is asked; `ask` gets what leads on to where they wanted. */
export function useAskBeforeLeaving(active: boolean, ask: (go: () => void) => void): void {
  const asking = useRef(ask);
  asking.current = ask;
  useEffect(() => {
    if (!active) return;
    const hold = (event: Event) => {
      event.preventDefault();
      asking.current((event as CustomEvent<() => void>).detail);
    };
    window.addEventListener(LEAVING, hold);
    return () => window.removeEventListener(LEAVING, hold);
  }, [active]);
}

function subscribe(changed: () => void): () => void {
  let path = location.pathname;
  const moved = () => {
    path = location.pathname;
    changed();
  };
  // The browser's own "back" has already gone: who is asked first is brought back to where they are.
  const went = () => {
    const [wanted, state] = [location.pathname, history.state as unknown];
    const goOn = () => {
      if (location.pathname !== wanted) history.pushState(state, '', wanted);
      moved();
    };
    if (!mayLeave(goOn)) history.pushState(null, '', path);
  };
  window.addEventListener('popstate', went);
  window.addEventListener(MOVED, moved);
  return () => {
    window.removeEventListener('popstate', went);
    window.removeEventListener(MOVED, moved);
  };
}

/** The route now; renders again when it changes. */
export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  return routeOf(path);
}
