import { fnv1a } from './hash.ts';
import { multiply } from './matrix.ts';
import type { ReaderToken } from './reader-tokens.ts';
import type { Matrix, QuantisedTable, Weights } from './weights.ts';

/** Bits of a token's shape, as the trainer's. */
const SHAPE = { capital: 1, stop: 2, digits: 4, unknown: 8, cased: 16, stopped: 32 } as const;
/** A text with a stop every so many words is one that has stops. As the trainer's. */
const WORDS_PER_STOP = 30;

/** Turns tokens into vectors: the word's own, its first and last letters', its shape's, added up. */
export interface Embedding {
  /** What `weights` (a row a unit) and `bias` make of each token's vector: `weights.rows` numbers a token. */
  through(weights: Matrix, bias: Float64Array): (tokens: readonly ReaderToken[]) => Float64Array;
}

/** The embedding of the weights. */
export function openEmbedding(weights: Weights): Embedding {
  const words = weights.table('words');
  const [prefix, suffix, shape] = [weights.table('prefix'), weights.table('suffix'), weights.table('shape')];
  const index = new Map(weights.words.map((word, row) => [word, row]));
  const { spellings, placeholders } = weights.header;
  const closed = new Set(placeholders);
  const unknown = index.get('UNKNOWN') ?? 0;
  const number = index.get('NUMBER') ?? unknown;
  const rowOf = (norm: string): number => index.get(norm) ?? (/^\d/.test(norm) ? number : unknown);
  return {
    through(layer, bias) {
      const wordRows = productsOf(words, layer);
      const [prefixRows, suffixRows, shapeRows] = [productsOf(prefix, layer), productsOf(suffix, layer), productsOf(shape, layer)];
      return (tokens) => {
        const out = new Float64Array(tokens.length * layer.rows);
        const whole = shapeOfText(tokens);
        tokens.forEach((token, position) => {
          const row = rowOf(token.norm);
          const spelt = closed.has(token.norm) ? { prefix: 0, suffix: 0 } : spelling(token.norm, spellings);
          const own = whole | shapeOf(token) | (row === unknown ? SHAPE.unknown : 0);
          out.set(bias, position * layer.rows);
          addAll(out, position * layer.rows, wordRows(row), prefixRows(spelt.prefix), suffixRows(spelt.suffix), shapeRows(own));
        });
        return out;
      };
    },
  };
}

/** Rows whose products are kept: a person's words are few, and a kept product spares a thousand multiplications. */
const MOST_KEPT = 4096;

/** The product of a layer with each row of a table, worked out when it is first asked for. */
function productsOf({ columns, values, scales }: QuantisedTable, layer: Matrix): (row: number) => Float64Array {
  const kept = new Map<number, Float64Array>();
  return (row) => {
    const known = kept.get(row);
    if (known !== undefined) return known;
    const vector = Float64Array.from(values.subarray(row * columns, (row + 1) * columns), (value) => value * (scales[row] as number));
    const product = multiply(layer, vector);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(row, product);
    return product;
  };
}

function addAll(out: Float64Array, at: number, a: Float64Array, b: Float64Array, c: Float64Array, d: Float64Array): void {
  for (let k = 0; k < a.length; k++)
    out[at + k] = (out[at + k] as number) + (a[k] as number) + (b[k] as number) + (c[k] as number) + (d[k] as number);
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
