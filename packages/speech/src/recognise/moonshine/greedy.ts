import type { MoonshineModel } from './model.ts';
import type { Tensor } from './session.ts';
import { FRAME_RATE } from './variant.ts';
import { END_TOKEN, START_TOKEN } from './vocabulary.ts';

/** Limits of one transcript. */
export interface DecodingOptions {
  /** Tokens per second of sound above which Moonshine only repeats itself (source: its authors' reference decoder, 6.5). */
  tokensPerSecond: number;
  /** Tokens allowed whatever the length, so that a short "yes, thank you" fits (house rule). */
  minTokenLimit: number;
  /** Tokens before which the end is forbidden: on telephone audio the model often ends at once (our measurement). */
  forbidEndFor: number;
}

/** Defaults; see the fields for unit and source. */
export const DECODING_DEFAULTS: DecodingOptions = { tokensPerSecond: 6.5, minTokenLimit: 8, forbidEndFor: 3 };

/** Tokens chosen one after the other, without start and end. */
export interface Decoded {
  tokens: number[];
  /** Probability of each token, 0..1. */
  probabilities: number[];
  /** One row for each token: attention of each head to each frame, `row[head * frames + frame]`. */
  attention: Float32Array[];
  frames: number;
  /** False when the token limit cut the transcript off. */
  ended: boolean;
}

/** Takes the likeliest token again and again until the model says it is done. */
export async function decodeGreedily(
  model: MoonshineModel,
  states: Tensor,
  options: DecodingOptions = DECODING_DEFAULTS,
  signal?: AbortSignal,
): Promise<Decoded> {
  const frames = states.dims[1] ?? 0;
  const limit = Math.max(options.minTokenLimit, Math.ceil((frames / FRAME_RATE) * options.tokensPerSecond));
  const step = model.start(states);
  const decoded: Decoded = { tokens: [], probabilities: [], attention: [], frames, ended: false };
  let token = START_TOKEN;
  while (decoded.tokens.length < limit) {
    signal?.throwIfAborted();
    const { logits, attention } = await step(token);
    const forbidden = decoded.tokens.length < options.forbidEndFor ? END_TOKEN : -1;
    token = likeliest(logits, forbidden);
    if (token === END_TOKEN) {
      decoded.ended = true;
      break;
    }
    decoded.tokens.push(token);
    decoded.probabilities.push(probabilityOf(logits, token));
    // The attention of the step that chose a token belongs to that token.
    decoded.attention.push(attention);
  }
  return decoded;
}

function likeliest(logits: Float32Array, forbidden: number): number {
  let best = -1;
  let score = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logits.length; i++) {
    const value = logits[i] as number;
    if (value > score && i !== forbidden) {
      score = value;
      best = i;
    }
  }
  return best;
}

/** Below this distance from the top (in natural logarithm) a score adds nothing that shows. */
const NEGLIGIBLE = -20;

/** Softmax of the highest entry (or of one near it). */
function probabilityOf(logits: Float32Array, token: number): number {
  const top = logits[token] ?? 0;
  let sum = 0;
  for (let i = 0; i < logits.length; i++) {
    const distance = (logits[i] as number) - top;
    if (distance > NEGLIGIBLE) sum += Math.exp(distance);
  }
  return 1 / sum;
}
