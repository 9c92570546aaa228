import type { ScriptFollowing } from '../documents/following.ts';

/** How a take followed its script, in one line: what is told first, before the differences. */
export function followingHeadline({ words, differences, doubts = [] }: ScriptFollowing): string {
  if (differences.length === 0) {
    const unsure = words.filter(({ state }) => state === 'unsure').length;
    if (doubts.length > 0) return 'You followed your script as far as it could be heard:';
    return unsure === 0 ? 'You said it as it is written.' : 'You followed your script; a few words could not be told.';
  }
  return differences.length === 1 ? 'One thing is not as it is written:' : `${differences.length} things are not as they are written:`;
}

/** What is told after the differences, each in a sentence: what is in doubt, and the addresses that were heard as they are written. */
export function followingNotes({ doubts = [], addresses = [] }: ScriptFollowing): string[] {
  const heard = addresses.filter(({ state }) => state === 'said').map(({ address }) => `“${address}” was heard as it is written.`);
  return [...new Set([...doubts.map(({ message }) => message), ...heard])];
}
