import type { Register } from '../../brief/brief.ts';

/** A source of choices in [0, 1): given in, so that the same seed gives the same script. */
export type Random = () => number;

/** A small seeded generator (mulberry32): good enough to vary wording, the same everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What a casual or plain speaker runs together. */
const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(I) am\b/g, "$1'm"],
  [/(?<!\band )\b(I|You|We|you|we) have\b(?= (?:both|also|just|worked|studied|met|spoken|been)\b)/g, "$1've"],
  [/\b(We|You|we|you|They|they) are\b/g, "$1're"],
  [/\b(It|That|What|it|that|what|Here|here) is\b(?! the$)/g, "$1's"],
  [/\b(I|You|We|you|we) would\b/g, "$1'd"],
  [/\b(I|You|We|you|we|That|that|It|it) will\b/g, "$1'll"],
  [/\bdo not\b/g, "don't"],
  [/\bcannot\b/g, "can't"],
];

/** Runs our own words together as the register does; never to be used on the person's own words. */
export function contract(phrase: string, register: Register): string {
  if (register === 'formal') return phrase;
  return CONTRACTIONS.reduce((text, [long, short]) => text.replace(long, short), phrase);
}

/** The possessive: "Dana's", "the Joneses'". */
export function possessive(name: string): string {
  return /(?:ses|xes|zes)$/i.test(name) ? `${name}'` : `${name}'s`;
}

/** A sentence: first letter upper case, one closing mark. */
export function sentence(text: string, mark: '.' | '?' | '!' = '.'): string {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  const opened = trimmed.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return /[.?!]$/.test(opened) ? opened : `${opened.replace(/[,;:\u2013-]+$/, '')}${mark}`;
}

/** Joins the parts that are there with blanks. */
export function words(...parts: (string | undefined | false)[]): string {
  return parts.filter(Boolean).join(' ');
}

/** A template whose own words are contracted as the register does, and whose values, the person's words, are left as they are. */
export type Say = (own: TemplateStringsArray, ...values: (string | undefined | false)[]) => string;

/** The speaker of one register: `say\`I am calling about ${topic}\`` is "I'm calling about ..." in plain speech. */
export function speaker(register: Register): Say {
  return (own, ...values) =>
    own
      .map((literal, index) => contract(literal, register) + (values[index] || ''))
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
}
