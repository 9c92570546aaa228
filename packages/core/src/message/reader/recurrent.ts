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
  const { values } = weights;
  for (let unit = 0; unit < hidden; unit++) {
    const r = unit * hidden;
    const z = r + hidden * hidden;
    const n = z + hidden * hidden;
    let reset = stateBias[unit] as number;
    let update = stateBias[hidden + unit] as number;
    let candidate = stateBias[2 * hidden + unit] as number;
    for (let k = 0; k < hidden; k++) {
      const value = state[k] as number;
      reset += (values[r + k] as number) * value;
      update += (values[z + k] as number) * value;
      candidate += (values[n + k] as number) * value;
    }
    const keep = sigmoid((gates[at + hidden + unit] as number) + update);
    const fresh = Math.tanh((gates[at + 2 * hidden + unit] as number) + sigmoid((gates[at + unit] as number) + reset) * candidate);
    next[unit] = (1 - keep) * fresh + keep * (state[unit] as number);
  }
}
