import type { MoonshineModel } from './model.ts';
import { padded } from './prepare.ts';
import type { Tensor } from './session.ts';
import { spellText } from './spell-text.ts';
import { MODEL_RATE } from './variant.ts';
import type { Vocabulary } from './vocabulary.ts';
import { weighText } from './weigh-text.ts';

/** Seconds of silence against which words are weighed. House rule. */
const SILENCE_SEC = 2;

/** Silence as the model hears it: what it writes there it writes for the words before alone. */
export function silence(model: MoonshineModel): Promise<Tensor> {
  return model.encode(padded(new Float32Array(SILENCE_SEC * MODEL_RATE), MODEL_RATE));
}

/** Words in a text, and the logarithm of each of the text's tokens over the sound. */
export interface PlacedWords {
  before: readonly string[];
  words: readonly string[];
  logs: readonly number[];
}

/**
 * How much likelier the sound makes words than silence would, as a natural logarithm: the pointwise mutual information of words and sound.
 * How rare the words are plays no part in it, as it does in their likelihood.
 */
export async function gainOf(
  model: MoonshineModel,
  vocabulary: Vocabulary,
  silent: Tensor,
  { before, words, logs }: PlacedWords,
): Promise<number> {
  const from = spellText(vocabulary, before.join(' ')).length;
  const to = from + spellText(vocabulary, words.join(' ')).length;
  const alone = await weighText(model, vocabulary, silent, [...before, ...words].join(' '));
  let gain = 0;
  for (let i = from; i < to; i++) gain += (logs[i] ?? 0) - (alone.logs[i] ?? 0);
  return gain;
}
