import { linear, sigmoid } from './matrix.ts';
import type { Matrix, Weights } from './weights.ts';

/** One direction of a gated recurrent layer (Cho et al. 2014), gates in the order reset, update, new. */
interface Direction {
  input: Matrix;
  inputBias: Float32Array;
  state: Matrix;
  stateBias: Float32Array;
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

/** The layer over `count` tokens; the result has, for each, the states of both directions side by side. */
export function runRecurrent(layer: RecurrentLayer, input: Float32Array, count: number): Float32Array {
  const hidden = layer.forward.state.columns;
  const out = new Float32Array(count * 2 * hidden);
  runDirection(layer.forward, input, count, out, 0, false);
  runDirection(layer.backward, input, count, out, hidden, true);
  return out;
}

function runDirection(
  direction: Direction,
  input: Float32Array,
  count: number,
  out: Float32Array,
  column: number,
  reversed: boolean,
): void {
  const hidden = direction.state.columns;
  const gates = linear(input, count, direction.input, direction.inputBias);
  let state = new Float32Array(hidden);
  let next = new Float32Array(hidden);
  for (let step = 0; step < count; step++) {
    const token = reversed ? count - 1 - step : step;
    advance(direction, gates, token * GATES * hidden, state, next);
    out.set(next, token * 2 * hidden + column);
    [state, next] = [next, state];
  }
}

const GATES = 3;

/** One step of the recurrence: `next` from `state` and the gates' inputs at `at`. */
function advance({ state: weights, stateBias }: Direction, gates: Float32Array, at: number, state: Float32Array, next: Float32Array): void {
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
function stateSums(values: Float32Array, bias: Float32Array, state: Float32Array): Float32Array {
  const hidden = state.length;
  const sums = Float32Array.from(bias);
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
