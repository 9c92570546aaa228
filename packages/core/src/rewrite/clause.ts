import type { CharRange } from '../documents/span.ts';

/** A sentence without the name it begins with, which stays: "Mr. Crandall, please forgive my very rude call." */
export function afterVocative(text: string, home: CharRange): CharRange {
  const name = VOCATIVE.exec(text.slice(home.charStart, home.charEnd))?.[0].trimEnd();
  return name ? { charStart: home.charStart + name.length - 1, charEnd: home.charEnd - 1 } : home;
}
const VOCATIVE =
  /^(?:(?:Dear|Hi|Hello|Hey|Good (?:morning|afternoon|evening)),? )?(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Madam)\.?(?: \p{Lu}[\p{L}’'-]+)+[,:]\s*/u;

/** Words before praise that are worth a sentence of their own: a clause, or a name that is called. */
export const saysFirst = (head: string) =>
  head.trim().split(/\s+/).filter(Boolean).length >= FEWEST_HEAD_WORDS || /^\p{Lu}.*[,:]\s*$/u.test(head);
/** House rule. */
const FEWEST_HEAD_WORDS = 4;

/** Where a clause begins and ends: a comma, a dash, or the end of a sentence that goes on in small letters. */
const EDGE = /[,;:–—]|(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr))[.!?](?=\s|$)/g;
const isStop = (mark: string) => /[.!?]/.test(mark);

/** The clause around the words, with the comma before it, or where it opens a sentence the one after it. */
export function clauseAround(text: string, range: CharRange, home: CharRange | undefined): CharRange {
  const from = home?.charStart ?? 0;
  const to = home?.charEnd ?? text.length;
  const before = [...text.slice(from, range.charStart).matchAll(EDGE)].at(-1);
  const after = [...text.slice(range.charEnd - 1, to).matchAll(EDGE)][0];
  const opens = before === undefined || isStop(before[0]);
  const charStart = before ? from + before.index + (opens ? 1 : 0) : from;
  const end = after ? range.charEnd - 1 + after.index + (opens ? 1 : 0) : to;
  return { charStart, charEnd: Math.max(end, charStart) };
}

/** Whether a cut leaves nothing of a sentence but its mark. */
export const isWhole = (text: string, cut: CharRange, home: CharRange) =>
  !/[\p{L}\p{N}]/u.test(text.slice(home.charStart, Math.max(home.charStart, cut.charStart)) + text.slice(cut.charEnd, home.charEnd));
