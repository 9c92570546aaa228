import { DIGIT_WORDS, TEEN_WORDS, TENS_WORDS } from './number-words.ts';

/** A whole number read from words. */
export interface SpokenNumber {
  /** The value, such as 125 for "a hundred and twenty five". */
  value: number;
  /** How many words it took. */
  length: number;
  /** Whether it was written in digits ("15") rather than in words. */
  written: boolean;
  /** What hangs on the number by a hyphen: "minute" in "ten-minute". */
  attached?: string;
}

/** What is needed of a word; a `Word` of a transcript has it. */
export interface SpokenWord {
  /** As written, with its punctuation. */
  text: string;
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);

/** A word without the punctuation around it, and whether some follows: a comma or stop ends a number. */
function bare(word: SpokenWord | undefined): { parts: string[]; closed: boolean } {
  if (!word || word.text.length > 60) return { parts: [], closed: true };
  const trimmed = word.text.replace(/^[^\p{L}\p{N}]{1,5}/u, '');
  const core = trimmed.replace(/[^\p{L}\p{N}]{1,5}$/u, '');
  return { parts: core.toLowerCase().split('-'), closed: core.length < trimmed.length };
}

class Accumulator {
  private total = 0;
  private current = 0;
  private any = false;
  /** What the next small number must stay below: after "twenty" only units fit, after "two hundred" all below a hundred. */
  private room = Number.POSITIVE_INFINITY;

  get value(): number {
    return this.total + this.current;
  }

  /** Whether "and" can go on with the number: after a hundred or a thousand only. */
  get takesAnd(): boolean {
    return Number.isFinite(this.room) && this.room >= 100;
  }

  /** Takes one more word into the number; false when it cannot go on with it. */
  take(word: string): boolean {
    const scale = word === 'hundred' ? 100 : SCALES.get(word);
    if (scale !== undefined) return this.takeScale(scale);
    const value = smallNumber(word);
    if (value === undefined || value >= this.room || (this.any && value === 0)) return false;
    this.current += value;
    this.room = value >= 20 ? 10 : 0;
    this.any = true;
    return true;
  }

  private takeScale(scale: number): boolean {
    if (!this.any || this.current === 0) return false;
    if (scale === 100) {
      if (this.current >= 100) return false;
      this.current *= 100;
      this.room = 100;
      return true;
    }
    if (this.total > 0 && this.total < scale * 1000) return false;
    this.total += this.current * scale;
    this.current = 0;
    this.room = scale;
    return true;
  }
}

function smallNumber(word: string): number | undefined {
  // "o" and "oh" are digits of a number that is spelled, never a quantity.
  if (word === 'o' || word === 'oh') return undefined;
  return DIGIT_WORDS.get(word) ?? TEEN_WORDS.get(word) ?? TENS_WORDS.get(word);
}

/**
 * Reads the whole number that starts at `words[index]`, in digits ("15", "1,250") or in words ("twenty-five",
 * "a hundred and twenty", "ten-minute"); null when none starts there. It ends at punctuation. "a" alone is no number.
 */
export function spokenNumber(words: readonly SpokenWord[], index: number): SpokenNumber | null {
  const first = bare(words[index]);
  const digits = /^(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})$/.test(first.parts[0] ?? '');
  if (digits) return writtenNumber(words, index, first);
  const number = new Accumulator();
  let read: SpokenNumber | null = null;
  let position = index;
  if (first.parts.length === 1 && first.parts[0] === 'a' && !first.closed && isScale(words[index + 1])) {
    number.take('one');
    position += 1;
  }
  for (; position < words.length; position += 1) {
    const { parts, closed } = bare(words[position]);
    if (parts.length === 1 && parts[0] === 'and' && !closed && read && number.takesAnd) continue;
    const taken = countWhile(parts, (part) => number.take(part));
    if (taken === 0) break;
    read = { value: number.value, length: position - index + 1, written: false };
    if (taken < parts.length) read.attached = parts.slice(taken).join('-');
    if (closed || taken < parts.length) break;
  }
  return read;
}

function writtenNumber(words: readonly SpokenWord[], index: number, first: { parts: string[]; closed: boolean }): SpokenNumber {
  const read: SpokenNumber = { value: Number((first.parts[0] ?? '').replaceAll(',', '')), length: 1, written: true };
  if (first.parts.length > 1) read.attached = first.parts.slice(1).join('-');
  else if (!first.closed && isScale(words[index + 1])) {
    const scale = bare(words[index + 1]).parts[0] ?? '';
    read.value *= scale === 'hundred' ? 100 : (SCALES.get(scale) ?? 1);
    read.length = 2;
  }
  return read;
}

function countWhile<T>(items: readonly T[], accept: (item: T) => boolean): number {
  const refused = items.findIndex((item) => !accept(item));
  return refused < 0 ? items.length : refused;
}

function isScale(word: SpokenWord | undefined): boolean {
  const part = bare(word).parts[0] ?? '';
  return part === 'hundred' || SCALES.has(part);
}
