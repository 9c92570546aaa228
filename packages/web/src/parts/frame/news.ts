import { useSyncExternalStore } from 'react';
import { type CommentOnTake, type Me, team } from '../../desk/http/team.ts';
import { useLoaded } from '../../desk/http/use-loaded.ts';

const SEEN = 'ringback-comments-seen';
const LOOKED = 'ringback-comments-looked';

/** Until when this person looked at what was said of their takes, in this browser: ISO 8601, empty for never. */
export function lookedUntil(person: string): string {
  try {
    return localStorage.getItem(`${SEEN} ${person}`) ?? '';
  } catch {
    return '';
  }
}

/** They have looked at all of these. */
export function lookedAt(person: string, comments: readonly CommentOnTake[]): void {
  const newest = [lookedUntil(person), ...comments.map(({ createdAt }) => createdAt)].toSorted().at(-1) ?? '';
  try {
    localStorage.setItem(`${SEEN} ${person}`, newest);
  } catch {
    // A browser without room tells of them again.
  }
  window.dispatchEvent(new Event(LOOKED));
}

/** What others said after this moment. */
export const newerOf = (comments: readonly CommentOnTake[], person: string, since: string): CommentOnTake[] =>
  comments.filter(({ author, createdAt }) => author.id !== person && createdAt > since);

function subscribe(changed: () => void): () => void {
  window.addEventListener(LOOKED, changed);
  return () => window.removeEventListener(LOOKED, changed);
}

/** How many comments on their takes a person has not looked at yet; asked again in every room, `room`. */
export function useNews(me: Me | null, room: string): number {
  const { value } = useLoaded(async () => (me === null ? [] : await team.commentsAbout(me.id)), `news ${me?.id ?? ''} ${room}`);
  const since = useSyncExternalStore(subscribe, () => (me === null ? '' : lookedUntil(me.id)));
  return me === null ? 0 : newerOf(value ?? [], me.id, since).length;
}
