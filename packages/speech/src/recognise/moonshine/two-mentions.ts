import { likeliestDigits } from '../digit-head/beam-search.ts';
import { digitOnsets } from '../digit-head/onsets.ts';
import { framesOf, type Posteriors } from '../digit-head/posteriors.ts';
import { LEAD_SEC } from './prepare.ts';
import { FRAME_RATE } from './variant.ts';

/** When digits are one number said twice. House rules. */
const TWICE = {
  /** Digits of one mention, at least: a local number of seven of which one is lost. */
  fewest: 6,
  /** Digits by which the mentions may differ in count, and in all; and as a share of the shorter one. */
  countsApart: 2,
  editsApart: 3,
  shareApart: 1 / 3,
  /** Readings of each mention that are tried. */
  readings: 4,
} as const;

/** Whether two readings are likely the same number heard twice: as many digits, and few that differ. */
export function isSameNumber(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  return shorter >= TWICE.fewest && editDistance(a, b) <= Math.min(TWICE.editsApart, shorter * TWICE.shareApart);
}

/** Whether a row is likely one number said twice, with few digits heard otherwise. */
export function readsTwice(digits: string): boolean {
  return cutsOf(digits).length > 0;
}

/** Where in a row a number may come again: the places of the second time's first digit. */
function cutsOf(digits: string): number[] {
  const half = digits.length / 2;
  const cuts: number[] = [];
  for (let cut = Math.ceil(half - TWICE.countsApart / 2); cut <= half + TWICE.countsApart / 2; cut += 1) {
    if (isSameNumber(digits.slice(0, cut), digits.slice(cut))) cuts.push(cut);
  }
  return cuts;
}

/** Readings in which the frames say one number twice over: each half's likeliest digits, two times. */
export function doubledReadings(posteriors: Posteriors, digits: string): string[] {
  const cuts = cutsOf(digits);
  if (cuts.length === 0) return [];
  const onsets = digitOnsets(posteriors, digits);
  const readings = new Set<string>();
  for (const cut of cuts) {
    const frame = Math.round(((onsets[cut] ?? 0) + LEAD_SEC) * FRAME_RATE);
    for (const part of [framesOf(posteriors, 0, frame), framesOf(posteriors, frame, posteriors.frames)]) {
      for (const reading of likeliestDigits(part).slice(0, TWICE.readings)) readings.add(reading.digits.repeat(2));
    }
  }
  return [...readings].filter((reading) => reading.length >= 2 * TWICE.fewest);
}

/** Digits to put in, leave out or change to make one of the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
