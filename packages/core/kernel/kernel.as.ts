// AssemblyScript (TypeScript compiled to WebAssembly), built by `npm run kernel`. Every pointer is a byte offset into the module's memory,
// every number a 32-bit float, every matrix stored in rows. Whoever calls lays the memory out.

const FLOAT = 4;
const LANES = 4;
/** Bytes of one vector of four numbers. */
const VECTOR = LANES * FLOAT;

/**
 * `input` (`count` rows of `columns`) times the transpose of `weights` (`rows` by `columns`), plus `bias`, into `out` (`count` rows of
 * `rows`). `columns` is a multiple of four.
 */
export function linear(input: usize, count: i32, weights: usize, bias: usize, rows: i32, columns: i32, out: usize): void {
  const width = <usize>columns * FLOAT;
  let row: i32 = 0;
  for (; row + 4 <= count; row += 4) fourRows(input + <usize>row * width, weights, bias, rows, width, out + row * rows * FLOAT);
  for (; row < count; row++) {
    for (let unit: i32 = 0; unit < rows; unit++) {
      const value = dot(input + <usize>row * width, weights + <usize>unit * width, width);
      store<f32>(out + (row * rows + unit) * FLOAT, value + load<f32>(bias + unit * FLOAT));
    }
  }
}

/** Four rows of the input at a time, so that each weight is loaded once for four tokens. */
function fourRows(input: usize, weights: usize, bias: usize, rows: i32, width: usize, out: usize): void {
  for (let unit: i32 = 0; unit < rows; unit++) {
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    for (let at: usize = 0; at < width; at += VECTOR) {
      const weight = v128.load(weights + <usize>unit * width + at);
      a = f32x4.add(a, f32x4.mul(weight, v128.load(input + at)));
      b = f32x4.add(b, f32x4.mul(weight, v128.load(input + width + at)));
      c = f32x4.add(c, f32x4.mul(weight, v128.load(input + 2 * width + at)));
      d = f32x4.add(d, f32x4.mul(weight, v128.load(input + 3 * width + at)));
    }
    const start = load<f32>(bias + unit * FLOAT);
    const to = out + unit * FLOAT;
    store<f32>(to, start + sum(a));
    store<f32>(to + rows * FLOAT, start + sum(b));
    store<f32>(to + 2 * rows * FLOAT, start + sum(c));
    store<f32>(to + 3 * rows * FLOAT, start + sum(d));
  }
}

function dot(a: usize, b: usize, width: usize): f32 {
  let total = f32x4.splat(0);
  for (let at: usize = 0; at < width; at += VECTOR) total = f32x4.add(total, f32x4.mul(v128.load(a + at), v128.load(b + at)));
  return sum(total);
}

function sum(vector: v128): f32 {
  return f32x4.extract_lane(vector, 0) + f32x4.extract_lane(vector, 1) + (f32x4.extract_lane(vector, 2) + f32x4.extract_lane(vector, 3));
}

/**
 * One direction of a gated recurrent layer over `count` tokens. The inputs of its gates for token t stand at `gates` + t * `gatesStep` bytes
 * (reset, update, new: `hidden` numbers each); its states go to `out` + t * `outStep`. `weights` are the state's, transposed (`hidden` rows
 * of 3 * `hidden`), `sums` is room for 3 * `hidden` numbers, `state` holds `hidden` zeros before the first step. `hidden` is a multiple of
 * eight.
 */
export function recurrent(
  gates: usize,
  gatesStep: isize,
  count: i32,
  weights: usize,
  bias: usize,
  hidden: i32,
  sums: usize,
  state: usize,
  out: usize,
  outStep: isize,
): void {
  const width = <usize>hidden * FLOAT;
  for (let step: i32 = 0; step < count; step++) {
    stateSums(state, weights, bias, hidden, sums);
    for (let at: usize = 0; at < width; at += VECTOR) {
      const reset = sigmoid(f32x4.add(v128.load(gates + at), v128.load(sums + at)));
      const keep = sigmoid(f32x4.add(v128.load(gates + width + at), v128.load(sums + width + at)));
      const fresh = tanh(f32x4.add(v128.load(gates + 2 * width + at), f32x4.mul(reset, v128.load(sums + 2 * width + at))));
      const before = v128.load(state + at);
      // (1 - keep) * fresh + keep * before
      const after = f32x4.add(fresh, f32x4.mul(keep, f32x4.sub(before, fresh)));
      v128.store(state + at, after);
      v128.store(out + at, after);
    }
    gates += gatesStep;
    out += outStep;
  }
}

/** What the state adds to each gate: 24 sums at a time, each vector of weights met once. */
function stateSums(state: usize, weights: usize, bias: usize, hidden: i32, sums: usize): void {
  const rows = <usize>hidden * 3 * FLOAT;
  for (let at: usize = 0; at < rows; at += 6 * VECTOR) {
    let a = v128.load(bias + at);
    let b = v128.load(bias + at, VECTOR);
    let c = v128.load(bias + at, 2 * VECTOR);
    let d = v128.load(bias + at, 3 * VECTOR);
    let e = v128.load(bias + at, 4 * VECTOR);
    let f = v128.load(bias + at, 5 * VECTOR);
    let row = weights + at;
    for (let unit: i32 = 0; unit < hidden; unit++) {
      const value = v128.load32_splat(state + unit * FLOAT);
      a = f32x4.add(a, f32x4.mul(value, v128.load(row)));
      b = f32x4.add(b, f32x4.mul(value, v128.load(row, VECTOR)));
      c = f32x4.add(c, f32x4.mul(value, v128.load(row, 2 * VECTOR)));
      d = f32x4.add(d, f32x4.mul(value, v128.load(row, 3 * VECTOR)));
      e = f32x4.add(e, f32x4.mul(value, v128.load(row, 4 * VECTOR)));
      f = f32x4.add(f, f32x4.mul(value, v128.load(row, 5 * VECTOR)));
      row += rows;
    }
    v128.store(sums + at, a);
    v128.store(sums + at, b, VECTOR);
    v128.store(sums + at, c, 2 * VECTOR);
    v128.store(sums + at, d, 3 * VECTOR);
    v128.store(sums + at, e, 4 * VECTOR);
    v128.store(sums + at, f, 5 * VECTOR);
  }
}

function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp(f32x4.neg(x))));
}

function tanh(x: v128): v128 {
  return f32x4.sub(f32x4.mul(f32x4.splat(2), sigmoid(f32x4.mul(f32x4.splat(2), x))), f32x4.splat(1));
}

/** e^x within 3e-7 of it: a power of two times the series of what is left of x, which is less than ln 2 / 2. */
function exp(x: v128): v128 {
  const bounded = f32x4.max(f32x4.splat(-87), f32x4.min(f32x4.splat(87), x));
  const power = f32x4.nearest(f32x4.mul(bounded, f32x4.splat(Mathf.LOG2E)));
  // ln 2 in two parts, the first exact in few bits, so that the product is exact.
  const left = f32x4.sub(f32x4.sub(bounded, f32x4.mul(power, f32x4.splat(0.693359375))), f32x4.mul(power, f32x4.splat(-2.1219444e-4)));
  let series = f32x4.splat(1.0 / 720);
  series = f32x4.add(f32x4.mul(series, left), f32x4.splat(1.0 / 120));
  series = f32x4.add(f32x4.mul(series, left), f32x4.splat(1.0 / 24));
  series = f32x4.add(f32x4.mul(series, left), f32x4.splat(1.0 / 6));
  series = f32x4.add(f32x4.mul(series, left), f32x4.splat(0.5));
  series = f32x4.add(f32x4.mul(series, left), f32x4.splat(1));
  series = f32x4.add(f32x4.mul(series, left), f32x4.splat(1));
  const exponent = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(power), i32x4.splat(127)), 23);
  return f32x4.mul(series, exponent);
}
