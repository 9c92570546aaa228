import { isPersonsName } from '../brief/typed/names-in-text.ts';
import type { CharRange } from '../documents/span.ts';

/** A name with its title, a name that is called, a full name. */
const TITLED = /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sister|Father)\.? (\p{Lu}[\p{L}’'-]+)/gu;
const CALLED = /(?:^|[,;] )(\p{Lu}\p{Ll}+)(?=[,;.!?]|$)/gu;
const FULL = /\b(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)\b/gu;
/** What the two did, in words that no praise is made of. */
const TIES =
  /\b(?:I|we)(?:['’]ve| have| had)? (?:read|had|met|saw|seen|spoke|talked|worked|attended|bought|got|received|studied|sat|wrote)\b[^,.;:!?]*\b(?:you|your|yours)\b|\byou (?:showed|told|gave|sent|asked|offered|promised|taught|ordered|bought|wrote|signed) (?:me|us)\b|\bI (?:am|['’]m) (?:of|from|in|at) your\b/iu;
const LAVISH = /\b(?:every|everything|all of|so much|so many|always|ever|endless\w*|word)\b/i;
/** A date. */
const DATED =
  /\b(?:by|before|until|after|on) (?:\p{Lu}\p{L}*day|noon|midnight|tomorrow|tonight|the \d{1,2}(?:st|nd|rd|th)|\p{Lu}\p{L}+ \d{1,2})\b/gu;

/** Whether a cut would take away what is said nowhere else: a name, what ties the two, a date. */
export function takesAway(text: string, { charStart, charEnd }: CharRange): boolean {
  const cut = text.slice(charStart, charEnd);
  const rest = text.slice(0, charStart) + text.slice(charEnd);
  const isGone = (words: string | undefined) => words !== undefined && !rest.includes(words);
  const names = [
    ...[...cut.matchAll(TITLED)].map(([, name]) => name),
    ...[...cut.matchAll(CALLED), ...cut.matchAll(FULL)].map(([, name]) => name).filter((name) => name && isPersonsName(name)),
  ];
  return names.some(isGone) || (TIES.test(cut) && !LAVISH.test(cut)) || [...cut.matchAll(DATED)].some(([date]) => isGone(date));
}
