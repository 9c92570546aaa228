import { isSlight, type Piece, piecesOf, type RefusedWords, type WeighedPlace } from '@ringback/core';
import { resample } from '../../signal/resample.ts';
import type { MoonshineModel } from './model.ts';
import { padded } from './prepare.ts';
import type { Range } from './script-candidates.ts';
import type { Tensor } from './session.ts';
import { spellText } from './spell-text.ts';
import { MODEL_RATE } from './variant.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type WeighedText, weighText } from './weigh-text.ts';

/** How fast the same sound is weighed again, as factors: so little that it is the same speech, and yet what was guessed is weighed otherwise. */
const OTHER_PACES: readonly number[] = [0.94, 1.06];

/** Words of the script that the sound does not bear out, and where the script has them. */
export interface RefusedAt extends RefusedWords {
  script: Range;
}

/** A stretch as it was heard in the end. */
interface HeardStretch {
  states: Tensor;
  words: readonly string[];
  /** For each word how sure it is at least where the script speaks for it; null where it does not. */
  sureness: readonly (number | null)[];
  refused: Map<number, RefusedAt>;
  /** 16 kHz. */
  samples: Float32Array;
}

interface Ear {
  model: MoonshineModel;
  vocabulary: Vocabulary;
  /** Silence as the model hears it, heard when first asked for. */
  silent(): Promise<Tensor>;
  signal: AbortSignal | undefined;
}

/** Words that were heard, and all that the script has in their place. */
interface Place {
  heard: Range;
  script: Range;
  /** Of the first refused word there. */
  index: number;
}

/**
 * Weighs what was refused once more: all of a place together, for a word among misheard ones is weighed wrongly, and over the same sound a
 * little slower and faster. The first refused word of a place takes the mean with it. Small words need none of this.
 */
export async function weighPlaces(ear: Ear, stretch: HeardStretch, script: readonly string[]): Promise<void> {
  const { words, refused, states } = stretch;
  const places = placesOf(stretch).filter(({ script: { from, to } }) => !isSlight(piecesOf(script.slice(from, to).map(named))));
  if (places.length === 0) return;
  const takes = [states];
  for (const pace of OTHER_PACES) {
    ear.signal?.throwIfAborted();
    const paced = await resample({ samples: stretch.samples, sampleRate: MODEL_RATE }, Math.round(MODEL_RATE / pace));
    takes.push(await ear.model.encode(padded(paced.samples, MODEL_RATE)));
  }
  for (const { heard, script: range, index } of places) {
    ear.signal?.throwIfAborted();
    const instead = refused.get(index);
    if (instead === undefined) continue;
    refused.set(index, { ...instead, together: await weighPlace(ear, takes, words, heard, script.slice(range.from, range.to)) });
  }
}

/** The mean over the takes of one sound. */
async function weighPlace(
  { model, vocabulary, silent }: Ear,
  takes: readonly Tensor[],
  words: readonly string[],
  { from, to }: Range,
  expected: readonly string[],
): Promise<WeighedPlace> {
  const before = words.slice(0, from);
  const alone = await weighText(model, vocabulary, await silent(), [...before, ...expected].join(' '));
  const ends = [0, ...expected.map((_, i) => i + 1)].map(
    (count) => spellText(vocabulary, [...before, ...expected.slice(0, count)].join(' ')).length,
  );
  const telling = expected.flatMap((text, i) => (isSlight(piecesOf([{ text }])) ? [] : [{ from: ends[i] ?? 0, to: ends[i + 1] ?? 0 }]));
  let [gain, least] = [0, 0];
  for (const take of takes) {
    const weighed = await weighText(model, vocabulary, take, [...before, ...expected, ...words.slice(to)].join(' '));
    const gains = telling.map((word) => gainIn(weighed, alone, word));
    gain += gains.reduce((sum, one) => sum + one, 0) / takes.length;
    least += Math.min(...gains) / takes.length;
  }
  return { text: expected.join(' '), gain, least };
}

/** How much likelier these tokens are over the sound than over silence, natural logarithm. */
function gainIn(sound: WeighedText, silence: WeighedText, { from, to }: Range): number {
  let gain = 0;
  for (let i = from; i < to; i++) gain += (sound.logs[i] ?? 0) - (silence.logs[i] ?? 0);
  return gain;
}

/** What was refused side by side is one place. */
function placesOf({ words, sureness, refused }: HeardStretch): Place[] {
  const places: Place[] = [];
  for (const [index, { place, script }] of [...refused].sort(([a], [b]) => a - b)) {
    const at = { before: index, here: index, after: index + 1 }[place];
    const heard = unsupported(words, sureness, { from: at, to: at });
    const known = places.find((one) => one.heard.from === heard.from && one.heard.to === heard.to);
    if (known === undefined) places.push({ heard, script, index });
    else known.script = { from: Math.min(known.script.from, script.from), to: Math.max(known.script.to, script.to) };
  }
  return places;
}

/** The words around `at` that nothing but the free hearing speaks for: neither the script (`sureness`) nor the digits, which others hear. */
export function unsupported(words: readonly string[], sureness: readonly (number | null)[], at: Range): Range {
  const isFree = (i: number) => i >= 0 && i < words.length && sureness[i] === null && !piecesOf([named(words[i] ?? '')]).some(isNumeral);
  let { from, to } = at;
  while (isFree(from - 1)) from--;
  while (isFree(to)) to++;
  return { from, to };
}

const named = (text: string): { text: string } => ({ text });
const isNumeral = ({ numeral }: Piece): boolean => numeral;
