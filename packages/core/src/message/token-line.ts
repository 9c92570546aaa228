import type { ReaderToken } from './reader/index.ts';

/** The tokens of a message on one line, a blank between them, for grammars of closed words; and back from the line to the text. */
export interface TokenLine {
  /** Norms: words in small letters with contractions opened, stops as `. ? ! ,`, closed classes as PHONE, EMAIL, WEB, TIME, DURATION. */
  line: string;
  /** The characters of the text from `from` to `to` of the line. */
  inText(from: number, to: number): { charStart: number; charEnd: number };
}

/** Linear in the number of tokens. */
export function tokenLine(tokens: readonly ReaderToken[]): TokenLine {
  const starts: number[] = [];
  let line = '';
  for (const { norm } of tokens) {
    starts.push(line.length);
    line += `${norm} `;
  }
  /** The last token that begins at `at` or before. */
  const tokenAt = (at: number): ReaderToken | undefined => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return tokens[low - 1];
  };
  return {
    line,
    inText: (from, to) => ({ charStart: tokenAt(from)?.charStart ?? 0, charEnd: tokenAt(Math.max(from, to - 1))?.charEnd ?? 0 }),
  };
}
