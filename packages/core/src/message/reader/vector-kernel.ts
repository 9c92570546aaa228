import { KERNEL_HEX } from './kernel.gen.ts';
import { type Kernel, plainKernel } from './kernel.ts';
import type { Direction } from './recurrent.ts';

/** What the module of `kernel/kernel.as.ts` exports; pointers and steps in bytes. */
interface Exports {
  memory: { buffer: ArrayBuffer; grow(pages: number): number };
  linear(input: number, count: number, weights: number, bias: number, rows: number, columns: number, out: number): void;
  recurrent(...pointers: RecurrentPointers): void;
}

type RecurrentPointers = [
  ...[gates: number, gatesStep: number, count: number, weights: number, bias: number],
  ...[hidden: number, sums: number, state: number, out: number, outStep: number],
];

/** The part of the standard that is used here; the package's types know no host. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

const FLOAT = Float32Array.BYTES_PER_ELEMENT;
const PAGE = 65536;
/** Vectors are loaded from multiples of this many bytes. */
const ALIGNED = 16;
/** Numbers that `linear` and `recurrent` take at a time. */
const LINEAR_AT_ONCE = 4;
const HIDDEN_AT_ONCE = 8;
const GATES = 3;

/** The fastest kernel that runs here. */
export const openKernel = (): Kernel => vectorKernel() ?? plainKernel;

/** The kernel in vector instructions (WebAssembly SIMD), in single precision; undefined where the host has none or allows none. */
export function vectorKernel(): Kernel | undefined {
  const exports = instantiate();
  if (exports === undefined) return undefined;
  const room = openRoom(exports.memory);
  return {
    linear({ rows, columns, values }, bias) {
      mustDivide(columns, LINEAR_AT_ONCE);
      const [weights, biases] = [room.keep(values), room.keep(bias)];
      return (input, count) => {
        const [from, out] = room.borrow(count * columns, count * rows);
        room.write(input, from);
        exports.linear(from, count, weights, biases, rows, columns, out);
        return room.read(out, count * rows);
      };
    },
    recurrent({ forward, backward }) {
      const hidden = forward.state.columns;
      mustDivide(hidden, HIDDEN_AT_ONCE);
      const keep = ({ state, stateBias }: Direction) => ({
        weights: room.keep(transposed(state.values, hidden)),
        bias: room.keep(stateBias),
      });
      const sides = [keep(forward), keep(backward)];
      return (gates, count) => {
        const [from, sums, state, out] = room.borrow(count * 2 * GATES * hidden, GATES * hidden, hidden, count * 2 * hidden);
        room.write(gates, from);
        sides.forEach(({ weights, bias }, side) => {
          room.write(new Float64Array(hidden), state);
          const [first, turn] = side === 0 ? [0, 1] : [2 * count - 1, -1];
          const [gatesWidth, width] = [GATES * hidden * FLOAT, hidden * FLOAT];
          const to = [out + first * width, 2 * turn * width] as const;
          exports.recurrent(from + first * gatesWidth, 2 * turn * gatesWidth, count, weights, bias, hidden, sums, state, ...to);
        });
        return room.read(out, count * 2 * hidden);
      };
    },
  };
}

function instantiate(): Exports | undefined {
  try {
    const bytes = Uint8Array.from(KERNEL_HEX.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
    return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Exports;
  } catch {
    return undefined;
  }
}

/** The module's memory: what is kept comes first, what is borrowed for one call behind it. */
function openRoom(memory: Exports['memory']) {
  let kept = 0;
  const reach = (end: number): void => {
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  };
  const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNED) * ALIGNED;
  const write = (numbers: Float64Array, at: number): void => new Float32Array(memory.buffer, at, numbers.length).set(numbers);
  return {
    /** Copies numbers in for good; returns where they are. */
    keep(numbers: Float64Array): number {
      const at = kept;
      kept = aligned(at + numbers.length * FLOAT);
      reach(kept);
      write(numbers, at);
      return at;
    },
    /** Room for so many numbers each, until it is next asked for. */
    borrow<Lengths extends number[]>(...lengths: Lengths): Lengths {
      let end = kept;
      const places = lengths.map((length) => {
        const at = end;
        end = aligned(end + length * FLOAT);
        return at;
      });
      reach(end);
      return places as Lengths;
    },
    write,
    read: (at: number, length: number): Float64Array => new Float64Array(new Float32Array(memory.buffer, at, length)),
  };
}

/** The transpose of a matrix in rows of `columns` numbers. */
function transposed(values: Float64Array, columns: number): Float64Array {
  const rows = values.length / columns;
  return values.map((_, k) => values[(k % rows) * columns + Math.floor(k / rows)] as number);
}

function mustDivide(width: number, atOnce: number): void {
  if (width % atOnce !== 0) throw new Error(`The kernel takes ${atOnce} numbers at a time; ${width} are not a multiple of it.`);
}
