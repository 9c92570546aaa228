import type { Track } from '@ringback/core';
import type { DigitHead } from '../digit-head/digit-head.ts';
import { type DigitSpot, spotDigits } from '../digit-head/spot.ts';
import { isMadeUp } from '../inventions.ts';
import type { HeardStretch } from './as-expected.ts';
import { decodeGreedily } from './greedy.ts';
import type { MoonshineModel } from './model.ts';
import { LEAD_SEC, levelled, padded, withDither } from './prepare.ts';
import { MODEL_RATE } from './variant.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** Passes over a stretch that came back without words or without an end, each with more dither (our measurement: 0.01 mends most). */
const RETRY_DITHER = [0.003, 0.01];

/** What listens. */
export interface StretchEar {
  model: MoonshineModel;
  /** Hears digits; null where no head was trained on this encoder. */
  head: DigitHead | null;
  vocabulary: Vocabulary;
}

/** A stretch of sound, as it was recorded. */
export interface StretchSound {
  /** 16 kHz mono. */
  samples: Float32Array;
  /** Where it begins in the recording, in seconds. */
  startSec: number;
  /** Where someone speaks, over the whole recording. */
  speech?: Track | undefined;
}

/** The words of one stretch, and the digits that the head hears in it. */
export async function hearStretch(
  { model, head, vocabulary }: StretchEar,
  { samples: recorded, startSec, speech }: StretchSound,
  signal?: AbortSignal,
): Promise<HeardStretch> {
  const samples = levelled(recorded);
  const spots: DigitSpot[] = [];
  const place = { samples, startSec };
  let endless: HeardStretch | null = null;
  for (const amplitude of [0, ...RETRY_DITHER]) {
    const heard = padded(samples, MODEL_RATE);
    const states = await model.encode(amplitude > 0 ? withDither(heard, amplitude) : heard);
    if (head && amplitude === 0) for (const posteriors of await head.hear(states)) spots.push(...spotDigits(posteriors, startSec));
    const decoded = await decodeGreedily(model, states, undefined, signal);
    const found = wordsOf({ ...decoded, leadSec: LEAD_SEC }, vocabulary, model.variant.heads, samples, startSec, speech);
    if (isMadeUp(found.text)) continue;
    // A transcript that never ends repeats itself.
    if (found.words.length > 0 && decoded.ended) return { ...found, ...place, states, spots };
    if (found.words.length > 0) endless ??= { ...found, ...place, states, spots };
  }
  return endless ?? { text: '', words: [], ...place, states: null, spots };
}
