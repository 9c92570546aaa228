import { ATTENTION_OUTPUT, cacheNames, type DecoderGraphs, splitDecoder } from './decoder-graphs.ts';
import { rowStepper } from './rows.ts';
import type { InferenceRuntime, InferenceSession, Tensor } from './session.ts';
import { floats, present } from './tensors.ts';
import type { MoonshineVariant } from './variant.ts';
import { START_TOKEN } from './vocabulary.ts';

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
  /** Takes of one length to states [takes, frames, width]. */
  encodeAll(takes: readonly Float32Array[]): Promise<Tensor>;
  /** Begins a transcript of these states; each call of the returned function feeds one token. */
  start(states: Tensor): (token: number) => Promise<DecoderStep>;
  /**
   * Begins several transcripts at once, one row per take of the states. Each call feeds a token to every row of the new set;
   * `parents[i]` is the row of the last set that row `i` goes on from, of the same take. Returns `scores[row]`.
   */
  startRows(states: Tensor): (tokens: readonly number[], parents: readonly number[]) => Promise<Float32Array[]>;
  /** Attention to the first take when each of `tokens` was chosen, given those before it: `rows[i][head * frames + frame]`. */
  attend(states: Tensor, tokens: readonly number[]): Promise<Float32Array[]>;
  /** Scores of the token after each of `tokens`, all fed at once: `scores[i]` answers to `tokens[i]` and those before it. */
  score(states: Tensor, tokens: readonly number[]): Promise<Float32Array[]>;
  /** The same for every take of the states: `scores[take][i]`. */
  scoreTakes(states: Tensor, tokens: readonly number[]): Promise<Float32Array[][]>;
  close(): Promise<void>;
}

/** The two files of a Moonshine model. */
export interface MoonshineFiles {
  encoder: Uint8Array;
  /** As published, or as `splitDecoder` prepared it. */
  decoder: Uint8Array | DecoderGraphs;
}

/** Loads the model on a runtime. Throws "bad-model" when the decoder is not of this variant. */
export async function openModel(runtime: InferenceRuntime, files: MoonshineFiles, variant: MoonshineVariant): Promise<MoonshineModel> {
  const graphs = files.decoder instanceof Uint8Array ? splitDecoder(files.decoder, variant) : files.decoder;
  const encoder = await runtime.open(files.encoder);
  const first = await runtime.open(graphs.first);
  const next = await runtime.open(graphs.next);
  return {
    variant,
    encode: (samples) => encodeTakes(runtime, encoder, [samples]),
    encodeAll: (takes) => encodeTakes(runtime, encoder, takes),
    start: (states) => stepper(runtime, { first, next }, states, variant),
    startRows: (states) => rowStepper(runtime, { first, next }, states, variant),
    async attend(states, tokens) {
      const input_ids = runtime.int64(BigInt64Array.from([START_TOKEN, ...tokens.slice(0, -1)], BigInt), [1, tokens.length]);
      const encoder_hidden_states = firstTake(runtime, states);
      const { [ATTENTION_OUTPUT]: attention } = await first.run({ input_ids, encoder_hidden_states }, [ATTENTION_OUTPUT]);
      return rowsOfAttention(floats(attention), variant.heads.length, tokens.length);
    },
    score: async (states, tokens) => (await scoreTakes(runtime, first, states, tokens))[0] ?? [],
    scoreTakes: (states, tokens) => scoreTakes(runtime, first, states, tokens),
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

async function scoreTakes(
  runtime: InferenceRuntime,
  first: InferenceSession,
  states: Tensor,
  tokens: readonly number[],
): Promise<Float32Array[][]> {
  const takes = states.dims[0] ?? 1;
  const ids = Array.from({ length: takes }, () => tokens).flat();
  const input_ids = runtime.int64(BigInt64Array.from(ids, BigInt), [takes, tokens.length]);
  const all = floats((await first.run({ input_ids, encoder_hidden_states: states }, ['logits'])).logits);
  const width = all.length / ids.length;
  const row = (index: number) => all.subarray(index * width, (index + 1) * width);
  return Array.from({ length: takes }, (_, take) => tokens.map((_, i) => row(take * tokens.length + i)));
}

async function encodeTakes(runtime: InferenceRuntime, encoder: InferenceSession, takes: readonly Float32Array[]): Promise<Tensor> {
  const length = takes[0]?.length ?? 0;
  const samples = takes.length === 1 ? (takes[0] ?? new Float32Array(0)) : new Float32Array(takes.length * length);
  if (takes.length > 1) for (const [i, take] of takes.entries()) samples.set(take, i * length);
  const outputs = await encoder.run({ input_values: runtime.float32(samples, [takes.length, length]) }, ['last_hidden_state']);
  return present(outputs.last_hidden_state);
}

function firstTake(runtime: InferenceRuntime, states: Tensor): Tensor {
  const [takes = 1, ...rest] = states.dims;
  const all = floats(states);
  return takes === 1 ? states : runtime.float32(all.subarray(0, all.length / takes), [1, ...rest]);
}

/** From [heads, tokens, frames] to one [heads, frames] per token. */
function rowsOfAttention(attention: Float32Array, heads: number, tokens: number): Float32Array[] {
  const frames = attention.length / heads / tokens;
  return Array.from({ length: tokens }, (_, token) => {
    const row = new Float32Array(heads * frames);
    for (let head = 0; head < heads; head++) {
      const at = (head * tokens + token) * frames;
      row.set(attention.subarray(at, at + frames), head * frames);
    }
    return row;
  });
}
