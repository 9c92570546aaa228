import { ATTENTION_OUTPUT, cacheNames, type DecoderGraphs, splitDecoder } from './decoder-graphs.ts';
import type { InferenceRuntime, InferenceSession, Tensor } from './session.ts';
import { asPast, firstRow, type Keys, noTokens, soundKeys } from './sound-keys.ts';
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

/** What one step gives that several takes share. */
export interface BranchStep {
  /** Scores of all tokens that could come next, for each take: `scores[take][token]`. */
  scores: Float32Array[];
  /** All that was fed so far, as the decoder keeps it: any number of tokens may be fed after it, each by itself. */
  fed: Keys;
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
  /** Begins transcripts that all takes of these states share: feeds a token after what was fed before, null for nothing. */
  branches(states: Tensor): (before: Keys | null, token: number) => Promise<BranchStep>;
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
  const keys = await runtime.open(graphs.keys);
  const decoder = await runtime.open(graphs.tokens);
  const keysOf = soundKeys(keys, variant);
  const takesIn = (states: Tensor) => states.dims[0] ?? 1;
  const ownNames = cacheNames(variant, 'present', ['decoder']);
  /** Feeds tokens to every row of these keys from the beginning. */
  const feedAll = async (ofSound: Keys, rows: number, tokens: readonly number[], output: string): Promise<Float32Array> => {
    const ids = Array.from({ length: rows }, () => tokens).flat();
    const input_ids = runtime.int64(BigInt64Array.from(ids, BigInt), [rows, tokens.length]);
    return floats((await decoder.run({ input_ids, ...ofSound, ...noTokens(runtime, rows, variant) }, [output]))[output]);
  };
  const scoreTakes = async (states: Tensor, tokens: readonly number[]): Promise<Float32Array[][]> => {
    const takes = takesIn(states);
    const all = await feedAll(await keysOf(states), takes, tokens, 'logits');
    return rowsOf(all, takes).map((take) => rowsOf(take, tokens.length));
  };
  return {
    variant,
    encode: (samples) => encodeTakes(runtime, encoder, [samples]),
    encodeAll: (takes) => encodeTakes(runtime, encoder, takes),
    start: (states) => stepper(runtime, decoder, keysOf(states), variant),
    branches: (states) => async (before, token) => {
      const takes = takesIn(states);
      const own = before ?? noTokens(runtime, takes, variant);
      const input_ids = runtime.int64(new BigInt64Array(takes).fill(BigInt(token)), [takes, 1]);
      const outputs = await decoder.run({ input_ids, ...(await keysOf(states)), ...own }, ['logits', ...ownNames]);
      return { scores: rowsOf(floats(outputs.logits), takes), fed: ownOf(outputs, ownNames) };
    },
    async attend(states, tokens) {
      const ofFirst = firstRow(runtime, await keysOf(states));
      const attention = await feedAll(ofFirst, 1, [START_TOKEN, ...tokens.slice(0, -1)], ATTENTION_OUTPUT);
      return rowsOfAttention(attention, variant.heads.length, tokens.length);
    },
    score: async (states, tokens) => (await scoreTakes(states, tokens))[0] ?? [],
    scoreTakes,
    async close() {
      await Promise.all([encoder.release(), keys.release(), decoder.release()]);
    },
  };
}

function stepper(
  runtime: InferenceRuntime,
  graph: InferenceSession,
  ofSound: Promise<Keys>,
  variant: MoonshineVariant,
): (token: number) => Promise<DecoderStep> {
  const names = cacheNames(variant, 'present', ['decoder']);
  let own = noTokens(runtime, 1, variant);
  return async (token) => {
    const input_ids = runtime.int64(BigInt64Array.of(BigInt(token)), [1, 1]);
    const outputs = await graph.run({ input_ids, ...(await ofSound), ...own }, ['logits', ATTENTION_OUTPUT, ...names]);
    own = ownOf(outputs, names);
    return { logits: floats(outputs.logits), attention: floats(outputs[ATTENTION_OUTPUT]) };
  };
}

/** The keys of the tokens so far, as they are given back to the graph. */
function ownOf(outputs: Record<string, Tensor>, names: readonly string[]): Keys {
  return Object.fromEntries(names.map((name) => [asPast(name), present(outputs[name])]));
}

/** So many rows of one length, over the same memory. */
function rowsOf(all: Float32Array, rows: number): Float32Array[] {
  const width = all.length / rows;
  return Array.from({ length: rows }, (_, row) => all.subarray(row * width, (row + 1) * width));
}

/** One take after the other: attention grows with the square of the length, and of several takes at once it would all be held together. */
async function encodeTakes(runtime: InferenceRuntime, encoder: InferenceSession, takes: readonly Float32Array[]): Promise<Tensor> {
  const encoded: Tensor[] = [];
  for (const samples of takes) {
    const { last_hidden_state } = await encoder.run({ input_values: runtime.float32(samples, [1, samples.length]) }, ['last_hidden_state']);
    encoded.push(present(last_hidden_state));
  }
  const [first] = encoded;
  if (first === undefined || encoded.length === 1) return present(first);
  const all = new Float32Array(encoded.length * floats(first).length);
  for (const [take, states] of encoded.entries()) all.set(floats(states), take * floats(first).length);
  return runtime.float32(all, [encoded.length, ...first.dims.slice(1)]);
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
