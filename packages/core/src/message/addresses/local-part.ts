import type { Token } from '../spoken-numbers/tokens.ts';
import { isLetterToken, isNatoWord, type Piece, pieceEndingAt } from './pieces.ts';

/** The part before the "@". */
export interface LocalPart {
  text: string;
  /** First token. */
  start: number;
  /** 0..1: how sure a listener could be. */
  confidence: number;
}

/** House rules: how sure a careful listener is of a name said as a word, spelled out, or said as several words. */
export const SURENESS = { written: 1, spelled: 0.95, word: 0.85, joined: 0.55, guessed: 0.6 } as const;

/** Longest local part of RFC 5321 is 64; nobody says more pieces than this. */
const MAX_PIECES = 40;

/** Words that go before "at" without being a mailbox: who is to be reached, or how. */
const NO_MAILBOX: ReadonlySet<string> = new Set(
  `me us him her them you it that this is are be am was were i we he she they find found reach visit look online site website webpage web
  calendar book booking form link links more here there up out email emails mail write message address see read apply sign register available
  back on or and all not only always even still just anytime day night time everyone someone one in to go going head over down right live work
  works working worked meet meeting arrive arriving start starts starting open opens again up-to-date details everything anything something
  page store shop office them directly please im ive ill id youre theyre name surname`
    .trim()
    .split(/\s+/),
);

/** Words after which a whole address is said, so that several words in a row may be one mailbox. */
const ANNOUNCING: ReadonlySet<string> = new Set(['is', 'its', 'thats', 'at', 'to', 'address', 'email', 'mail', 'on', 'it']);

/** Names of letters in a row that are surely letters: fewer may be a name ("mike romeo"). House rule. */
const FEWEST_NATO = 3;

/** "bravo alpha romeo at": a mailbox spelled in the NATO alphabet. */
function natoBefore(tokens: readonly Token[], last: number): LocalPart | null {
  let start = last;
  while (isNatoWord(tokens[start - 1]?.text ?? '')) start -= 1;
  if (last - start < FEWEST_NATO) return null;
  const text = tokens.slice(start, last).map((token) => token.text.charAt(0));
  return { text: text.join(''), start, confidence: SURENESS.spelled };
}

/** Reads the local part that ends right before token `anchor` ("at" or "@"); null when what stands there is no mailbox. */
export function localPartBefore(tokens: readonly Token[], anchor: number, written: boolean): LocalPart | null {
  const oneWord = endOfOneWordNote(tokens, anchor);
  const last = skipComma(tokens, oneWord);
  const nato = written ? null : natoBefore(tokens, last);
  if (nato) return nato;
  const pieces: Piece[] = [];
  let index = last - 1;
  while (pieces.length < MAX_PIECES) {
    const piece = pieceEndingAt(tokens, index);
    if (!piece || !belongs(piece, pieces[0], tokens, written)) break;
    pieces.unshift(piece);
    index = piece.start - 1;
    index = skipLetterMark(tokens, index, piece);
  }
  while (pieces[0]?.kind === 'separator') pieces.shift();
  const first = pieces[0];
  if (!first || !pieces.some(({ kind }) => kind === 'word' || kind === 'letter')) return null;
  return assemble(tokens, pieces, written, oneWord < anchor);
}

/** Whether a piece can stand before what is already taken. */
function belongs(piece: Piece, next: Piece | undefined, tokens: readonly Token[], written: boolean): boolean {
  if (!next) {
    // "jim dot day at": behind a separator any word is part of the mailbox.
    const isAlone = pieceEndingAt(tokens, piece.start - 1)?.kind !== 'separator';
    return piece.kind !== 'separator' && !(piece.kind === 'word' && !written && isAlone && NO_MAILBOX.has(piece.text));
  }
  if (written && tokens[next.start]?.spaced) return false;
  if (piece.kind === 'separator') return next.kind !== 'separator';
  if (next.kind === 'separator') return true;
  if (next.kind === 'letter') return piece.kind === 'letter' || (piece.kind === 'word' && isNatoWord(piece.text) && isNatoWord(next.text));
  if (next.kind === 'digits') return piece.kind === 'digits' || piece.kind === 'letter' || !NO_MAILBOX.has(piece.text);
  // A word before a word is looked at when all is read.
  // An initial goes with the name after it ("j reed"); "a" and "I" alone are words.
  return piece.kind === 'letter' && (!'ai'.includes(piece.text) || isLetterToken(tokens[piece.start - 1]));
}

/** "j-i-m", "J. I. M.": marks between spelled letters are no part of the address. */
function skipLetterMark(tokens: readonly Token[], index: number, piece: Piece): number {
  const mark = tokens[index];
  if (piece.kind !== 'letter' || mark?.kind !== 'mark' || !'-.,'.includes(mark.text)) return index;
  const before = pieceEndingAt(tokens, index - 1);
  return before?.kind === 'letter' ? index - 1 : index;
}

/** A comma before "at", or the dot of the last spelled letter ("J. I. M. at"). */
function skipComma(tokens: readonly Token[], anchor: number): number {
  const mark = tokens[anchor - 1]?.text;
  return mark === ',' || (mark === '.' && isLetterToken(tokens[anchor - 2])) ? anchor - 1 : anchor;
}

/** "jim reed, all one word, at …": the place before the note, or the anchor when there is none. */
function endOfOneWordNote(tokens: readonly Token[], anchor: number): number {
  const last = skipComma(tokens, anchor);
  const isNote = tokens[last - 1]?.text === 'word' && tokens[last - 2]?.text === 'one';
  if (!isNote) return anchor;
  return tokens[last - 3]?.text === 'all' || tokens[last - 3]?.text === 'as' ? last - 3 : last - 2;
}

function assemble(tokens: readonly Token[], pieces: readonly Piece[], written: boolean, oneWord: boolean): LocalPart {
  const text = pieces.map((piece) => piece.text).join('');
  const start = pieces[0]?.start ?? 0;
  if (written) return { text, start, confidence: SURENESS.written };
  if (pieces.every(({ kind }) => kind === 'letter')) return spelled(tokens, text, start);
  const confidence = pieces.some(({ kind }) => kind === 'word') ? SURENESS.word : SURENESS.spelled;
  return pieces[0]?.kind === 'word' ? withWordsBefore(tokens, { text, start, confidence }, oneWord) : { text, start, confidence };
}

/** "jim, j-i-m": the word before the letters says the same, and is quoted with them. "jim b" goes together. */
function spelled(tokens: readonly Token[], text: string, start: number): LocalPart {
  const before = tokens[start - 1]?.text === ',' ? start - 2 : start - 1;
  const word = tokens[before];
  if (text.length > 1 || word?.kind !== 'word' || before !== start - 1 || NO_MAILBOX.has(word.text) || ANNOUNCING.has(word.text))
    return { text, start, confidence: SURENESS.spelled };
  return { text: word.text + text, start: before, confidence: SURENESS.joined };
}

/** Most words that together are one mailbox ("jim reed at"), when an address is announced or said to be one word. House rule. */
const MAX_JOINED_WORDS = 3;

/** Words that lead to an address said right behind them, beside those that announce one. */
const LEADING: ReadonlySet<string> = new Set([
  'write',
  'me',
  'us',
  'mine',
  'reach',
  'drop',
  'ping',
  'and',
  'or',
  'so',
  'okay',
  'um',
  'uh',
  'er',
  'again',
]);

/**
 * Whether a word before "at" and a written host is a mailbox ("mail todd at example.com") and no thing found there ("a star rating at
 * example.com"): an address is announced, or begins a clause.
 */
export function isLedTo(tokens: readonly Token[], start: number): boolean {
  const before = tokens[start - 1];
  return before === undefined || before.kind === 'mark' || ANNOUNCING.has(before.text) || LEADING.has(before.text);
}

function withWordsBefore(tokens: readonly Token[], part: LocalPart, oneWord: boolean): LocalPart {
  let text = part.text;
  let start = part.start;
  for (let count = 1; count < MAX_JOINED_WORDS; count += 1) {
    const word = tokens[start - 1];
    if (word?.kind !== 'word' || NO_MAILBOX.has(word.text) || ANNOUNCING.has(word.text) || word.text === '') break;
    text = word.text + text;
    start -= 1;
  }
  const announced = ANNOUNCING.has(tokens[start - 1]?.text ?? '') || tokens[start - 1]?.text === ':';
  return start < part.start && (announced || oneWord) ? { text, start, confidence: oneWord ? SURENESS.word : SURENESS.joined } : part;
}
