import { linear } from './matrix.ts';
import { type RecurrentLayer, runRecurrent } from './recurrent.ts';
import type { Matrix } from './weights.ts';

/** How the network's sums are worked out. */
export interface Kernel {
  /** A step from `count` rows of `weights.columns` numbers to `count` rows of `weights.rows`: times the transpose of `weights`, plus `bias`. */
  linear(weights: Matrix, bias: Float64Array): Step;
  /** A step from the inputs of a layer's gates, as `inputWeights` orders them, to the states of both directions side by side. */
  recurrent(layer: RecurrentLayer): Step;
}

/** What is done to a row of numbers for each of `count` tokens. */
export type Step = (input: Float64Array, count: number) => Float64Array;

/** Number by number, where there are no vector instructions. */
export const plainKernel: Kernel = {
  linear: (weights, bias) => (input, count) => linear(input, count, weights, bias),
  recurrent: (layer) => (gates, count) => runRecurrent(layer, gates, count),
};
