import type { Tensor } from './session.ts';

/** The tensor, or an error when the graph did not return it. */
export function present(tensor: Tensor | undefined): Tensor {
  if (tensor === undefined) throw new Error('The graph did not return an output it was asked for.');
  return tensor;
}

/** The tensor's floats. */
export function floats(tensor: Tensor | undefined): Float32Array {
  const { data } = present(tensor);
  if (!(data instanceof Float32Array)) throw new Error('The graph returned something other than floats.');
  return data;
}
