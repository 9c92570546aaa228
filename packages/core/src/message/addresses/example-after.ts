import type { Token } from '../spoken-numbers/tokens.ts';
import { pieceEndingAt } from './pieces.ts';

/** What a pattern of addresses ends with before its "at": "first name dot last name at …". */
const LAST_NAME: readonly (readonly string[])[] = [['last', 'name'], ['second', 'name'], ['family', 'name'], ['lastname'], ['surname']];

/** Words between a pattern and the example of it. */
const INTRODUCTIONS: ReadonlySet<string> = new Set('so thats that is its for me mine in my case would be i am im which'.split(' '));
const MAX_INTRODUCTION = 5;
const MAX_PATTERN = 8;

/** "first name dot last name at example dot com, so priya dot nair": from the pattern's first token to behind the example's last. */
export interface Example {
  text: string;
  start: number;
  end: number;
}

/** The name said for a pattern of addresses whose "at" is token `anchor` and whose domain ends before `from`; null where there is none. */
export function exampleAfter(tokens: readonly Token[], anchor: number, from: number): Example | null {
  if (!LAST_NAME.some((words) => words.every((word, i) => tokens[anchor - words.length + i]?.text === word))) return null;
  let start = anchor;
  while (anchor - start < MAX_PATTERN && tokens[start]?.text !== 'first') start -= 1;
  if (tokens[start]?.text !== 'first') return null;
  let index = from;
  for (let words = 0; words < MAX_INTRODUCTION; index += 1) {
    const token = tokens[index];
    if (token?.kind === 'mark') continue;
    if (token === undefined || !INTRODUCTIONS.has(token.text)) break;
    words += 1;
  }
  const { text, end } = nameFrom(tokens, index);
  // With an "at" of its own it is an address by itself.
  return text === '' || ['at', '@'].includes(tokens[end]?.text ?? '') ? null : { text, start, end };
}

/** "priya dot nair": words with a separator between each two; empty for a single word. */
function nameFrom(tokens: readonly Token[], from: number): { text: string; end: number } {
  let text = '';
  let end = from;
  let parts = 0;
  for (let index = from; ; index += 1) {
    const word = pieceEndingAt(tokens, index);
    if (word === null || word.start !== index || !['word', 'letter'].includes(word.kind)) break;
    text += word.text;
    end = index + 1;
    parts += 1;
    const separator = pieceEndingAt(tokens, end);
    if (separator?.kind !== 'separator' || separator.start !== end) break;
    const next = pieceEndingAt(tokens, end + 1);
    if (next?.kind !== 'word' && next?.kind !== 'letter') break;
    text += separator.text;
    index += 1;
  }
  return parts > 1 ? { text, end } : { text: '', end };
}
