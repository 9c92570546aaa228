import type { Token } from '../spoken-numbers/tokens.ts';
import { SURENESS } from './local-part.ts';
import { isLetterToken } from './pieces.ts';

/** Words between an address and its spelling: "that's", "spelled", "as in". */
const INTRODUCTIONS: ReadonlySet<string> = new Set([
  'thats',
  'that',
  'is',
  'its',
  'spelled',
  'spelt',
  'with',
  'i',
  'spell',
  'ill',
  'it',
  'so',
]);
const MAX_INTRODUCTION = 5;
/** A spelling that differs in more letters than this spells something else. House rule. */
const MAX_DIFFERENCE = 2;
const MAX_LETTERS = 30;

/** "gym at example dot com, that's j-i-m": the name as spelled after the address; null when nothing like it is spelled there. */
export function spelledAfter(tokens: readonly Token[], from: number, name: string): { text: string; confidence: number } | null {
  let index = from;
  for (let words = 0; index < tokens.length && words <= MAX_INTRODUCTION; index += 1) {
    const token = tokens[index];
    if (!token) return null;
    if (token.kind === 'mark' && ',.:-'.includes(token.text)) continue;
    if (isLetterToken(token) && isLetterToken(tokens[nextLetter(tokens, index)])) break;
    if (!INTRODUCTIONS.has(token.text)) return null;
    words += 1;
  }
  let text = '';
  for (; isLetterToken(tokens[index]) && text.length < MAX_LETTERS; index = nextLetter(tokens, index)) text += tokens[index]?.text ?? '';
  if (text.length < 2 || Math.abs(text.length - name.length) > MAX_DIFFERENCE || editDistance(text, name) > MAX_DIFFERENCE) return null;
  return { text, confidence: SURENESS.spelled };
}

function nextLetter(tokens: readonly Token[], index: number): number {
  const next = tokens[index + 1];
  return next?.kind === 'mark' && '-.,'.includes(next.text) ? index + 2 : index + 1;
}

/** Levenshtein distance of two short names. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
