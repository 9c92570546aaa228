import { RingbackError } from '../../documents/failure.ts';

/** A matrix in rows; `values` has `rows * columns` numbers. */
export interface Matrix {
  rows: number;
  columns: number;
  values: Float64Array;
}

/** A table of small whole numbers with one scale a row: how word vectors are stored. */
export interface QuantisedTable {
  rows: number;
  columns: number;
  values: Int8Array;
  scales: Float32Array;
}

/** What a file of weights holds: the trainer's header, the words of the vocabulary, and its tensors by name. */
export interface Weights {
  header: WeightsHeader;
  words: readonly string[];
  matrix(name: string): Matrix;
  table(name: string): QuantisedTable;
  hashes(name: string): Uint32Array;
}

/** What the trainer says of the weights. */
export interface WeightsHeader {
  format: number;
  /** What is read: lists of names in the order of the network's outputs. */
  tags: string[];
  attributes: Record<string, string[]>;
  facts: string[];
  /** Number of hashed spellings. */
  spellings: number;
  /** Words of the vocabulary that stand for a closed class, at its start. */
  placeholders: string[];
  /** Calibration of each fact: a logistic regression over named features. */
  calibration: Record<string, { bias: number; weights: Record<string, number> }>;
  /** The heads over n-grams, in the order of the rows of the tensor `ngrams`. */
  ngrams: { head: string; bias: number }[];
  tensors: Record<string, { rows: number; columns: number; type: TensorType; offset: number }>;
  /** The vocabulary, with spaces between. */
  words: string;
}

/** Small whole numbers with a scale a row, numbers of 4 bytes, or hashes of 4 bytes. */
type TensorType = 'i8' | 'f32' | 'u32';

const FORMAT = 2;
const HEADER_LENGTH_BYTES = 4;
/** Of a float, and of a hash. */
const NUMBER_BYTES = 4;

const damaged = (what: string): RingbackError =>
  new RingbackError('bad-weights', `The reader's weights cannot be used: ${what}. Install Ringback again.`, { kind: 'internal' });

/** Opens a file of weights: 4 bytes length, a JSON header in ASCII, then tensors at their offsets, all little-endian. Throws `bad-weights`. */
export function openWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = bytes.byteLength < HEADER_LENGTH_BYTES ? 0 : view.getUint32(0, true);
  const dataStart = HEADER_LENGTH_BYTES + headerBytes;
  if (headerBytes === 0 || dataStart > bytes.byteLength) throw damaged('the file is cut off');
  const header = JSON.parse(asciiOf(bytes.subarray(HEADER_LENGTH_BYTES, dataStart))) as WeightsHeader;
  if (header.format !== FORMAT) throw damaged(`they are of format ${header.format}, not ${FORMAT}`);
  const words = header.words.split(' ');
  const tensor = (name: string, type: TensorType) => {
    const entry = header.tensors[name];
    if (entry === undefined || entry.type !== type) throw damaged(`"${name}" is missing`);
    return { ...entry, start: dataStart + entry.offset, size: entry.rows * entry.columns };
  };
  // Copied, so that the numbers are aligned whatever the file's own place in memory is.
  const aligned = (start: number, count: number): ArrayBuffer => {
    const end = start + count * NUMBER_BYTES;
    if (end > bytes.byteLength) throw damaged('the file is cut off');
    return Uint8Array.from(bytes.subarray(start, end)).buffer;
  };
  const floats = (start: number, count: number): Float32Array => new Float32Array(aligned(start, count));
  return {
    header,
    words,
    hashes(name) {
      const { start, size } = tensor(name, 'u32');
      return new Uint32Array(aligned(start, size));
    },
    matrix(name) {
      const { rows, columns, start, size } = tensor(name, 'f32');
      return { rows, columns, values: Float64Array.from(floats(start, size)) };
    },
    table(name) {
      const { rows, columns, start, size } = tensor(name, 'i8');
      const scales = floats(start, rows);
      const from = start + rows * NUMBER_BYTES;
      if (from + size > bytes.byteLength) throw damaged('the file is cut off');
      return { rows, columns, scales, values: Int8Array.from(bytes.subarray(from, from + size), (byte) => (byte << 24) >> 24) };
    },
  };
}

/** Bytes turned into a string at once: more would be too many arguments. */
const ASCII_CHUNK = 8192;

function asciiOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += ASCII_CHUNK) parts.push(String.fromCharCode(...bytes.subarray(from, from + ASCII_CHUNK)));
  return parts.join('');
}
