import { alignDigits, DIGIT_NAMES, RingbackError, type Transcript } from '@ringback/core';
import { DIGIT_FORMS, type DigitProbabilities, type Recogniser } from '../recognise/recogniser.ts';
import type { Waveform } from '../signal/waveform.ts';

/** Somebody who writes a number down: for each digit said, how likely each of the ten is to be written. */
export interface DigitListener {
  /** For the result's `method`. */
  name: string;
  /** What is written of the number without noise. */
  quiet: DigitProbabilities;
  hear(waveform: Waveform, signal?: AbortSignal): Promise<DigitProbabilities>;
}

/** A listener that reads back is this sure of the digit it wrote; the rest is shared by the others. House rule. */
const READ_BACK_SURE = 0.95;
const TEN = 10;

/**
 * The recogniser as a listener for `digits`: its digit reader where it has one. Where it can weigh digits it does, in the form of writing that suits the clean
 * take best; else it reads the number back, which is coarser.
 */
export async function listenerFor(recogniser: Recogniser, digits: string, clean: Waveform, signal?: AbortSignal): Promise<DigitListener> {
  if (recogniser.digitShares)
    return await digitReader(recogniser.digitShares.bind(recogniser), recogniser.capabilities.id, digits, clean, signal);
  const weigh = recogniser.digitProbabilities?.bind(recogniser);
  const options = signal === undefined ? {} : { signal };
  if (weigh === undefined) return await readBackListener(recogniser, digits, clean, signal);
  const forms = await weigh(clean, digits, DIGIT_FORMS, options);
  const best = bestForm(forms, digits);
  const form = DIGIT_FORMS[best] ?? DIGIT_FORMS[0];
  return {
    name: recogniser.capabilities.id,
    quiet: forms[best] ?? [],
    async hear(waveform, stop) {
      const [probabilities] = await weigh(waveform, digits, [form], stop === undefined ? {} : { signal: stop });
      return probabilities ?? [];
    },
  };
}

/** The engine's own digit reader: it knows that this number is said, and weighs each place. */
async function digitReader(
  shares: NonNullable<Recogniser['digitShares']>,
  id: string,
  digits: string,
  clean: Waveform,
  signal?: AbortSignal,
): Promise<DigitListener> {
  const hear = (waveform: Waveform, stop?: AbortSignal) => shares(waveform, digits, stop === undefined ? {} : { signal: stop });
  return { name: `${id} digit reader`, quiet: await hear(clean, signal), hear };
}

/** Index of the form in which the number is likeliest. */
function bestForm(forms: readonly DigitProbabilities[], digits: string): number {
  const scores = forms.map((form) => [...digits].reduce((sum, digit, place) => sum + Math.log(form[place]?.[Number(digit)] ?? 0), 0));
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

/** Writes down what it hears and lays it beside the digits said. */
export async function readBackListener(
  recogniser: Recogniser,
  digits: string,
  clean: Waveform,
  signal?: AbortSignal,
): Promise<DigitListener> {
  const hear = async (waveform: Waveform, stop?: AbortSignal): Promise<DigitProbabilities> => {
    const text = await readBack(recogniser, waveform, stop);
    const { heard } = alignDigits(digits, text);
    return heard.map((digit) => {
      if (digit === null) return new Array<number>(TEN).fill(1 / TEN);
      return Array.from({ length: TEN }, (_, value) => (String(value) === digit ? READ_BACK_SURE : (1 - READ_BACK_SURE) / (TEN - 1)));
    });
  };
  return { name: `${recogniser.capabilities.id} reading back`, quiet: await hear(clean, signal), hear };
}

const NAMES: ReadonlyMap<string, string> = new Map(DIGIT_NAMES.map((name, digit) => [name, String(digit)]));

/** The digits a recogniser writes for a waveform; none when it makes nothing of it. */
export async function readBack(recogniser: Recogniser, waveform: Waveform, signal?: AbortSignal): Promise<string> {
  const transcript = await recogniser.recognise(waveform, signal === undefined ? {} : { signal }).catch((error: unknown): Transcript => {
    if (error instanceof RingbackError && error.code === 'not-understood') return { text: '', words: [] };
    throw error;
  });
  const words = transcript.text.toLowerCase().match(/\d|[a-z]+/g) ?? [];
  return words.map((word) => (/^\d$/.test(word) ? word : (NAMES.get(word) ?? (word === 'oh' ? '0' : '')))).join('');
}
