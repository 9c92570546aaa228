import { resample } from '../../signal/resample.ts';
import type { Waveform } from '../../signal/waveform.ts';
import type { DigitHead } from '../digit-head/digit-head.ts';
import { meanOfTakes } from '../digit-head/posteriors.ts';
import { digitShares, humbled } from '../digit-head/shares.ts';
import type { DigitForm, DigitProbabilities, RecogniseOptions } from '../recogniser.ts';
import type { MoonshineModel } from './model.ts';
import { levelled } from './prepare.ts';
import { MODEL_RATE } from './variant.ts';
import { START_TOKEN, type Vocabulary } from './vocabulary.ts';

const NAMES = [' zero', ' one', ' two', ' three', ' four', ' five', ' six', ' seven', ' eight', ' nine'];
const FIGURES = [...'0123456789'];

/** How the digits of one form are spelled in tokens. */
interface FormTokens {
  /** Before the whole number. */
  lead: readonly number[];
  /** Before each digit. */
  before: readonly number[];
  /** After each digit. */
  after: readonly number[];
  /** The token of each digit. */
  digits: readonly number[];
}

/**
 * Feeds the number that is known to be said and reads, at each digit's place, how the model divides between the ten digits.
 * Nothing is decoded, so the answer changes smoothly with the sound.
 */
export async function weighDigits(
  model: MoonshineModel,
  vocabulary: Vocabulary,
  waveform: Waveform,
  digits: string,
  forms: readonly DigitForm[],
  { signal }: RecogniseOptions,
): Promise<DigitProbabilities[]> {
  signal?.throwIfAborted();
  const sound = await resample(waveform, MODEL_RATE);
  const states = await model.encode(levelled(sound.samples));
  const answers: DigitProbabilities[] = [];
  for (const form of forms) {
    signal?.throwIfAborted();
    const spelled = formTokens(form, vocabulary);
    const { tokens, places } = spell(digits, spelled);
    const scores = await model.score(states, tokens);
    answers.push(places.map((place) => shares(scores[place], spelled.digits)));
  }
  return answers;
}

/**
 * The same by the digit head: the number is known to be said, and the head tells how it divides each place between the ten digits, as sure
 * as it may be in noise. Nothing is put before and after, which cost time and changed no share on average: the waveform must not begin or end with the number itself.
 */
export async function digitSharesOf(
  model: MoonshineModel,
  head: DigitHead,
  waveform: Waveform,
  digits: string,
  { signal }: RecogniseOptions,
): Promise<DigitProbabilities> {
  signal?.throwIfAborted();
  const sound = await resample(waveform, MODEL_RATE);
  const states = await model.encode(levelled(sound.samples));
  return humbled(digitShares(meanOfTakes(await head.hear(states)), digits));
}

function formTokens(form: DigitForm, vocabulary: Vocabulary): FormTokens {
  const blank = vocabulary.find(' ');
  const figures = FIGURES.map((figure) => vocabulary.find(figure));
  if (form === 'figures') return { lead: [blank], before: [], after: [], digits: figures };
  if (form === 'spaced') return { lead: [], before: [blank], after: [], digits: figures };
  return { lead: [], before: [], after: [vocabulary.find(',')], digits: NAMES.map((name) => vocabulary.find(name)) };
}

/** The tokens up to before the last digit, and for each digit the index of the token whose scores tell it. */
function spell(digits: string, form: FormTokens): { tokens: number[]; places: number[] } {
  const tokens = [START_TOKEN, ...form.lead];
  const places: number[] = [];
  for (const digit of digits) {
    tokens.push(...form.before);
    places.push(tokens.length - 1);
    tokens.push(form.digits[Number(digit)] ?? START_TOKEN, ...form.after);
  }
  const last = places[places.length - 1] ?? 0;
  return { tokens: tokens.slice(0, last + 1), places };
}

/** Softmax over the ten digits alone. */
function shares(scores: Float32Array | undefined, digits: readonly number[]): number[] {
  const values = digits.map((token) => scores?.[token] ?? 0);
  const top = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
