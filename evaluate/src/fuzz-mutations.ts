/** A source of whole numbers that is the same for the same seed. */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0 || 1;
  }

  /** 0 to `below` - 1 (xorshift32). */
  below(below: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    this.#state >>>= 0;
    return below <= 0 ? 0 : this.#state % below;
  }

  /** One of the values. */
  of<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }
}

type Mutation = (bytes: Uint8Array, random: SeededRandom, other: Uint8Array) => Uint8Array;

/** Bytes in which headers lie: damage there does the most. */
const HEADER_BYTES = 256;
const MOST_FLIPS = 24;
const MOST_BLOCK = 512;
const EDGE_BYTES = [0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff] as const;
const EDGE_WORDS = [0, 1, 2, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff] as const;

const flipBits: Mutation = (bytes, random) => {
  for (let i = random.below(MOST_FLIPS); i >= 0; i -= 1) {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  }
  return bytes;
};

const setHeaderByte: Mutation = (bytes, random) => {
  for (let i = random.below(4); i >= 0; i -= 1) bytes[random.below(Math.min(HEADER_BYTES, bytes.length))] = random.of(EDGE_BYTES);
  return bytes;
};

const setHeaderWord: Mutation = (bytes, random) => {
  if (bytes.length < 8) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = random.below(Math.min(HEADER_BYTES, bytes.length - 4));
  const little = random.below(2) === 0;
  if (random.below(2) === 0) view.setUint32(at, random.of(EDGE_WORDS), little);
  else view.setUint16(at, random.of(EDGE_WORDS) & 0xffff, little);
  return bytes;
};

const truncate: Mutation = (bytes, random) => bytes.subarray(0, random.below(bytes.length));

const removeBlock: Mutation = (bytes, random) => {
  const from = random.below(bytes.length);
  return joined(bytes.subarray(0, from), bytes.subarray(from + random.below(MOST_BLOCK)));
};

const repeatBlock: Mutation = (bytes, random) => {
  const from = random.below(bytes.length);
  const block = bytes.subarray(from, from + random.below(MOST_BLOCK));
  return joined(bytes.subarray(0, from), ...Array.from({ length: 1 + random.below(40) }, () => block), bytes.subarray(from));
};

const insertNoise: Mutation = (bytes, random) => {
  const from = random.below(bytes.length);
  const noise = Uint8Array.from({ length: random.below(MOST_BLOCK) }, () => random.below(256));
  return joined(bytes.subarray(0, from), noise, bytes.subarray(from));
};

const splice: Mutation = (bytes, random, other) =>
  joined(bytes.subarray(0, random.below(bytes.length)), other.subarray(random.below(other.length)));

const MUTATIONS = [flipBits, setHeaderByte, setHeaderWord, setHeaderWord, truncate, removeBlock, repeatBlock, insertNoise, splice] as const;

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A damaged copy of `seed`: one to three mutations; `other` lends a piece to some. */
export function mutate(seed: Uint8Array, other: Uint8Array, random: SeededRandom): Uint8Array {
  let bytes: Uint8Array = new Uint8Array(seed);
  for (let i = random.below(3); i >= 0 && bytes.length > 0; i -= 1) bytes = new Uint8Array(random.of(MUTATIONS)(bytes, random, other));
  return bytes;
}
