import { spokenLength } from '../spoken/length.ts';
import { PAUSE_AFTER } from '../spoken/script-artifacts.ts';

/** Words of a script as a review counts them: runs between blanks. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** Seconds that each of several sentences takes when said, the pause after it included; worked out once a sentence. */
export type Stopwatch = (sentence: string) => number;

/** A stopwatch at a pace in words per minute, for one composition. */
export function stopwatch(pace: number | undefined): Stopwatch {
  const known = new Map<string, number>();
  return (sentence) => {
    const seconds = known.get(sentence) ?? spokenLength(sentence, pace).seconds + PAUSE_AFTER.sentence;
    known.set(sentence, seconds);
    return seconds;
  };
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
