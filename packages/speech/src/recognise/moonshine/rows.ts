import { cacheNames } from './decoder-graphs.ts';
import type { InferenceRuntime, InferenceSession, Tensor } from './session.ts';
import { asPast, firstRows, type Keys, noTokens } from './sound-keys.ts';
import { floats, present } from './tensors.ts';
import type { MoonshineVariant } from './variant.ts';

/** Several transcripts at once on one graph run per step, one row for each take of the sound; see `MoonshineModel.startRows`. */
export function rowStepper(
  runtime: InferenceRuntime,
  graph: InferenceSession,
  ofSound: Promise<Keys>,
  takes: number,
  variant: MoonshineVariant,
): (tokens: readonly number[], parents: readonly number[]) => Promise<Float32Array[]> {
  const names = cacheNames(variant, 'present', ['decoder']);
  let own = noTokens(runtime, takes, variant);
  /** Keys of the sound for the most rows there were: those of fewer rows are their beginning. */
  let sound: Keys | null = null;
  return async (tokens, parents) => {
    const rows = tokens.length;
    sound = forRows(runtime, sound ?? (await ofSound), takes, rows);
    const input_ids = runtime.int64(BigInt64Array.from(tokens, BigInt), [rows, 1]);
    const feeds: Record<string, Tensor> = { input_ids };
    for (const [name, tensor] of Object.entries(sound)) feeds[name] = firstRows(runtime, tensor, rows);
    for (const [name, tensor] of Object.entries(own)) feeds[name] = picked(runtime, tensor, parents);
    const outputs = await graph.run(feeds, ['logits', ...names]);
    own = Object.fromEntries(names.map((name) => [asPast(name), present(outputs[name])]));
    const logits = floats(outputs.logits);
    const width = logits.length / rows;
    return tokens.map((_, row) => logits.subarray(row * width, (row + 1) * width));
  };
}

/** Keys for at least so many rows. They are the same for every row of a take (rows of one take lie `takes` apart) and large: copied for more rows than ever alone. */
function forRows(runtime: InferenceRuntime, keys: Keys, takes: number, rows: number): Keys {
  const [one] = Object.values(keys);
  if ((one?.dims[0] ?? 0) >= rows) return keys;
  const sources = Array.from({ length: rows }, (_, row) => row % takes);
  return Object.fromEntries(Object.entries(keys).map(([name, tensor]) => [name, picked(runtime, tensor, sources)]));
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
