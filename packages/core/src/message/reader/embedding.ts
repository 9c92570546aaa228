import type { ReaderToken } from './reader-tokens.ts';
import type { QuantisedTable, Weights } from './weights.ts';

/** Bits of a token's shape, as the trainer's. */
const SHAPE = { capital: 1, stop: 2, digits: 4, unknown: 8, cased: 16, stopped: 32 } as const;
/** A text with a stop every so many words is one that has stops. As the trainer's. */
const WORDS_PER_STOP = 30;

/** Turns tokens into vectors: the word's own, its first and last letters', its shape's. */
export interface Embedding {
  readonly width: number;
  /** One row of `width` numbers a token. */
  vectorsOf(tokens: readonly ReaderToken[]): Float32Array;
}

/** The embedding of the weights. */
export function openEmbedding(weights: Weights): Embedding {
  const words = weights.table('words');
  const parts = { prefix: weights.table('prefix'), suffix: weights.table('suffix'), shape: weights.table('shape') };
  const index = new Map(weights.words.map((word, row) => [word, row]));
  const { spellings, placeholders } = weights.header;
  const closed = new Set(placeholders);
  const unknown = index.get('UNKNOWN') ?? 0;
  const number = index.get('NUMBER') ?? unknown;
  const rowOf = (norm: string): number => index.get(norm) ?? (/^\d/.test(norm) ? number : unknown);
  return {
    width: words.columns,
    vectorsOf(tokens) {
      const out = new Float32Array(tokens.length * words.columns);
      const whole = shapeOfText(tokens);
      tokens.forEach((token, position) => {
        const at = position * words.columns;
        const row = rowOf(token.norm);
        const spelt = closed.has(token.norm) ? { prefix: 0, suffix: 0 } : spelling(token.norm, spellings);
        add(out, at, words, row);
        add(out, at, parts.prefix, spelt.prefix);
        add(out, at, parts.suffix, spelt.suffix);
        add(out, at, parts.shape, whole | shapeOf(token) | (row === unknown ? SHAPE.unknown : 0));
      });
      return out;
    },
  };
}

function add(out: Float32Array, at: number, { columns, values, scales }: QuantisedTable, row: number): void {
  const scale = scales[row] as number;
  const from = row * columns;
  for (let k = 0; k < columns; k++) out[at + k] = (out[at + k] as number) + scale * (values[from + k] as number);
}

const shapeOf = ({ capital, stop, norm }: ReaderToken): number =>
  (capital ? SHAPE.capital : 0) + (stop ? SHAPE.stop : 0) + (/\d/.test(norm) ? SHAPE.digits : 0);

function shapeOfText(tokens: readonly ReaderToken[]): number {
  const stops = tokens.filter((token) => token.stop).length;
  const stopped = stops * WORDS_PER_STOP > tokens.length - stops;
  return (tokens.some((token) => token.capital) ? SHAPE.cased : 0) + (stopped ? SHAPE.stopped : 0);
}

/** Letters of a word's beginning and end that are looked at. */
const SPELLING_LETTERS = 3;

function spelling(norm: string, spellings: number): { prefix: number; suffix: number } {
  const hash = (text: string): number => 1 + (fnv1a(text) % (spellings - 1));
  return { prefix: hash(`<${norm.slice(0, SPELLING_LETTERS)}`), suffix: hash(`${norm.slice(-SPELLING_LETTERS)}>`) };
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function fnv1a(text: string): number {
  let value = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) value = Math.imul(value ^ text.charCodeAt(k), 0x01000193);
  return value >>> 0;
}
