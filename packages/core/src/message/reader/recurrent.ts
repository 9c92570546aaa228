import { sigmoid } from './matrix.ts';
import type { Matrix, Weights } from './weights.ts';

/** One direction of a gated recurrent layer (Cho et al. 2014), gates in the order reset, update, new. */
export interface Direction {
  input: Matrix;
  inputBias: Float64Array;
  state: Matrix;
  stateBias: Float64Array;
}

/** A layer that reads the tokens in both directions. */
export interface RecurrentLayer {
  forward: Direction;
  backward: Direction;
}

/** The layer of this name in the weights. */
export function recurrentLayer(weights: Weights, name: string): RecurrentLayer {
  const direction = (suffix: string): Direction => ({
    input: weights.matrix(`${name}.weight_ih_l0${suffix}`),
    inputBias: weights.matrix(`${name}.bias_ih_l0${suffix}`).values,
    state: weights.matrix(`${name}.weight_hh_l0${suffix}`),
    stateBias: weights.matrix(`${name}.bias_hh_l0${suffix}`).values,
  });
  return { forward: direction(''), backward: direction('_reverse') };
}

/** What a layer's gates get from its input, both directions in one matrix: the forward one's rows, then the backward one's. */
export const inputWeights = ({ forward, backward }: RecurrentLayer): Matrix => ({
  rows: forward.input.rows + backward.input.rows,
  columns: forward.input.columns,
  values: Float64Array.of(...forward.input.values, ...backward.input.values),
});

/** The biases that go with `inputWeights`. */
export const inputBias = ({ forward, backward }: RecurrentLayer): Float64Array =>
  Float64Array.of(...forward.inputBias, ...backward.inputBias);

/**
 * The layer over `count` tokens, of whose input the gates get `gates` (a row of `inputWeights` a token, biases in it);
 * the result has, for each token, the states of both directions side by side.
 */
export function runRecurrent(layer: RecurrentLayer, gates: Float64Array, count: number): Float64Array {
  const hidden = layer.forward.state.columns;
  const out = new Float64Array(count * 2 * hidden);
  runDirection(layer.forward, gates, count, out, 0);
  runDirection(layer.backward, gates, count, out, 1);
  return out;
}

/** `side` 0 reads forward and fills the first half of each token's states, 1 backward and the second half. */
function runDirection(direction: Direction, gates: Float64Array, count: number, out: Float64Array, side: 0 | 1): void {
  const hidden = direction.state.columns;
  let state = new Float64Array(hidden);
  let next = new Float64Array(hidden);
  for (let step = 0; step < count; step++) {
    const token = side === 1 ? count - 1 - step : step;
    advance(direction, gates, (2 * token + side) * GATES * hidden, state, next);
    out.set(next, (2 * token + side) * hidden);
    [state, next] = [next, state];
  }
}

const GATES = 3;

/** One step of the recurrence: `next` from `state` and the gates' inputs at `at`. */
function advance({ state: weights, stateBias }: Direction, gates: Float64Array, at: number, state: Float64Array, next: Float64Array): void {
  const hidden = state.length;
  const sums = stateSums(weights.values, stateBias, state);
  for (let unit = 0; unit < hidden; unit++) {
    const reset = sigmoid((gates[at + unit] as number) + (sums[unit] as number));
    const keep = sigmoid((gates[at + hidden + unit] as number) + (sums[hidden + unit] as number));
    const fresh = Math.tanh((gates[at + 2 * hidden + unit] as number) + reset * (sums[2 * hidden + unit] as number));
    next[unit] = (1 - keep) * fresh + keep * (state[unit] as number);
  }
}

/** What the state adds to each gate of each unit; six sums at a time, so that none waits for another. `state` has an even number of units. */
function stateSums(values: Float64Array, bias: Float64Array, state: Float64Array): Float64Array {
  const hidden = state.length;
  const sums = Float64Array.from(bias);
  const rows = GATES * hidden;
  for (let row = 0; row + SUMS_AT_ONCE <= rows; row += SUMS_AT_ONCE) {
    let [a, b, c, d, e, f] = [0, 0, 0, 0, 0, 0];
    const from = row * hidden;
    for (let k = 0; k < hidden; k++) {
      const value = state[k] as number;
      const at = from + k;
      a += (values[at] as number) * value;
      b += (values[at + hidden] as number) * value;
      c += (values[at + 2 * hidden] as number) * value;
      d += (values[at + 3 * hidden] as number) * value;
      e += (values[at + 4 * hidden] as number) * value;
      f += (values[at + 5 * hidden] as number) * value;
    }
    sums[row] = (sums[row] as number) + a;
    sums[row + 1] = (sums[row + 1] as number) + b;
    sums[row + 2] = (sums[row + 2] as number) + c;
    sums[row + 3] = (sums[row + 3] as number) + d;
    sums[row + 4] = (sums[row + 4] as number) + e;
    sums[row + 5] = (sums[row + 5] as number) + f;
  }
  return sums;
}

const SUMS_AT_ONCE = 6;
