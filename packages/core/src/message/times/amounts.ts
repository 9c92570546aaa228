import { DIGIT_WORDS, TEEN_WORDS, TENS_WORDS } from '../spoken-numbers/number-words.ts';
import type { Token } from '../tokens/index.ts';

/** A small number at some place of the tokens. */
export interface Amount {
  value: number;
  /** Tokens it takes. */
  length: number;
}

/** What people say for a number they do not give exactly. House rule. */
const LOOSE: ReadonlyMap<string, number> = new Map([
  ['couple', 2],
  ['few', 3],
  ['several', 4],
]);

const normAt = (tokens: readonly Token[], index: number): string => tokens[index]?.norm ?? '';

/** A whole number below a hundred thousand in digits or words ("25", "twenty five", "a couple of"); undefined when none starts at `index`. */
export function amountAt(tokens: readonly Token[], index: number): Amount | undefined {
  const word = normAt(tokens, index);
  if (/^\d{1,5}$/.test(word)) return { value: Number(word), length: 1 };
  const small = TEEN_WORDS.get(word) ?? unitOf(word);
  if (small !== undefined) return { value: small, length: 1 };
  const tens = TENS_WORDS.get(word);
  if (tens !== undefined) {
    const unit = unitOf(normAt(tokens, index + 1));
    return unit === undefined || unit === 0 ? { value: tens, length: 1 } : { value: tens + unit, length: 2 };
  }
  const article = word === 'a' ? 1 : 0;
  const loose = LOOSE.get(normAt(tokens, index + article));
  if (loose === undefined) return undefined;
  const of = normAt(tokens, index + article + 1) === 'of' ? 1 : 0;
  return { value: loose, length: article + 1 + of };
}

const unitOf = (word: string): number | undefined => (word === 'o' || word === 'oh' || word === 'nil' ? undefined : DIGIT_WORDS.get(word));
