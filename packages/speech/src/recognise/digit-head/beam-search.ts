import { BLANK, digitsOf, LABEL_COUNT } from './labels.ts';
import { logAdd, type Posteriors } from './posteriors.ts';

/** How far the search looks. */
export interface BeamOptions {
  /** Label rows followed at once. */
  width: number;
  /** Natural logarithm of probability under which a label is not followed in a frame. */
  floor: number;
}

/** Defaults; more changed no result on our recordings. */
export const BEAM_DEFAULTS: BeamOptions = { width: 24, floor: -9 };

/** A row of digits and the natural logarithm of its probability. */
export interface DigitHypothesis {
  digits: string;
  log: number;
}

interface Prefix {
  labels: readonly number[];
  /** Logarithm of probability of all paths that end in a blank, and of those that end in the last label. */
  blank: number;
  label: number;
}

const NEVER = Number.NEGATIVE_INFINITY;

/** The likeliest rows of digits, best first: prefix beam search (Hannun et al. 2014), summed over the ways to say a row. */
export function likeliestDigits({ frames, logs }: Posteriors, options: BeamOptions = BEAM_DEFAULTS): DigitHypothesis[] {
  let beams: Prefix[] = [{ labels: [], blank: 0, label: NEVER }];
  for (let frame = 0; frame < frames; frame += 1) {
    beams = advance(beams, logs.subarray(frame * LABEL_COUNT, (frame + 1) * LABEL_COUNT), options);
  }
  const sums = new Map<string, number>();
  for (const { labels, blank, label } of beams) {
    const digits = digitsOf(labels);
    sums.set(digits, logAdd(sums.get(digits) ?? NEVER, logAdd(blank, label)));
  }
  return [...sums].map(([digits, log]) => ({ digits, log })).sort((a, b) => b.log - a.log);
}

function advance(beams: readonly Prefix[], row: Float32Array, { width, floor }: BeamOptions): Prefix[] {
  const followed = Array.from({ length: LABEL_COUNT - 1 }, (_, i) => i + 1).filter((label) => (row[label] ?? NEVER) > floor);
  const grown = new Map<string, Prefix>();
  const at = (labels: readonly number[]): Prefix => {
    const key = labels.join();
    const known = grown.get(key) ?? { labels, blank: NEVER, label: NEVER };
    grown.set(key, known);
    return known;
  };
  for (const { labels, blank, label: own } of beams) {
    const both = logAdd(blank, own);
    const last = labels.at(-1);
    const same = at(labels);
    same.blank = logAdd(same.blank, both + (row[BLANK] ?? 0));
    if (last !== undefined) same.label = logAdd(same.label, own + (row[last] ?? 0));
    for (const label of followed) {
      const next = at([...labels, label]);
      next.label = logAdd(next.label, (label === last ? blank : both) + (row[label] ?? 0));
    }
  }
  const total = ({ blank, label }: Prefix) => logAdd(blank, label);
  return [...grown.values()].sort((a, b) => total(b) - total(a)).slice(0, width);
}
