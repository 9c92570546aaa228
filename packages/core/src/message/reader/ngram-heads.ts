import { fnv1a } from './hash.ts';
import { type Ngram, ngramsOf, partsOf, type TextPart } from './ngrams.ts';
import type { ReaderToken } from './reader-tokens.ts';
import type { Weights } from './weights.ts';

/** A part of a message with the n-grams of it that the heads know. */
export interface WeighedPart extends TextPart {
  /** Rows of its known n-grams. */
  rows: readonly number[];
}

/** A message as the heads weigh it: in its parts, and whole. */
export interface WeighedText {
  parts: readonly WeighedPart[];
  whole: WeighedPart;
}

/** Logistic regressions over the n-grams of a part or of the whole message, beside the network: `deadline.part`, `deadline.whole`. */
export interface NgramHeads {
  weigh(tokens: readonly ReaderToken[]): WeighedText;
  /** Log odds of a head for one part; 0 for a head that the weights do not have. */
  score(head: string, part: WeighedPart): number;
  /** How much one n-gram speaks for a head. */
  weightOf(head: string, ngram: Ngram): number;
}

/** The heads of the weights. */
export function openNgramHeads(weights: Weights): NgramHeads {
  const hashes = weights.hashes('ngram-hashes');
  const { columns, values, scales } = weights.table('ngrams');
  const rowOf = new Map(Array.from(hashes, (hash, row) => [hash, row]));
  const heads = new Map(weights.header.ngrams.map(({ head, bias }, index) => [head, { bias, index, scale: scales[index] as number }]));
  const weighPart = (tokens: readonly ReaderToken[], part: TextPart): WeighedPart => ({
    ...part,
    rows: ngramsOf(tokens, part).flatMap(({ text }) => rowOf.get(fnv1a(text)) ?? []),
  });
  return {
    weigh: (tokens) => ({
      parts: partsOf(tokens).map((part) => weighPart(tokens, part)),
      whole: weighPart(tokens, { first: 0, last: tokens.length - 1 }),
    }),
    score(head, { rows }) {
      const known = heads.get(head);
      if (known === undefined) return 0;
      let sum = 0;
      for (const row of rows) sum += values[known.index * columns + row] as number;
      return known.bias + (known.scale * sum) / Math.sqrt(Math.max(1, rows.length));
    },
    weightOf(head, { text }) {
      const known = heads.get(head);
      const row = rowOf.get(fnv1a(text));
      return known === undefined || row === undefined ? 0 : known.scale * (values[known.index * columns + row] as number);
    },
  };
}

/** Log odds that some part has what a head tells, as if each were asked by itself. */
export function anyPart(heads: NgramHeads, head: string, { parts }: WeighedText): number {
  return Math.log(parts.reduce((sum, part) => sum + Math.exp(heads.score(head, part)), Number.MIN_VALUE));
}
