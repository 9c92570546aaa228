import { cacheNames } from './decoder-graphs.ts';
import type { InferenceRuntime, InferenceSession, Tensor } from './session.ts';
import { floats, present } from './tensors.ts';
import type { MoonshineVariant } from './variant.ts';

/** Keys and values of each layer, by the names under which the decoder's graph takes them: [rows, heads, frames or tokens, headSize] each. */
export type Keys = Readonly<Record<string, Tensor>>;

/** Sounds whose keys are kept: two are held against each other where a number comes twice, or words against silence. House rule. */
const KEPT = 2;

/** Works out the keys of a sound once, however often it is asked about; those of the last sounds are kept, twelve times as large as its states. */
export function soundKeys(graph: InferenceSession, variant: MoonshineVariant): (states: Tensor) => Promise<Keys> {
  const names = cacheNames(variant, 'present', ['encoder']);
  const kept = new Map<Tensor, Promise<Keys>>();
  return (states) => {
    const keys = kept.get(states) ?? workedOut(graph, names, states);
    // The one asked for last is the last in the map.
    kept.delete(states);
    kept.set(states, keys);
    keys.catch(() => kept.delete(states));
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    return keys;
  };
}

async function workedOut(graph: InferenceSession, names: readonly string[], states: Tensor): Promise<Keys> {
  const outputs = await graph.run({ encoder_hidden_states: states }, names);
  return Object.fromEntries(names.map((name) => [asPast(name), present(outputs[name])]));
}

/** The name under which what a graph gave is given back to it. */
export const asPast = (name: string): string => name.replace('present', 'past_key_values');

/** Keys of tokens before any was said. */
export function noTokens(runtime: InferenceRuntime, rows: number, variant: MoonshineVariant): Keys {
  const none = runtime.float32(new Float32Array(0), [rows, variant.headCount, 0, variant.headSize]);
  return Object.fromEntries(cacheNames(variant, 'past_key_values', ['decoder']).map((name) => [name, none]));
}

/** The keys of the first row alone, over the same memory. */
export function firstRow(runtime: InferenceRuntime, keys: Keys): Keys {
  return Object.fromEntries(
    Object.entries(keys).map(([name, tensor]) => {
      const [rows = 1, ...rest] = tensor.dims;
      const data = floats(tensor);
      return [name, rows === 1 ? tensor : runtime.float32(data.subarray(0, data.length / rows), [1, ...rest])];
    }),
  );
}
