import type { Track, Transcript, Word } from '@ringback/core';
import { sliceOf, type Waveform } from '../../signal/waveform.ts';
import { hearDigits } from './hear-digits.ts';
import type { MoonshineModel } from './model.ts';
import { digitsIn, type NumberRun, unsureNumbers } from './number-runs.ts';
import { LEAD_SEC } from './prepare.ts';
import { confirmed, rewritten } from './rewrite.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** When the second hearing is believed. */
export interface SecondHearingOptions {
  /** Sound kept before and after the number, in seconds. */
  marginSec: number;
  /**
   * Mean logarithm of probability below which the sound is no number after all
   * (our measurement: -0.25 to -0.8 on numbers, below -1.5 on other speech).
   */
  minScore: number;
  /** Digits that may be gone against the first hearing. */
  maxLost: number;
}

/** Defaults; see the fields for unit and source. */
export const SECOND_HEARING_DEFAULTS: SecondHearingOptions = { marginSec: 0.4, minScore: -1, maxLost: 1 };

/** Hears unsure numbers again, several takes together, and writes down what they agree on. */
export async function hearNumbersAgain(
  model: MoonshineModel,
  vocabulary: Vocabulary,
  sound: Waveform,
  heard: Transcript,
  { speech, signal, ...options }: Partial<SecondHearingOptions> & { speech?: Track; signal?: AbortSignal } = {},
): Promise<Transcript> {
  let words: Word[] = [...heard.words];
  // From the last to the first, so that indices before stay valid.
  for (const run of unsureNumbers(heard.words).reverse()) {
    const again = await hearRun(
      { model, vocabulary, sound, speech, signal, options: { ...SECOND_HEARING_DEFAULTS, ...options } },
      words,
      run,
    );
    if (again) words = [...words.slice(0, run.first), ...again, ...words.slice(run.end)];
  }
  return rewritten(words);
}

/** What is listened to, and with what. */
interface Hearing {
  model: MoonshineModel;
  vocabulary: Vocabulary;
  sound: Waveform;
  speech: Track | undefined;
  signal: AbortSignal | undefined;
  options: SecondHearingOptions;
}

async function hearRun(
  { model, vocabulary, sound, speech, signal, options }: Hearing,
  words: readonly Word[],
  run: NumberRun,
): Promise<Word[] | null> {
  const inside = words.slice(run.first, run.end);
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return null;
  const start = Math.max(first.start - options.marginSec, words[run.first - 1]?.end ?? 0);
  const end = Math.min(last.end + options.marginSec, words[run.end]?.start ?? Number.POSITIVE_INFINITY);
  const { samples } = sliceOf(sound, start, end);
  const guess = inside.every(({ text }) => digitsIn(text) !== null) ? inside.map(({ text }) => digitsIn(text)).join('') : null;
  const digits = await hearDigits(model, vocabulary, samples, guess, undefined, signal);
  const before = inside.reduce((count, { text }) => count + (digitsIn(text)?.length ?? 0), 0);
  // A number that breaks off early is likelier than a whole one, and wrong.
  if (!digits || digits.score < options.minScore || digits.digits.length < before - options.maxLost) return null;
  if (digits.digits === guess) return confirmed(inside, digits.confidences);
  const attention = await model.attend(digits.states, digits.tokens);
  const frames = digits.states.dims[1] ?? 0;
  return wordsOf({ ...digits, attention, frames, leadSec: LEAD_SEC }, vocabulary, model.variant.heads, samples, start, speech).words;
}
