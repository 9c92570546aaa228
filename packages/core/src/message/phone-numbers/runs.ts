import type { Token } from '../spoken-numbers/tokens.ts';
import type { Atom, Extension, Gap, Run } from './atom.ts';
import { connectionAt } from './connecting-words.ts';
import { readExtension } from './extensions.ts';
import { readSoundalike, readSpoken, spokenAtom } from './spoken-atoms.ts';
import { readWritten } from './written-atoms.ts';

/** Most connecting words between two parts of one number; more is a sentence. House rule. */
const MAX_CONNECTING_WORDS = 12;

const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  ),
);

const PASSABLE_MARKS = new Set(['-', '.', ',', '(', ')', '/', ';', ':', '!', '?', '\n', '\u0000', '"', "'", '~', '[', ']', '+']);

/** What stands in the tokens: rows of digits, said or written, and extensions. */
export interface Scan {
  runs: Run[];
  extensions: Extension[];
}

const emptyGap = (): Gap => ({ stop: 'none', words: 0, corrects: false, repeats: false, areaCode: false, extension: false });

const emptyRun = (): Run => ({ atoms: [], gaps: [], endsInPhrase: false });

/** Words that may follow a number at once without making it a quantity. */
const PARTING_WORDS = new Set([
  'thanks',
  'thank',
  'cheers',
  'bye',
  'goodbye',
  'instead',
  'call',
  'talk',
  'speak',
  'again',
  'i',
  'or',
  'at',
  'if',
]);

class Scanner {
  readonly runs: Run[] = [];
  readonly extensions: Extension[] = [];
  private run: Run = emptyRun();
  private gap: Gap = emptyGap();
  private plusAt = -1;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  scan(): Scan {
    for (let index = 0; index < this.tokens.length; ) index = this.step(index);
    this.breakRun();
    return { runs: this.runs, extensions: this.extensions };
  }

  private step(index: number): number {
    const token = this.tokens[index];
    if (!token) return index + 1;
    if (token.kind === 'mark') return this.mark(token, index);
    if (token.kind === 'digits') {
      const written = readWritten(this.tokens, index);
      if (written.atoms.length === 0 || this.isDate(index, written.tokenEnd, written.atoms)) this.breakRun();
      else for (const atom of written.atoms) this.take(atom);
      return written.tokenEnd;
    }
    return this.word(token, index);
  }

  private word(token: Token, index: number): number {
    const extension = readExtension(this.tokens, index);
    if (extension) {
      this.extensions.push(extension);
      this.gap.extension = true;
      return extension.tokenEnd;
    }
    if (token.text === 'plus') {
      this.plusAt = index;
      return index + 1;
    }
    const connection = connectionAt(this.tokens, index);
    if (connection) return this.connect(connection.kind, connection.length, index);
    const spoken = readSpoken(this.tokens, index);
    if (spoken) {
      const atom = spokenAtom(this.tokens, index, spoken, token.text === 'oh' || token.text === 'o');
      if (spoken.digits === '' || this.isDate(index, spoken.tokenEnd, [atom])) this.breakRun();
      else this.take(atom);
      return spoken.tokenEnd;
    }
    const afterDigits = this.run.atoms.length > 0 && this.gap.words === 0 && this.gap.stop !== 'sentence';
    const soundalike = readSoundalike(this.tokens, index, afterDigits);
    if (soundalike) {
      this.take(spokenAtom(this.tokens, index, soundalike, true));
      return soundalike.tokenEnd;
    }
    this.run.endsInPhrase = this.gap.words === 0 && this.tokens[index - 1]?.kind !== 'mark' && !PARTING_WORDS.has(token.text);
    this.breakRun();
    return index + 1;
  }

  private connect(kind: 'join' | 'repeat' | 'correct' | 'area-code', length: number, index: number): number {
    this.gap.words += length;
    if (kind === 'correct') this.gap.corrects = true;
    else if (kind === 'repeat') this.gap.repeats = true;
    else if (kind === 'area-code') this.gap.areaCode = true;
    if (this.gap.words > MAX_CONNECTING_WORDS) {
      const { areaCode } = this.gap;
      this.breakRun();
      this.gap.areaCode = areaCode && kind === 'area-code';
    }
    return index + length;
  }

  private mark(token: Token, index: number): number {
    if (!PASSABLE_MARKS.has(token.text)) {
      this.breakRun();
      return index + 1;
    }
    if (token.text === '+') this.plusAt = index;
    else if (token.text === '.' || token.text === '!' || token.text === '?' || token.text === '\n') {
      // A dot without a blank after it joins ("555.0142"); dots in a row are a pause.
      const next = this.tokens[index + 1];
      const joins = token.text === '.' && (token.charEnd - token.charStart > 1 || (next !== undefined && !next.spaced));
      if (!joins) this.gap.stop = 'sentence';
      else if (token.charEnd - token.charStart > 1 && this.gap.stop === 'none') this.gap.stop = 'comma';
    } else if (',;:\u0000"'.includes(token.text) || (token.text === '-' && token.spaced && this.tokens[index + 1]?.spaced)) {
      if (this.gap.stop === 'none') this.gap.stop = 'comma';
    }
    return index + 1;
  }

  private take(atom: Atom): void {
    atom.plus =
      this.plusAt >= 0 && this.tokens.slice(this.plusAt + 1, atom.tokenStart).every((token) => token.text === '(' || token.text === ')');
    if (atom.plus) atom.charStart = this.tokens[this.plusAt]?.charStart ?? atom.charStart;
    this.run.atoms.push(atom);
    this.run.gaps.push(this.gap);
    this.gap = emptyGap();
    this.plusAt = -1;
  }

  /** Other words end a row of digits. */
  private breakRun(): void {
    if (this.run.atoms.length > 0) {
      this.runs.push(this.run);
      this.run = emptyRun();
    }
    this.gap = emptyGap();
  }

  /** "March 3", "5 June", "April fifteen", "May 4, 2026". */
  private isDate(start: number, end: number, atoms: readonly Atom[]): boolean {
    const [atom] = atoms;
    if (!atom || atoms.length > 1) return false;
    const value = Number(atom.digits);
    const day = atom.digits.length <= 2 && value >= 1 && value <= 31;
    const before = this.tokens[start - 1]?.text ?? '';
    const after = this.tokens[end]?.text ?? '';
    // "… oh one four two, may I ask": in the midst of digits a month after them is a verb.
    if (day && (MONTHS.has(before) || (MONTHS.has(after) && this.run.atoms.length === 0))) return true;
    const year = atom.digits.length === 4 && /^(?:19|20)/.test(atom.digits);
    return year && (MONTHS.has(before) || (before === ',' && MONTHS.has(this.tokens[start - 3]?.text ?? '')));
  }
}

/** Cuts the tokens into rows of digits with only connecting words between them, in one pass. */
export function scanRuns(tokens: readonly Token[]): Scan {
  return new Scanner(tokens).scan();
}
