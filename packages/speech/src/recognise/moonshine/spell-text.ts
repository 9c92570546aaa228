import type { Vocabulary } from './vocabulary.ts';

/** Tokens before these are signs and single bytes; every later one was made by joining two, the likeliest first. */
const FIRST_JOINED = 259;

/**
 * The tokens in which the model itself writes a text: byte-pair encoding as SentencePiece does it, in which the two neighbours are joined
 * whose token has the lowest number, until none can be. Blanks stand before words, the first word's too.
 */
export function spellText(vocabulary: Vocabulary, text: string): number[] {
  return text
    .split(/\s+/)
    .filter((word) => word.length > 0)
    .flatMap((word) => spellWord(vocabulary, ` ${word}`));
}

function spellWord(vocabulary: Vocabulary, word: string): number[] {
  const parts = [...word];
  for (;;) {
    let [best, place] = [Number.POSITIVE_INFINITY, -1];
    for (let i = 1; i < parts.length; i++) {
      const joined = vocabulary.find(`${parts[i - 1]}${parts[i]}`);
      if (joined >= FIRST_JOINED && joined < best) [best, place] = [joined, i];
    }
    if (place < 0) break;
    parts.splice(place - 1, 2, `${parts[place - 1]}${parts[place]}`);
  }
  return parts.flatMap((part) => {
    const token = vocabulary.find(part);
    return token >= 0 ? [token] : [...new TextEncoder().encode(part)].map((byte) => vocabulary.find(byteToken(byte)));
  });
}

function byteToken(byte: number): string {
  return `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`;
}
