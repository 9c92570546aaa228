import type { CharRange } from '../../documents/span.ts';

/** One piece of text: a word of letters, a row of digits, or a mark (punctuation and signs; a row of equal marks is one token). */
export interface Token extends CharRange {
  kind: 'word' | 'digits' | 'mark';
  /** Words in lower case without apostrophes ("thats"); dashes of every sort as "-"; marks that mean nothing here as "\u0000". */
  text: string;
  /** Whether white space (or the start of the text) comes before. */
  spaced: boolean;
}

const MARKS = '-.,()+/:;!?$£€₹#@&%_*="[]<>~\\|\'';
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFF0D]/;

type CharClass = 'letter' | 'digit' | 'space' | 'mark';

function isLetterCode(code: number): boolean {
  if (code < 0x80) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  // Letters of the scripts below the punctuation block and above the symbol blocks; emoji and controls are marks.
  return (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) || (code >= 0x2c00 && code < 0xd800) || code === 0xaa;
}

function classOf(code: number): CharClass {
  if (code >= 48 && code <= 57) return 'digit';
  if (isLetterCode(code)) return 'letter';
  if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x3000)
    return 'space';
  return 'mark';
}

function markText(character: string): string {
  if (MARKS.includes(character)) return character;
  return DASHES.test(character) ? '-' : '\u0000';
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;

function endOfWord(text: string, from: number): number {
  let end = from + 1;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (isLetterCode(code)) continue;
    if (isApostrophe(code) && end + 1 < text.length && isLetterCode(text.charCodeAt(end + 1))) continue;
    break;
  }
  return end;
}

function endOfDigits(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && classOf(text.charCodeAt(end)) === 'digit') end += 1;
  return end;
}

function endOfMarks(text: string, from: number, mark: string): number {
  let end = from + 1;
  while (end < text.length && classOf(text.charCodeAt(end)) === 'mark' && markText(text.charAt(end)) === mark) end += 1;
  return end;
}

/** Longest word worth spelling out in lower case; longer ones are never numbers or connecting words. */
const LONGEST_WORD = 40;

/** Splits a text into tokens, in one pass and in time linear in its length. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let spaced = true;
  for (let start = 0; start < text.length; ) {
    const charClass = classOf(text.charCodeAt(start));
    if (charClass === 'space') {
      // A line break ends a line of text as a full stop would.
      if (text.charCodeAt(start) === 10 && tokens.length > 0) {
        if (tokens[tokens.length - 1]?.text !== '\n')
          tokens.push({ kind: 'mark', text: '\n', charStart: start, charEnd: start + 1, spaced: true });
      }
      spaced = true;
      start += 1;
      continue;
    }
    const token = tokenAt(text, start, charClass, spaced);
    tokens.push(token);
    spaced = false;
    start = token.charEnd;
  }
  return tokens;
}

function tokenAt(text: string, start: number, charClass: CharClass, spaced: boolean): Token {
  if (charClass === 'letter') {
    const end = endOfWord(text, start);
    const word = end - start > LONGEST_WORD ? '' : text.slice(start, end).toLowerCase().replace(/['’]/g, '');
    return { kind: 'word', text: word, charStart: start, charEnd: end, spaced };
  }
  if (charClass === 'digit') {
    const end = endOfDigits(text, start);
    return { kind: 'digits', text: end - start > LONGEST_WORD ? '' : text.slice(start, end), charStart: start, charEnd: end, spaced };
  }
  const mark = markText(text.charAt(start));
  return { kind: 'mark', text: mark, charStart: start, charEnd: endOfMarks(text, start, mark), spaced };
}
