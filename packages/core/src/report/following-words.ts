import type { ScriptFollowing } from '../documents/following.ts';

/** How a take followed its script, in one line: what is told first, before the differences. */
export function followingHeadline({ words, differences }: ScriptFollowing): string {
  if (differences.length === 0) {
    const unsure = words.filter(({ state }) => state === 'unsure').length;
    return unsure === 0 ? 'You said it as it is written.' : 'You followed your script; a few words could not be told.';
  }
  return differences.length === 1 ? 'One thing is not as it is written:' : `${differences.length} things are not as they are written:`;
}
