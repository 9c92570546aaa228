import type { Span } from '@ringback/core';
import { LEAD_SEC } from '../moonshine/prepare.ts';
import { FRAME_RATE } from '../moonshine/variant.ts';
import { BLANK, digitOf, digitsOf, LABEL_COUNT, OTHER } from './labels.ts';
import type { Posteriors } from './posteriors.ts';

/** When digits in a row are taken for one number. House rules checked on our recordings. */
export interface SpotOptions {
  /** Seconds: a longer silence ends a row. */
  maxPauseSec: number;
  /** Seconds: so does a shorter one in which something else is said. */
  maxAsideSec: number;
  /** Seconds by which a label comes after the beginning of what it stands for. */
  lagSec: number;
}

/** Defaults; see the fields for unit. */
export const SPOT_DEFAULTS: SpotOptions = { maxPauseSec: 2, maxAsideSec: 0.8, lagSec: 0.3 };

/** Digits that the head hears in a row; seconds of the recording. */
export interface DigitSpot extends Span {
  digits: string;
  /** Seconds at which each digit was heard, up to 0.3 s after it began; "double" and "triple" with their digit are one. */
  heardAt: readonly number[];
}

/** Where in the frames digits are said, by the likeliest label of each frame. `offsetSec` is where the sound begins in the recording. */
export function spotDigits({ frames, logs }: Posteriors, offsetSec: number, options: SpotOptions = SPOT_DEFAULTS): DigitSpot[] {
  const rows: { labels: number[]; start: number; end: number; heardAt: number[] }[] = [];
  let before = BLANK;
  let aside = false;
  for (let frame = 0; frame < frames; frame += 1) {
    const label = likeliest(logs.subarray(frame * LABEL_COUNT, (frame + 1) * LABEL_COUNT));
    const isNew = label !== before && label !== BLANK;
    before = label;
    const row = rows.at(-1);
    const sec = offsetSec + frame / FRAME_RATE - LEAD_SEC;
    if (label === OTHER) aside = true;
    else if (isNew && row && sec - row.end < (aside ? options.maxAsideSec : options.maxPauseSec)) {
      row.labels.push(label);
      row.end = sec;
      if (digitOf(label) !== null) row.heardAt.push(sec);
      aside = false;
    } else if (isNew) {
      rows.push({ labels: [label], start: sec - options.lagSec, end: sec, heardAt: digitOf(label) === null ? [] : [sec] });
      aside = false;
    } else if (row && digitOf(label) !== null) row.end = sec;
  }
  return rows.map(({ labels, ...row }) => ({ digits: digitsOf(labels), ...row }));
}

function likeliest(row: Float32Array): number {
  let best = 0;
  for (let label = 1; label < LABEL_COUNT; label += 1) if ((row[label] ?? 0) > (row[best] ?? 0)) best = label;
  return best;
}
