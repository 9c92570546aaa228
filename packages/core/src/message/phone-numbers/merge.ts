import type { PhoneMention, PhoneNumber } from '../../documents/message.ts';
import type { Token } from '../spoken-numbers/tokens.ts';
import type { Extension } from './atom.ts';
import type { Reading } from './reading.ts';

/** A phone number each time it was said. */
export interface SaidNumber {
  reading: Reading;
  confidence: number;
  mention: PhoneMention;
  tokenStart: number;
  tokenEnd: number;
}

/** How far from a number its extension may be said, in tokens: "… 0142 and my extension is 12". House rule. */
const EXTENSION_REACH = 7;

/** Fewest digits that count as saying the number again when they are its end. */
const MIN_REPEATED_DIGITS = 6;

interface Merged extends PhoneNumber {
  lastToken: number;
}

/** Joins what is the same number: said again whole, in another form, or without its area code. */
export function mergeMentions(said: readonly SaidNumber[], extensions: readonly Extension[], tokens: readonly Token[]): PhoneNumber[] {
  const merged: Merged[] = [];
  for (const { reading, confidence, mention, tokenEnd } of said) {
    const known = merged.find((number) => isSame(number, reading));
    if (!known) {
      merged.push({ e164: reading.e164, digits: reading.digits, mentions: [mention], confidence, lastToken: tokenEnd });
      continue;
    }
    known.mentions.push(mention);
    known.confidence = Math.max(known.confidence, confidence);
    if (known.e164 === null && reading.e164 !== null) {
      known.e164 = reading.e164;
      known.digits = reading.digits;
    }
  }
  attachExtensions(merged, said, extensions, tokens);
  return merged.map(({ lastToken: _, ...number }) => number);
}

function isSame(number: PhoneNumber, reading: Reading): boolean {
  if (number.e164 !== null && reading.e164 !== null) return number.e164 === reading.e164;
  const [shorter, longer] =
    number.digits.length < reading.digits.length ? [number.digits, reading.digits] : [reading.digits, number.digits];
  return shorter.length >= MIN_REPEATED_DIGITS && longer.endsWith(shorter);
}

/** Gives each extension to the number said just before it, or else to the one right after. */
function attachExtensions(
  merged: readonly Merged[],
  said: readonly SaidNumber[],
  extensions: readonly Extension[],
  tokens: readonly Token[],
) {
  for (const extension of extensions) {
    const before = said.findLast(({ tokenEnd }) => tokenEnd <= extension.tokenStart);
    const after = said.find(({ tokenStart }) => tokenStart >= extension.tokenEnd);
    const isNear = (from: number, to: number) =>
      tokens.slice(from, Math.min(to, from + EXTENSION_REACH * 2)).filter((token) => token.kind === 'word').length < EXTENSION_REACH &&
      to - from < EXTENSION_REACH * 2;
    const owner =
      before && isNear(before.tokenEnd, extension.tokenStart)
        ? before
        : after && isNear(extension.tokenEnd, after.tokenStart)
          ? after
          : undefined;
    const number = owner && merged.find((candidate) => candidate.mentions.includes(owner.mention));
    if (!number) continue;
    const all = [...(number.extensions ?? (number.extension === undefined ? [] : [number.extension])), extension.digits];
    const different = [...new Set(all)];
    number.extension = different[0] ?? extension.digits;
    if (different.length > 1) number.extensions = different;
  }
}
