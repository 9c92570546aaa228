import { RingbackError, type Transcript, type Word } from '@ringback/core';
import { resample } from '../../signal/resample.ts';
import { sliceOf, type Waveform } from '../../signal/waveform.ts';
import { openDigitHead } from '../digit-head/digit-head.ts';
import { NOT_UNDERSTOOD, type RecogniseOptions, type Recogniser } from '../recogniser.ts';
import { stretchesOf } from '../segment/stretches.ts';
import { partedBy, stretchesWithSpeech } from '../segment/with-speech.ts';
import { asExpected, type HeardStretch, numbersMeant } from './as-expected.ts';
import { decideNumbers } from './decide-numbers.ts';
import { digitSharesOf, weighDigits } from './digit-probabilities.ts';
import { hearStretch, type StretchEar, type StretchSound } from './hear-stretch.ts';
import { type MoonshineFiles, openModel } from './model.ts';
import { hearNumbersAgain } from './second-hearing.ts';
import type { InferenceRuntime } from './session.ts';
import { type HearStretch, hearStretches } from './stretch-lanes.ts';
import { floats } from './tensors.ts';
import { MODEL_RATE, type MoonshineVariant, TINY } from './variant.ts';
import { llamaVocabulary } from './vocabulary.ts';
import type { StretchWords } from './words.ts';

/** How Moonshine listens. */
export interface ListeningOptions {
  /** Unsure numbers are heard again by several dithered takes (default true); false is one plain pass, for speed comparisons. */
  hearNumbersAgain?: boolean;
  /**
   * A second ear over the same weights in a thread of its own, asked for at every recording: null while there is none. Stretches are heard by
   * both at the same time.
   */
  beside?: () => SecondEar | null;
}

/** What a stretch that was heard in another thread comes back as. */
export interface SentStretch extends Omit<HeardStretch, 'states'> {
  /** Encoder states [1, frames, width], of the hearing that gave the words; null where there are none. */
  states: { data: Float32Array; dims: readonly number[] } | null;
}

/** Hears stretches elsewhere. Rejects when it cannot. */
export type SecondEar = (sound: StretchSound) => Promise<SentStretch>;

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
  const ear = await openStretchEar(runtime, files, variant);
  const { model, head, vocabulary } = ear;
  return {
    capabilities: {
      id: `moonshine-${variant.id}`,
      remote: false,
      languages: ['en'],
      wordTimes: true,
      digitTimes: true,
      confidence: true,
    },
    recognise: (waveform, options = {}) => recognise({ ...ear, runtime, listening }, waveform, options),
    ...(head && { digitShares: (waveform, digits, options = {}) => digitSharesOf(model, head, waveform, digits, options) }),
    digitProbabilities: (waveform, digits, forms, options = {}) => weighDigits(model, vocabulary, waveform, digits, forms, options),
    async close() {
      await Promise.all([model.close(), head?.close()]);
    },
  };
}

/** Hears stretches for a recogniser in another thread, over the same weights. */
export async function moonshineSecondEar(runtime: InferenceRuntime, files: EarFiles, variant: MoonshineVariant = TINY): Promise<SecondEar> {
  const ear = await openStretchEar(runtime, files, variant);
  return async (sound) => {
    const heard = await hearStretch(ear, sound);
    return { ...heard, states: heard.states && { data: floats(heard.states), dims: heard.states.dims } };
  };
}

async function openStretchEar(runtime: InferenceRuntime, files: EarFiles, variant: MoonshineVariant): Promise<StretchEar> {
  const model = await openModel(runtime, files, variant);
  const head = files.digitHead === undefined ? null : await openDigitHead(runtime, files.digitHead);
  return { model, head, vocabulary: await llamaVocabulary() };
}

/** What listens, and how. */
interface Ear extends StretchEar {
  runtime: InferenceRuntime;
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
  const sounds = stretches.map(({ start, end }) => ({
    samples: sliceOf(sound, start, end).samples,
    startSec: start,
    speech: speechProbability,
  }));
  let parts = await hearStretches(sounds, {
    here: (stretch) => hearStretch(ear, stretch, signal),
    beside: besideOf(ear),
    onProgress,
  });
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

function besideOf({ runtime, listening }: Ear): HearStretch | null {
  const beside = listening.beside?.() ?? null;
  if (beside === null) return null;
  return async (stretch) => {
    const { states, ...heard } = await beside(stretch);
    return { ...heard, states: states && runtime.float32(states.data, states.dims) };
  };
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
