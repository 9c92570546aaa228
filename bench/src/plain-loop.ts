import { readFile } from 'node:fs/promises';
import { MOONSHINE_TINY } from '@ringback/speech';
import { modelFile } from '@ringback/speech/node';
import * as ort from 'onnxruntime-node';

/** Layers, heads and head width of Moonshine Tiny. */
const LAYERS = 6;
const HEADS = 8;
const HEAD_SIZE = 36;
const START_TOKEN = 1;
const END_TOKEN = 2;
const TOKENS_PER_SECOND = 6.5;

/** Moonshine as its authors publish it, by the shortest loop that works: merged decoder, no times. Returns the number of tokens. */
export async function openPlainLoop(modelsDir: string, threads = 1): Promise<(samples: Float32Array) => Promise<number>> {
  const options = { intraOpNumThreads: threads, interOpNumThreads: 1 };
  const open = async (name: string) =>
    ort.InferenceSession.create(await readFile(await modelFile(MOONSHINE_TINY, name, modelsDir)), options);
  const encoder = await open('encoder_model.onnx');
  const decoder = await open('decoder_model_merged.onnx');
  return async (samples) => {
    const { last_hidden_state: states } = await encoder.run({ input_values: new ort.Tensor('float32', samples, [1, samples.length]) });
    if (!states) throw new Error('The encoder returned nothing.');
    const limit = Math.ceil((samples.length / 16_000) * TOKENS_PER_SECOND);
    let cache = emptyCache();
    let token = START_TOKEN;
    let count = 0;
    for (; count < limit; count++) {
      const outputs = await decoder.run({
        input_ids: new ort.Tensor('int64', BigInt64Array.of(BigInt(token)), [1, 1]),
        encoder_hidden_states: states,
        use_cache_branch: new ort.Tensor('bool', Uint8Array.of(count > 0 ? 1 : 0), [1]),
        ...cache,
      });
      token = likeliest(outputs.logits?.data as Float32Array);
      if (token === END_TOKEN) break;
      cache = nextCache(cache, outputs, count === 0);
    }
    return count;
  };
}

type Cache = Record<string, ort.Tensor>;

function emptyCache(): Cache {
  const names = Array.from({ length: LAYERS }, (_, layer) =>
    ['decoder', 'encoder'].flatMap((side) => ['key', 'value'].map((part) => `past_key_values.${layer}.${side}.${part}`)),
  ).flat();
  return Object.fromEntries(names.map((name) => [name, new ort.Tensor('float32', new Float32Array(0), [0, HEADS, 1, HEAD_SIZE])]));
}

/** The keys of the sound come with the first token only. */
function nextCache(cache: Cache, outputs: Record<string, ort.Tensor | undefined>, first: boolean): Cache {
  return Object.fromEntries(
    Object.entries(cache).map(([name, old]) => {
      const fresh = outputs[name.replace('past_key_values', 'present')];
      return [name, fresh && (first || name.includes('.decoder.')) ? fresh : old];
    }),
  );
}

function likeliest(logits: Float32Array): number {
  let best = 0;
  for (let i = 1; i < logits.length; i++) if ((logits[i] ?? 0) > (logits[best] ?? 0)) best = i;
  return best;
}
