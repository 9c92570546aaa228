import { ATTENTION_OUTPUT, cacheNames, type DecoderGraphs, splitDecoder } from './decoder-graphs.ts';
import { rowStepper } from './rows.ts';
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
  const keys = await runtime.open(graphs.keys);
  const decoder = await runtime.open(graphs.tokens);
  const keysOf = soundKeys(keys, variant);
  const takesIn = (states: Tensor) => states.dims[0] ?? 1;
  /** Feeds tokens to every row of these keys from the beginning. */
  const feedAll = async (ofSound: Keys, rows: number, tokens: readonly number[], output: string): Promise<Float32Array> => {
    const ids = Array.from({ length: rows }, () => tokens).flat();
    const input_ids = runtime.int64(BigInt64Array.from(ids, BigInt), [rows, tokens.length]);
    return floats((await decoder.run({ input_ids, ...ofSound, ...noTokens(runtime, rows, variant) }, [output]))[output]);
  };
  const scoreTakes = async (states: Tensor, tokens: readonly number[]): Promise<Float32Array[][]> => {
    const takes = takesIn(states);
    const all = await feedAll(await keysOf(states), takes, tokens, 'logits');
    const width = all.length / takes / tokens.length;
    const row = (index: number) => all.subarray(index * width, (index + 1) * width);
    return Array.from({ length: takes }, (_, take) => tokens.map((_token, i) => row(take * tokens.length + i)));
  };
  return {
    variant,
    encode: (samples) => encodeTakes(runtime, encoder, [samples]),
    encodeAll: (takes) => encodeTakes(runtime, encoder, takes),
    start: (states) => stepper(runtime, decoder, keysOf(states), variant),
    startRows: (states) => rowStepper(runtime, decoder, keysOf(states), takesIn(states), variant),
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
    own = Object.fromEntries(names.map((name) => [asPast(name), present(outputs[name])]));
    return { logits: floats(outputs.logits), attention: floats(outputs[ATTENTION_OUTPUT]) };
  };
}

async function encodeTakes(runtime: InferenceRuntime, encoder: InferenceSession, takes: readonly Float32Array[]): Promise<Tensor> {
  const length = takes[0]?.length ?? 0;
  const samples = takes.length === 1 ? (takes[0] ?? new Float32Array(0)) : new Float32Array(takes.length * length);
  if (takes.length > 1) for (const [i, take] of takes.entries()) samples.set(take, i * length);
  const outputs = await encoder.run({ input_values: runtime.float32(samples, [takes.length, length]) }, ['last_hidden_state']);
  return present(outputs.last_hidden_state);
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
