import { cacheNames } from './decoder-graphs.ts';
import type { InferenceRuntime, InferenceSession, Tensor } from './session.ts';
import { floats, present } from './tensors.ts';
import type { MoonshineVariant } from './variant.ts';

/** Several transcripts at once on one graph run per step; see `MoonshineModel.startRows`. */
export function rowStepper(
  runtime: InferenceRuntime,
  graphs: { first: InferenceSession; next: InferenceSession },
  states: Tensor,
  variant: MoonshineVariant,
): (tokens: readonly number[], parents: readonly number[]) => Promise<Float32Array[]> {
  const everything = cacheNames(variant, 'present', ['decoder', 'encoder']);
  const own = cacheNames(variant, 'present', ['decoder']);
  const takes = states.dims[0] ?? 1;
  let cache: Record<string, Tensor> = {};
  /** Keys of the sound for the most rows there were: those of fewer rows are their beginning. */
  const ofSound: Record<string, Tensor> = {};
  let started = false;
  return async (tokens, parents) => {
    const input_ids = runtime.int64(BigInt64Array.from(tokens, BigInt), [tokens.length, 1]);
    const names = started ? own : everything;
    if (started) {
      for (const [name, tensor] of Object.entries(cache)) {
        if (!name.includes('.encoder.')) {
          cache[name] = picked(runtime, tensor, parents);
        } else if (tensor.dims[0] !== tokens.length) {
          // The same for every row of a take (rows of one take lie `takes` apart) and large: copied for more rows than ever alone.
          const most = ofSound[name] ?? tensor;
          const isEnough = (most.dims[0] ?? 0) >= tokens.length;
          const held = isEnough
            ? most
            : picked(
                runtime,
                most,
                tokens.map((_, row) => row % takes),
              );
          ofSound[name] = held;
          cache[name] = firstRows(runtime, held, tokens.length);
        }
      }
    }
    const feeds = started ? { input_ids, ...cache } : { input_ids, encoder_hidden_states: states };
    const outputs = await (started ? graphs.next : graphs.first).run(feeds, ['logits', ...names]);
    cache = { ...cache, ...Object.fromEntries(names.map((name) => [name.replace('present', 'past_key_values'), present(outputs[name])])) };
    started = true;
    const logits = floats(outputs.logits);
    const width = logits.length / tokens.length;
    return tokens.map((_, row) => logits.subarray(row * width, (row + 1) * width));
  };
}

/** The rows of a tensor in another order; the tensor itself when the order is as it was. */
function picked(runtime: InferenceRuntime, tensor: Tensor, rows: readonly number[]): Tensor {
  if (rows.length === tensor.dims[0] && rows.every((row, i) => row === i)) return tensor;
  const data = floats(tensor);
  const width = data.length / (tensor.dims[0] ?? 1);
  const result = new Float32Array(rows.length * width);
  for (const [i, row] of rows.entries()) result.set(data.subarray(row * width, (row + 1) * width), i * width);
  return runtime.float32(result, [rows.length, ...tensor.dims.slice(1)]);
}

/** The first rows of a tensor, over the same memory. */
function firstRows(runtime: InferenceRuntime, tensor: Tensor, rows: number): Tensor {
  const [all = 1, ...rest] = tensor.dims;
  if (rows === all) return tensor;
  const data = floats(tensor);
  return runtime.float32(data.subarray(0, (data.length / all) * rows), [rows, ...rest]);
}
