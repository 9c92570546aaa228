import type { Track, Word } from '@ringback/core';
import type { Waveform } from '../../signal/waveform.ts';
import { likeliestDigits } from '../digit-head/beam-search.ts';
import type { DigitHead } from '../digit-head/digit-head.ts';
import { logOfDigits } from '../digit-head/lattice.ts';
import type { Posteriors } from '../digit-head/posteriors.ts';
import { digitShares, likeliestSpelling } from '../digit-head/shares.ts';
import { timesSaid, worthOfCount } from './count-prior.ts';
import type { DecisionOptions } from './decision-options.ts';
import { type Beam, DIGIT_HEARING_DEFAULTS, type DigitGrammar, followBeams, heardFrom, weighGuess, weighSpelling } from './hear-digits.ts';
import { longerReadings } from './longer-readings.ts';
import type { MoonshineModel } from './model.ts';
import type { NumberRegion } from './number-regions.ts';
import type { Tensor } from './session.ts';
import { doubledReadings, readsTwice } from './two-mentions.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What listens. */
export interface Ear {
  model: MoonshineModel;
  head: DigitHead;
  vocabulary: Vocabulary;
  sound: Waveform;
  speech: Track | undefined;
  signal: AbortSignal | undefined;
  /** Digits of numbers that are known to be meant: weighed as every other reading, and no more. */
  meant: readonly string[];
  options: DecisionOptions;
  grammar: DigitGrammar;
}

/** A place where a number may be said, with what was heard there and what it may be. */
export interface HeardRegion {
  region: NumberRegion;
  words: readonly Word[];
  /** Words right beside it that may be digits misheard; they stay where no digit is found in their time. */
  before: readonly Word[];
  after: readonly Word[];
  samples: Float32Array;
  startSec: number;
  /** What the decoder wrote, where that is digits alone. */
  written: string | null;
  states: Tensor;
  posteriors: Posteriors;
  /** Digits of the head's likeliest reading. */
  heardCount: number;
  /** Score of each reading weighed so far. */
  scores: Map<string, Weighed>;
  /** Readings that the decoder was not asked about: whatever it said, they would not be the best of this region. */
  passedOver: string[];
}

/** A reading with what speaks for it. */
export interface Weighed {
  /** Natural logarithm: what head and decoder hear. */
  evidence: number;
  /** The same with what its count of digits is worth. */
  score: number;
  /** The decoder's spelling. */
  beam: Beam;
}

/** Fewest digits of a number. House rule. */
const MIN_DIGITS = 3;
/** A number that is meant is weighed where the head hears as many digits, or this many more or fewer. House rule. */
export const MOST_MISCOUNTED = 2;

/** Fills a region's scores with the readings that head, decoder and what is meant propose, as far as they are worth weighing. */
export async function weighReadings(ear: Ear, found: HeardRegion): Promise<void> {
  const { options } = ear;
  const all = likeliestDigits(found.posteriors).filter(({ digits }) => digits.length >= MIN_DIGITS);
  const [best] = all;
  if (best === undefined) return;
  found.heardCount = best.digits.length;
  if (found.written === null && best.log - logOfDigits(found.posteriors, '') < options.overNothing) return;
  // Where both wrote the same and the head is sure of every digit, nothing more is asked, unless a number said twice differs from itself.
  const isWhole = timesSaid(best.digits) === 2 || !readsTwice(best.digits);
  if (isWhole && best.digits === found.written && isSure(found.posteriors, best.digits, options.agreedFrom)) {
    await weigh(ear, found, best.digits);
    return;
  }
  const named = ear.meant.filter((digits) => Math.abs(digits.length - best.digits.length) <= MOST_MISCOUNTED);
  if (found.written !== null && found.written.length >= MIN_DIGITS) named.push(found.written);
  const own = await followBeams(ear.model, found.states, ear.grammar, { ...DIGIT_HEARING_DEFAULTS, dither: options.dither }, ear.signal);
  if (own) named.push(heardFrom(own, found.states, ear.grammar).digits);
  const near = all.slice(0, options.starts).map(({ digits }) => digits);
  const proposed = [...new Set([...near, ...doubledReadings(found.posteriors, best.digits), ...named])];
  for (const times of [1, 2]) {
    const readings = proposed.filter((digits) => timesSaid(digits) === times);
    await weighInTurn(ear, found, worthWeighing(found, readings, named, options));
  }
}

/** Weighs readings from the likeliest on. A decoder's logarithm is at most 0, so one that lies behind without it cannot come first. */
async function weighInTurn(ear: Ear, found: HeardRegion, readings: readonly Ranked[]): Promise<void> {
  let best = Number.NEGATIVE_INFINITY;
  for (const { digits, log } of readings) {
    if (log < best) found.passedOver.push(digits);
    else best = Math.max(best, (await weigh(ear, found, digits)).score);
  }
}

/** A reading with what head and count make of it: natural logarithm. */
interface Ranked {
  digits: string;
  log: number;
}

/** The likeliest of the readings and of longer ones by the head and the count alone, which cost little, and those that were named. */
function worthWeighing(
  { posteriors, heardCount }: HeardRegion,
  readings: readonly string[],
  named: readonly string[],
  options: DecisionOptions,
): Ranked[] {
  const ranked = (some: Iterable<string>): Ranked[] =>
    [...some]
      .map((digits) => ({ digits, log: logOfDigits(posteriors, digits) + worthOfCount(digits, heardCount) }))
      .sort((a, b) => b.log - a.log);
  const known = ranked(readings);
  const starts = known.filter(({ digits }, rank) => rank < options.starts || named.includes(digits));
  const longer = new Set(starts.flatMap(({ digits }) => longerReadings(posteriors, digits)));
  const all = [...known, ...ranked([...longer].filter((digits) => !readings.includes(digits)))].sort((a, b) => b.log - a.log);
  const least = (all[0]?.log ?? 0) - options.reach;
  return all.filter(({ digits, log }, rank) => (rank < options.readings && log >= least) || named.includes(digits));
}

function isSure(posteriors: Posteriors, digits: string, from: number): boolean {
  return digitShares(posteriors, digits).every((row, place) => (row[Number(digits[place])] ?? 0) >= from);
}

/** Weighs a reading of the region, once. */
export async function weigh(
  { model, grammar, options }: Ear,
  { states, posteriors, heardCount, scores }: HeardRegion,
  digits: string,
): Promise<Weighed> {
  const known = scores.get(digits);
  if (known) return known;
  const beam = await weighGuess(model, states, grammar, digits);
  const spelling = likeliestSpelling(posteriors, digits);
  const isPlain = spelling.labels.length === digits.length;
  const sum = isPlain ? beam.sum : Math.max(beam.sum, (await weighSpelling(model, states, grammar, spelling)).sum);
  const evidence = logOfDigits(posteriors, digits) + options.decoderWeight * sum;
  const weighed = { evidence, score: evidence + worthOfCount(digits, heardCount), beam };
  scores.set(digits, weighed);
  return weighed;
}

/** The reading that most speaks for. */
export function bestOf(scores: Iterable<readonly [string, Weighed]>): { digits: string; score: number; evidence: number } {
  let best = { digits: '', score: Number.NEGATIVE_INFINITY, evidence: Number.NEGATIVE_INFINITY };
  for (const [digits, { score, evidence }] of scores) if (score > best.score) best = { digits, score, evidence };
  return best;
}
