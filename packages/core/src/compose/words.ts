/** Words of a script as a review counts them: runs between blanks. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** The distinct words of a text, lower case, without marks. */
export function tokenSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []);
}

/** Shared words over all words of two texts (Jaccard), 0..1. */
export function tokenOverlap(a: string, b: string): number {
  const [one, other] = [tokenSet(a), tokenSet(b)];
  const shared = [...one].filter((token) => other.has(token)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 1 : shared / all;
}
