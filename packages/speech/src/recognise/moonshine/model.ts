import { ATTENTION_OUTPUT, cacheNames, splitDecoder } from './decoder-graphs.ts';
import type { InferenceRuntime, InferenceSession, Tensor } from './session.ts';
import type { MoonshineVariant } from './variant.ts';

/** What one step of the decoder gives. */
export interface DecoderStep {
  /** Scores of all tokens that could come next. */
  logits: Float32Array;
  /** Attention of each chosen head to each frame: `attention[head * frames + frame]`. */
  attention: Float32Array;
}

/** The tensors of Moonshine: no policy, no text, no times. */
export interface MoonshineModel {
  readonly variant: MoonshineVariant;
  /** 16 kHz mono samples to encoder states [1, frames, width]. */
  encode(samples: Float32Array): Promise<Tensor>;
  /** Begins a transcript of these states; each call of the returned function feeds one token. */
  start(states: Tensor): (token: number) => Promise<DecoderStep>;
  /** Scores of the token after each of `tokens`, all fed at once: `scores[i]` answers to `tokens[i]` and those before it. */
  score(states: Tensor, tokens: readonly number[]): Promise<Float32Array[]>;
  close(): Promise<void>;
}

/** The two files of a Moonshine model. */
export interface MoonshineFiles {
  encoder: Uint8Array;
  decoder: Uint8Array;
}

/** Loads the model on a runtime. Throws "bad-model" when the decoder is not of this variant. */
export async function openModel(runtime: InferenceRuntime, files: MoonshineFiles, variant: MoonshineVariant): Promise<MoonshineModel> {
  const graphs = splitDecoder(files.decoder, variant);
  const encoder = await runtime.open(files.encoder);
  const first = await runtime.open(graphs.first);
  const next = await runtime.open(graphs.next);
  return {
    variant,
    async encode(samples) {
      const { last_hidden_state: states } = await encoder.run({ input_values: runtime.float32(samples, [1, samples.length]) }, [
        'last_hidden_state',
      ]);
      return present(states);
    },
    start: (states) => stepper(runtime, { first, next }, states, variant),
    async score(states, tokens) {
      const input_ids = runtime.int64(BigInt64Array.from(tokens, BigInt), [1, tokens.length]);
      const { logits } = await first.run({ input_ids, encoder_hidden_states: states }, ['logits']);
      const all = floats(logits);
      const width = all.length / tokens.length;
      return tokens.map((_, index) => all.subarray(index * width, (index + 1) * width));
    },
    async close() {
      await Promise.all([encoder.release(), first.release(), next.release()]);
    },
  };
}

function stepper(
  runtime: InferenceRuntime,
  graphs: { first: InferenceSession; next: InferenceSession },
  states: Tensor,
  variant: MoonshineVariant,
): (token: number) => Promise<DecoderStep> {
  const everything = cacheNames(variant, 'present', ['decoder', 'encoder']);
  const own = cacheNames(variant, 'present', ['decoder']);
  const cache: Record<string, Tensor> = {};
  let started = false;
  return async (token) => {
    const input_ids = runtime.int64(BigInt64Array.of(BigInt(token)), [1, 1]);
    const fetches = ['logits', ATTENTION_OUTPUT, ...(started ? own : everything)];
    const feeds = started ? { input_ids, ...cache } : { input_ids, encoder_hidden_states: states };
    const outputs = await (started ? graphs.next : graphs.first).run(feeds, fetches);
    for (const name of started ? own : everything) cache[name.replace('present', 'past_key_values')] = present(outputs[name]);
    started = true;
    return { logits: floats(outputs.logits), attention: floats(outputs[ATTENTION_OUTPUT]) };
  };
}

function present(tensor: Tensor | undefined): Tensor {
  if (tensor === undefined) throw new Error('The graph did not return an output it was asked for.');
  return tensor;
}

function floats(tensor: Tensor | undefined): Float32Array {
  const { data } = present(tensor);
  if (!(data instanceof Float32Array)) throw new Error('The graph returned something other than floats.');
  return data;
}
