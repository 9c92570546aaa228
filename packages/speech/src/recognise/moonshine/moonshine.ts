import { RingbackError, type Span, type Track, type Transcript, type Word } from '@ringback/core';
import { resample } from '../../signal/resample.ts';
import { sliceOf, type Waveform } from '../../signal/waveform.ts';
import { type DigitHead, openDigitHead } from '../digit-head/digit-head.ts';
import { type DigitSpot, spotDigits } from '../digit-head/spot.ts';
import { isMadeUp } from '../inventions.ts';
import { NOT_UNDERSTOOD, type RecogniseOptions, type Recogniser } from '../recogniser.ts';
import { stretchesOf } from '../segment/stretches.ts';
import { partedBy, stretchesWithSpeech } from '../segment/with-speech.ts';
import { asExpected, type HeardStretch, numbersMeant } from './as-expected.ts';
import { decideNumbers } from './decide-numbers.ts';
import { digitSharesOf, weighDigits } from './digit-probabilities.ts';
import { decodeGreedily } from './greedy.ts';
import { type MoonshineFiles, type MoonshineModel, openModel } from './model.ts';
import { LEAD_SEC, levelled, padded, withDither } from './prepare.ts';
import { hearNumbersAgain } from './second-hearing.ts';
import type { InferenceRuntime } from './session.ts';
import { MODEL_RATE, type MoonshineVariant, TINY } from './variant.ts';
import { llamaVocabulary, type Vocabulary } from './vocabulary.ts';
import { type StretchWords, wordsOf } from './words.ts';

/** Passes over a stretch that came back without words or without an end, each with more dither (our measurement: 0.01 mends most). */
const RETRY_DITHER = [0.003, 0.01];

/** How Moonshine listens. */
export interface ListeningOptions {
  /** Unsure numbers are heard again by several dithered takes (default true); false is one plain pass, for speed comparisons. */
  hearNumbersAgain?: boolean;
}

/** Moonshine's files and, where there is one for its encoder, the digit head's weights. */
export interface EarFiles extends MoonshineFiles {
  digitHead?: Uint8Array;
}

/** Loads Moonshine on the runtime of a backend. `runtime` stays the caller's. */
export async function moonshineRecogniser(
  runtime: InferenceRuntime,
  files: EarFiles,
  variant: MoonshineVariant = TINY,
  listening: ListeningOptions = {},
): Promise<Recogniser> {
  const model = await openModel(runtime, files, variant);
  const head = files.digitHead === undefined ? null : await openDigitHead(runtime, files.digitHead);
  const vocabulary = await llamaVocabulary();
  return {
    capabilities: {
      id: `moonshine-${variant.id}`,
      remote: false,
      languages: ['en'],
      wordTimes: true,
      digitTimes: true,
      confidence: true,
    },
    recognise: (waveform, options = {}) => recognise({ model, head, vocabulary, listening }, waveform, options),
    ...(head && { digitShares: (waveform, digits, options = {}) => digitSharesOf(model, head, waveform, digits, options) }),
    digitProbabilities: (waveform, digits, forms, options = {}) => weighDigits(model, vocabulary, waveform, digits, forms, options),
    async close() {
      await Promise.all([model.close(), head?.close()]);
    },
  };
}

/** What listens. */
interface Ear {
  model: MoonshineModel;
  /** Hears digits; null where no head was trained on this encoder. */
  head: DigitHead | null;
  vocabulary: Vocabulary;
  listening: ListeningOptions;
}

async function recognise(
  ear: Ear,
  waveform: Waveform,
  { signal, onProgress, speechProbability, apart = [], draft = false, expected }: RecogniseOptions,
): Promise<Transcript> {
  const { model, head, vocabulary, listening } = ear;
  const sound = await resample(waveform, MODEL_RATE);
  const energetic = stretchesOf(sound).flatMap((stretch) => partedBy(stretch, apart));
  const stretches = speechProbability === undefined ? energetic : stretchesWithSpeech(energetic, speechProbability);
  let parts: HeardStretch[] = [];
  for (const [i, stretch] of stretches.entries()) {
    parts.push(await recogniseStretch(ear, sound, stretch, speechProbability, signal));
    onProgress?.((i + 1) / stretches.length);
  }
  if (stretches.length > 0 && parts.every(({ words }) => words.length === 0)) {
    throw new RingbackError('not-understood', NOT_UNDERSTOOD);
  }
  if (expected !== undefined && !draft) parts = await asExpected({ model, vocabulary, speech: speechProbability, signal }, parts, expected);
  const heard = joined(parts);
  if (draft || listening.hearNumbersAgain === false) return heard;
  // Numbers are heard again across the cuts: a cut inside a number does no harm.
  if (head === null) {
    return hearNumbersAgain(model, vocabulary, sound, heard, {
      ...(speechProbability && { speech: speechProbability }),
      ...(signal && { signal }),
    });
  }
  const spots = parts.flatMap((part) => part.spots);
  const meant = numbersMeant(expected);
  // Only a script says which words stand around its numbers.
  const known = expected?.script === undefined ? { scriptSureFrom: Number.POSITIVE_INFINITY } : {};
  return decideNumbers({ model, head, vocabulary, sound, speech: speechProbability, signal, meant }, heard, spots, known);
}

async function recogniseStretch(
  { model, head, vocabulary }: Ear,
  sound: Waveform,
  stretch: Span,
  speech: Track | undefined,
  signal: AbortSignal | undefined,
): Promise<HeardStretch> {
  const samples = levelled(sliceOf(sound, stretch.start, stretch.end).samples);
  const spots: DigitSpot[] = [];
  const place = { samples, startSec: stretch.start };
  let endless: HeardStretch | null = null;
  for (const amplitude of [0, ...RETRY_DITHER]) {
    const heard = padded(samples, MODEL_RATE);
    const states = await model.encode(amplitude > 0 ? withDither(heard, amplitude) : heard);
    if (head && amplitude === 0) for (const posteriors of await head.hear(states)) spots.push(...spotDigits(posteriors, stretch.start));
    const decoded = await decodeGreedily(model, states, undefined, signal);
    const found = wordsOf({ ...decoded, leadSec: LEAD_SEC }, vocabulary, model.variant.heads, samples, stretch.start, speech);
    if (isMadeUp(found.text)) continue;
    // A transcript that never ends repeats itself.
    if (found.words.length > 0 && decoded.ended) return { ...found, ...place, states, spots };
    if (found.words.length > 0) endless ??= { ...found, ...place, states, spots };
  }
  return endless ?? { text: '', words: [], ...place, states: null, spots };
}

/** One text of all stretches; offsets count from its beginning. */
function joined(parts: readonly StretchWords[]): Transcript {
  let text = '';
  const words: Word[] = [];
  for (const part of parts.filter(({ words: some }) => some.length > 0)) {
    const shift = text.length === 0 ? 0 : text.length + 1;
    text = text.length === 0 ? part.text : `${text} ${part.text}`;
    for (const word of part.words) words.push({ ...word, charStart: word.charStart + shift, charEnd: word.charEnd + shift });
  }
  return { text, words };
}
