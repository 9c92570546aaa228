import type { Matrix } from './weights.ts';

/**
 * `input` (`count` rows of `weights.columns`) times the transpose of `weights`, plus `bias` (one number an output).
 * Four rows at a time, so that each weight is loaded once for four tokens.
 */
export function linear(input: Float64Array, count: number, weights: Matrix, bias: Float64Array): Float64Array {
  const { rows, columns, values } = weights;
  const out = new Float64Array(count * rows);
  const blocked = count - (count % ROWS_AT_ONCE);
  for (let row = 0; row < blocked; row += ROWS_AT_ONCE) fourRows(input, row, weights, bias, out);
  for (let row = blocked; row < count; row++) {
    for (let unit = 0; unit < rows; unit++) {
      out[row * rows + unit] = (bias[unit] as number) + dot(values, unit * columns, input, row * columns, columns);
    }
  }
  return out;
}

const ROWS_AT_ONCE = 4;

/** Two units at a time as well: eight sums that do not wait for each other. An odd last unit is done with the one before it again. */
function fourRows(input: Float64Array, row: number, { rows, columns, values }: Matrix, bias: Float64Array, out: Float64Array): void {
  const a = row * columns;
  const b = a + columns;
  const c = b + columns;
  const d = c + columns;
  for (let pair = 0; pair < rows; pair += 2) {
    const unit = Math.max(0, Math.min(pair, rows - 2));
    const next = Math.min(unit + 1, rows - 1);
    const v = unit * columns;
    const w = next * columns;
    let vA = bias[unit] as number;
    let wA = bias[next] as number;
    let [vB, vC, vD, wB, wC, wD] = [vA, vA, vA, wA, wA, wA];
    for (let k = 0; k < columns; k++) {
      const first = values[v + k] as number;
      const second = values[w + k] as number;
      const xA = input[a + k] as number;
      const xB = input[b + k] as number;
      const xC = input[c + k] as number;
      const xD = input[d + k] as number;
      vA += first * xA;
      vB += first * xB;
      vC += first * xC;
      vD += first * xD;
      wA += second * xA;
      wB += second * xB;
      wC += second * xC;
      wD += second * xD;
    }
    const at = row * rows;
    out[at + unit] = vA;
    out[at + rows + unit] = vB;
    out[at + 2 * rows + unit] = vC;
    out[at + 3 * rows + unit] = vD;
    out[at + next] = wA;
    out[at + rows + next] = wB;
    out[at + 2 * rows + next] = wC;
    out[at + 3 * rows + next] = wD;
  }
}

/** The inner product of `length` numbers of `a` from `fromA` and of `b` from `fromB`. */
export function dot(a: Float64Array, fromA: number, b: Float64Array, fromB: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (a[fromA + k] as number) * (b[fromB + k] as number);
  return sum;
}

/** `matrix` times `vector`. */
export const multiply = ({ rows, columns, values }: Matrix, vector: Float64Array): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => dot(values, row * columns, vector, 0, columns));

/** 1 / (1 + e^-x). */
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** `size` numbers of `values` from `from` as shares that add up to 1. */
export function softmax(values: Float64Array, from: number, size: number): number[] {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < size; k++) most = Math.max(most, values[from + k] as number);
  const shares: number[] = [];
  let total = 0;
  for (let k = 0; k < size; k++) {
    const power = Math.exp((values[from + k] as number) - most);
    shares.push(power);
    total += power;
  }
  for (let k = 0; k < size; k++) shares[k] = (shares[k] as number) / total;
  return shares;
}
