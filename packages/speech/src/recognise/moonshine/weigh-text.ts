import { logSum } from './log-sum.ts';
import type { MoonshineModel } from './model.ts';
import type { Tensor } from './session.ts';
import { spellText } from './spell-text.ts';
import { END_TOKEN, START_TOKEN, type Vocabulary } from './vocabulary.ts';

/** A text as the decoder weighs it against the sound. */
export interface WeighedText {
  tokens: number[];
  /** Natural logarithm of the probability of each token after those before it. */
  logs: number[];
  /** Natural logarithm of the probability of the whole text and that it ends there. */
  log: number;
}

/** How likely the decoder finds a text when it is told to write it: one pass over the encoder states, nothing is searched. */
export async function weighText(model: MoonshineModel, vocabulary: Vocabulary, states: Tensor, text: string): Promise<WeighedText> {
  const tokens = spellText(vocabulary, text);
  const rows = await model.score(states, [START_TOKEN, ...tokens]);
  const logs = [...tokens, END_TOKEN].map((token, i) => logOf(rows[i] ?? new Float32Array(0), token));
  return {
    tokens,
    logs: logs.slice(0, -1),
    log: logs.reduce((sum, log) => sum + log, 0),
  };
}

/** Natural logarithm of one token's share of the softmax. */
export function logOf(row: Float32Array, token: number): number {
  return (row[token] ?? Number.NEGATIVE_INFINITY) - logSum(row);
}
