import type { PhoneMention } from '../../documents/message.ts';
import type { TimedDigit, Transcript, Word } from '../../documents/transcript.ts';
import { firstWordEndingAfter, quoteAt } from '../quote.ts';
import type { Atom } from './atom.ts';

/** The mention that spans the atoms, with the time of every digit where all are known. */
export function mentionOf(transcript: Transcript, atoms: readonly Atom[]): PhoneMention {
  const first = atoms[0];
  const last = atoms.at(-1);
  if (!first || !last) return quoteAt(transcript, 0, 0);
  const charStart = first.bracketed ? openBracket(transcript.text, first.charStart) : first.charStart;
  const mention: PhoneMention = quoteAt(transcript, charStart, last.charEnd);
  const digits: TimedDigit[] = [];
  for (const atom of atoms) {
    const timed = timedDigits(transcript.words, atom);
    if (!timed) return mention;
    digits.push(...timed);
  }
  return { ...mention, digits };
}

function openBracket(text: string, charStart: number): number {
  const at = text.lastIndexOf('(', charStart);
  return at >= 0 && text.slice(at + 1, charStart).trim() === '' ? at : charStart;
}

/** Times of one atom's digits: each its own where known, else the words' span shared out evenly; null when nobody knows. */
function timedDigits(words: readonly Word[], atom: Atom): TimedDigit[] | null {
  const index = firstWordEndingAfter(words, atom.charStart);
  const first = words[index];
  if (!first || first.charStart >= atom.charEnd) return null;
  if (atom.style !== 'spoken') return writtenTimes(words, index, atom);
  const lastIndex = firstWordEndingAfter(words, atom.charEnd - 1);
  return share(atom.digits, first.start, words[lastIndex]?.end ?? first.end);
}

function share(digits: string, start: number, end: number): TimedDigit[] | null {
  if (!Number.isFinite(start) || !Number.isFinite(end)) return null;
  const step = (end - start) / digits.length;
  return [...digits].map((digit, index) => ({ digit, start: start + index * step, end: start + (index + 1) * step }));
}

/** Written digits take the times the recogniser gave each of them; a digit that is a word of its own takes the word's. */
function writtenTimes(words: readonly Word[], firstIndex: number, atom: Atom): TimedDigit[] | null {
  const timed: TimedDigit[] = [];
  for (let index = firstIndex; (words[index]?.charStart ?? Number.POSITIVE_INFINITY) < atom.charEnd; index += 1) {
    const word = words[index];
    if (!word) break;
    const ordinals = digitOrdinals(word, atom);
    const count = countDigits(word.text);
    for (const ordinal of ordinals) {
      const known = word.digits?.length === count ? word.digits[ordinal] : undefined;
      if (known) timed.push(known);
      else if (count === 1 && Number.isFinite(word.start))
        timed.push({ digit: atom.digits[timed.length] ?? '', start: word.start, end: word.end });
      else return null;
    }
  }
  return timed.length === atom.digits.length ? timed : null;
}

/** Which of the word's digits (0 for its first) lie inside the atom. */
function digitOrdinals(word: Word, atom: Atom): number[] {
  const ordinals: number[] = [];
  let ordinal = 0;
  for (let offset = 0; offset < word.text.length; offset += 1) {
    if (!isDigit(word.text, offset)) continue;
    const at = word.charStart + offset;
    if (at >= atom.charStart && at < atom.charEnd) ordinals.push(ordinal);
    ordinal += 1;
  }
  return ordinals;
}

const isDigit = (text: string, offset: number): boolean => text.charCodeAt(offset) >= 48 && text.charCodeAt(offset) <= 57;

function countDigits(text: string): number {
  let count = 0;
  for (let offset = 0; offset < text.length; offset += 1) if (isDigit(text, offset)) count += 1;
  return count;
}
