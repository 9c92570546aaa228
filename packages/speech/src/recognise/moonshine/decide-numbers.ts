import type { HeardNumber, Track, Transcript, Word } from '@ringback/core';
import { sliceOf, type Waveform } from '../../signal/waveform.ts';
import { likeliestDigits } from '../digit-head/beam-search.ts';
import type { DigitHead } from '../digit-head/digit-head.ts';
import { logOfDigits } from '../digit-head/lattice.ts';
import { meanOfTakes, type Posteriors } from '../digit-head/posteriors.ts';
import { digitShares } from '../digit-head/shares.ts';
import type { DigitSpot } from '../digit-head/spot.ts';
import { isDoubled, worthOfCount } from './count-prior.ts';
import { type Beam, DIGIT_HEARING_DEFAULTS, type DigitGrammar, digitGrammar, followBeams, heardFrom, weighGuess } from './hear-digits.ts';
import type { MoonshineModel } from './model.ts';
import { digitsSaid, type NumberRegion, numberRegions, reachOf, saysLetters, saysTens, wordsBeside } from './number-regions.ts';
import { type NumberRun, timedDigits } from './number-runs.ts';
import { LEAD_SEC, levelled, padded, withDither } from './prepare.ts';
import { confirmed, rewritten } from './rewrite.ts';
import type { Tensor } from './session.ts';
import { doubledReadings, isSameNumber, readsTwice } from './two-mentions.ts';
import { MODEL_RATE } from './variant.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** How decoder and head decide what number was said. Tuned on our recordings with the speaker left out; see docs/adr. */
export interface DecisionOptions {
  /** Dither of each take, full scale 1. */
  dither: readonly number[];
  /** Seed of the first take's dither. */
  seed: number;
  /** Seconds of sound kept before and after the number. */
  marginSec: number;
  /** Readings of the head that are weighed by the decoder as well. */
  readings: number;
  /** Natural logarithm of probability: readings this much less likely than the best are not weighed. */
  reach: number;
  /** What the decoder's logarithm of probability counts for against the head's. */
  decoderWeight: number;
  /** The head must find the digits this much likelier than no digits at all: natural logarithm. */
  overNothing: number;
  /** Two mentions are one number when that costs at most this much against each by itself: natural logarithm. */
  sameNumberCost: number;
  /** Share of each digit from which the head agrees outright, 0..1. */
  agreedFrom: number;
  /** Confidence from which a word is sure, 0..1. */
  sureFrom: number;
  /** Where a script is known: confidence from which a word beside a number is no digit misheard, 0..1. House rule. */
  scriptSureFrom: number;
}

/** Defaults; see the fields for unit. */
export const DECISION_DEFAULTS: DecisionOptions = {
  dither: [0, 0.006, 0.01],
  seed: 33,
  marginSec: 0.4,
  readings: 6,
  reach: 7,
  decoderWeight: 0.5,
  overNothing: 8,
  sameNumberCost: 12,
  agreedFrom: 0.8,
  sureFrom: 0.88,
  scriptSureFrom: 0.95,
};

/** What listens. */
interface Ear {
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
interface HeardRegion {
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
}

interface Weighed {
  score: number;
  beam: Beam;
}

/**
 * Decides what numbers were said, wherever the decoder wrote digits or the head hears some: readings of both are weighed by both,
 * with a mild prior for ten digits, and a number said twice is decided once. `spots` are what the head hears in the whole recording.
 */
export async function decideNumbers(
  ears: Omit<Ear, 'options' | 'grammar'>,
  heard: Transcript,
  spots: readonly DigitSpot[],
  options: Partial<DecisionOptions> = {},
): Promise<Transcript> {
  const ear = { ...ears, options: { ...DECISION_DEFAULTS, ...options }, grammar: digitGrammar(ears.vocabulary) };
  const regions: HeardRegion[] = [];
  const places = numberRegions(heard.words, spots, ear.meant.length > 0 ? ear.options.scriptSureFrom : undefined);
  for (const [i, region] of places.entries()) {
    ear.signal?.throwIfAborted();
    const last = regions.at(-1);
    const taken = { first: last ? last.region.end + last.after.length : 0, end: places[i + 1]?.first ?? heard.words.length };
    const found = await listen(ear, heard.words, region, taken);
    if (found) regions.push(found);
  }
  const decided = await decideTogether(ear, regions);
  const written: Written[] = [];
  for (const found of regions) written.push(await write(ear, found, decided.get(found) ?? ''));
  return assembled(heard.words, written, decided);
}

/** A number as it is written, with the words beside it that stay. */
interface Written {
  found: HeardRegion;
  before: readonly Word[];
  words: readonly Word[];
  after: readonly Word[];
}

/** The transcript with the decided words in their places, and the numbers beside it. */
function assembled(heard: readonly Word[], written: readonly Written[], decided: ReadonlyMap<HeardRegion, string>): Transcript {
  const words: Word[] = [];
  const places: { from: number; to: number; found: HeardRegion }[] = [];
  let next = 0;
  for (const { found, before, words: own, after } of written) {
    words.push(...heard.slice(next, found.region.first - found.before.length), ...before);
    places.push({ from: words.length, to: words.length + own.length, found });
    words.push(...own, ...after);
    next = found.region.end + found.after.length;
  }
  words.push(...heard.slice(next));
  const transcript = rewritten(words);
  const numbers = places.map(({ from, to, found }): HeardNumber => {
    const own = transcript.words.slice(from, to);
    const alone = bestOf(found).digits;
    const said = decided.get(found) ?? '';
    return {
      charStart: own[0]?.charStart ?? 0,
      charEnd: own.at(-1)?.charEnd ?? 0,
      digits: timedDigits(own),
      otherwise:
        alone.length !== said.length ? [] : [...alone].flatMap((digit, place) => (digit === said[place] ? [] : [{ place, digit }])),
    };
  });
  return numbers.length === 0 ? transcript : { ...transcript, numbers };
}

async function listen(ear: Ear, words: readonly Word[], region: NumberRegion, taken: NumberRun): Promise<HeardRegion | null> {
  const { options, model, head } = ear;
  const inside = words.slice(region.first, region.end);
  if (saysTens(inside, options.sureFrom) || saysLetters(inside)) return null;
  const reach = reachOf(words, region, taken);
  const [before, after] = [words.slice(reach.first, region.first), words.slice(region.end, reach.end)];
  const [from, to] = [
    Math.min(region.span.start, before[0]?.start ?? Number.POSITIVE_INFINITY),
    Math.max(region.span.end, after.at(-1)?.end ?? 0),
  ];
  const startSec = Math.max(0, from - options.marginSec, words[reach.first - 1]?.end ?? 0);
  const endSec = Math.min(to + options.marginSec, words[reach.end]?.start ?? Number.POSITIVE_INFINITY);
  const { samples } = sliceOf(ear.sound, startSec, endSec);
  if (samples.length === 0) return null;
  const sound = padded(levelled(samples), MODEL_RATE);
  const states = await model.encodeAll(options.dither.map((amplitude, i) => withDither(sound, amplitude, options.seed + i)));
  const posteriors = meanOfTakes(await head.hear(states));
  const found = {
    region,
    words: inside,
    before,
    after,
    samples,
    startSec,
    written: digitsSaid(inside),
    states,
    posteriors,
    heardCount: 0,
    scores: new Map(),
  };
  await weighReadings(ear, found);
  return found.scores.size === 0 ? null : found;
}

async function weighReadings(ear: Ear, found: HeardRegion): Promise<void> {
  const { options } = ear;
  const all = likeliestDigits(found.posteriors).filter(({ digits }) => digits.length >= MIN_DIGITS);
  const [best] = all;
  if (best === undefined) return;
  found.heardCount = best.digits.length;
  if (found.written === null && best.log - logOfDigits(found.posteriors, '') < options.overNothing) return;
  // Where both wrote the same and the head is sure of every digit, nothing more is asked.
  if (best.digits === found.written && isSure(found.posteriors, best.digits, options.agreedFrom)) {
    await weigh(ear, found, best.digits);
    return;
  }
  const near = all.filter(({ log }) => log > best.log - options.reach).slice(0, options.readings);
  const readings = new Set([...near.map(({ digits }) => digits), ...doubledReadings(found.posteriors, best.digits)]);
  if (found.written !== null && found.written.length >= MIN_DIGITS) readings.add(found.written);
  for (const digits of ear.meant) if (Math.abs(digits.length - best.digits.length) <= MOST_MISCOUNTED) readings.add(digits);
  const own = await followBeams(ear.model, found.states, ear.grammar, { ...DIGIT_HEARING_DEFAULTS, dither: options.dither }, ear.signal);
  if (own) readings.add(heardFrom(own, found.states, ear.grammar).digits);
  for (const digits of readings) await weigh(ear, found, digits);
}

function isSure(posteriors: Posteriors, digits: string, from: number): boolean {
  return digitShares(posteriors, digits).every((row, place) => (row[Number(digits[place])] ?? 0) >= from);
}

const MIN_DIGITS = 3;
/** Seconds of the first and the last digit that are surely theirs: they seem longer, for they reach to what is said beside the number. */
const OWN_SEC = 0.3;
/** A number that is meant is weighed where the head hears as many digits, or this many more or fewer. House rule. */
const MOST_MISCOUNTED = 2;

async function weigh(
  { model, grammar, options }: Ear,
  { states, posteriors, heardCount, scores }: HeardRegion,
  digits: string,
): Promise<Weighed> {
  const known = scores.get(digits);
  if (known) return known;
  const beam = await weighGuess(model, states, grammar, digits);
  const score = logOfDigits(posteriors, digits) + options.decoderWeight * beam.sum + worthOfCount(digits, heardCount);
  const weighed = { score, beam };
  scores.set(digits, weighed);
  return weighed;
}

function bestOf({ scores }: Pick<HeardRegion, 'scores'>): { digits: string; score: number } {
  let best = { digits: '', score: Number.NEGATIVE_INFINITY };
  for (const [digits, { score }] of scores) if (score > best.score) best = { digits, score };
  return best;
}

/** The best reading; where it reads like one number said twice without a word between, the best that is. */
function decidedAlone({ options }: Ear, found: HeardRegion): string {
  const best = bestOf(found);
  if (!readsTwice(best.digits)) return best.digits;
  const twice = bestOf({ scores: new Map([...found.scores].filter(([digits]) => isDoubled(digits) && readsTwice(digits))) });
  return best.score - twice.score <= options.sameNumberCost ? twice.digits : best.digits;
}

/** Each region by itself, but a number that comes again is decided from both times. */
async function decideTogether(ear: Ear, regions: readonly HeardRegion[]): Promise<Map<HeardRegion, string>> {
  const decided = new Map(regions.map((found) => [found, decidedAlone(ear, found)]));
  for (const [i, first] of regions.entries()) {
    const second = regions[i + 1];
    if (second === undefined) continue;
    const [a, b] = [bestOf(first), bestOf(second)];
    if (a.digits === b.digits || !isSameNumber(a.digits, b.digits)) continue;
    let joint = { digits: '', score: Number.NEGATIVE_INFINITY };
    for (const digits of new Set([...first.scores.keys(), ...second.scores.keys()])) {
      const score = (await weigh(ear, first, digits)).score + (await weigh(ear, second, digits)).score;
      if (score > joint.score) joint = { digits, score };
    }
    if (a.score + b.score - joint.score > ear.options.sameNumberCost) continue;
    decided.set(first, joint.digits).set(second, joint.digits);
  }
  return decided;
}

/** The words of the region as decided; the decoder's own where they say the same. */
async function write(ear: Ear, found: HeardRegion, digits: string): Promise<Written> {
  const { model, vocabulary, grammar, speech } = ear;
  const shares = digitShares(found.posteriors, digits);
  const sureness = [...digits].map((digit, place) => shares[place]?.[Number(digit)] ?? 0);
  if (digits === found.written) {
    return { found, before: found.before, words: confirmed(found.words, sureness), after: found.after };
  }
  const { beam } = await weigh(ear, found, digits);
  const spelled = heardFrom(beam, found.states, grammar);
  let place = 0;
  const probabilities = spelled.tokens.map((token) => (grammar.names.includes(token) ? (sureness[place++] ?? 0) : 1));
  const attention = await model.attend(found.states, spelled.tokens);
  const frames = found.states.dims[1] ?? 0;
  const chosen = { tokens: spelled.tokens, probabilities, attention, frames, leadSec: LEAD_SEC };
  const { words } = wordsOf(chosen, vocabulary, model.variant.heads, found.samples, found.startSec, speech);
  const [one, last] = [words[0], words.at(-1)];
  const said = {
    start: Math.max(one?.start ?? 0, (one?.end ?? 0) - OWN_SEC),
    end: Math.min(last?.end ?? 0, (last?.start ?? 0) + OWN_SEC),
  };
  const beside = wordsBeside(found, said);
  return { found, words, ...beside };
}
