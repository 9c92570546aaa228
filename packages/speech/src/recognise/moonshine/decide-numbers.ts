import type { Transcript, Word } from '@ringback/core';
import { sliceOf } from '../../signal/waveform.ts';
import { meanOfTakes } from '../digit-head/posteriors.ts';
import { digitShares } from '../digit-head/shares.ts';
import type { DigitSpot } from '../digit-head/spot.ts';
import { timesSaid } from './count-prior.ts';
import { DECISION_DEFAULTS, type DecisionOptions } from './decision-options.ts';
import { digitGrammar, heardFrom } from './hear-digits.ts';
import { heardNumbers } from './heard-numbers.ts';
import { digitsSaid, type NumberRegion, numberRegions, reachOf, saysLetters, saysTens, wordsBeside } from './number-regions.ts';
import { digitsIn, type NumberRun } from './number-runs.ts';
import { LEAD_SEC, levelled, padded, withDither } from './prepare.ts';
import { confirmed, partedAt, rewritten } from './rewrite.ts';
import { isSameNumber, readsTwice } from './two-mentions.ts';
import { MODEL_RATE } from './variant.ts';
import { bestOf, type Ear, type HeardRegion, MOST_MISCOUNTED, weigh, weighReadings } from './weigh-readings.ts';
import { wordsOf } from './words.ts';

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
  for (const found of regions) {
    const digits = decided.get(found) ?? '';
    const one = await write(ear, found, digits);
    written.push({ ...one, words: await againstMeant(ear, found, digits, one.words) });
  }
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
  const numbers = places.flatMap(({ from, to, found }) =>
    heardNumbers(transcript.words.slice(from, to), decided.get(found) ?? '', bestOf(found.scores).digits),
  );
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
    passedOver: [],
  };
  await weighReadings(ear, found);
  return found.scores.size === 0 ? null : found;
}

/** Seconds of the first and the last digit that are surely theirs: they seem longer, for they reach to what is said beside the number. */
const OWN_SEC = 0.3;

/** The best reading; where it reads like one number said twice without a word between, the best that is, unless the sound is against it. */
function decidedAlone({ options }: Ear, { scores }: HeardRegion): string {
  const best = bestOf(scores);
  if (!readsTwice(best.digits)) return best.digits;
  const twice = bestOf([...scores].filter(([digits]) => timesSaid(digits) === 2));
  return best.evidence - twice.evidence <= options.sameNumberCost ? twice.digits : best.digits;
}

/** Each region by itself, but a number that comes again is decided from both times. */
async function decideTogether(ear: Ear, regions: readonly HeardRegion[]): Promise<Map<HeardRegion, string>> {
  const decided = new Map(regions.map((found) => [found, decidedAlone(ear, found)]));
  for (const [i, first] of regions.entries()) {
    const second = regions[i + 1];
    if (second === undefined) continue;
    const [a, b] = [bestOf(first.scores), bestOf(second.scores)];
    if (a.digits === b.digits || !isSameNumber(a.digits, b.digits)) continue;
    let joint = { digits: '', score: Number.NEGATIVE_INFINITY };
    for (const digits of new Set([first, second].flatMap(({ scores, passedOver }) => [...scores.keys(), ...passedOver]))) {
      const score = (await weigh(ear, first, digits)).score + (await weigh(ear, second, digits)).score;
      if (score > joint.score) joint = { digits, score };
    }
    if (a.score + b.score - joint.score > ear.options.sameNumberCost) continue;
    decided.set(first, joint.digits).set(second, joint.digits);
  }
  return decided;
}

/** At each time that a number is said otherwise than it is meant: how much less likely the sound makes the number that is meant. */
async function againstMeant(ear: Ear, found: HeardRegion, digits: string, words: readonly Word[]): Promise<readonly Word[]> {
  const times = timesSaid(digits);
  const meant = ear.meant.map((one) => one.repeat(times)).filter((one) => Math.abs(one.length - digits.length) <= MOST_MISCOUNTED * times);
  if (meant.length === 0 || meant.includes(digits)) return words;
  const own = await weigh(ear, found, digits);
  let best = { text: '', log: Number.NEGATIVE_INFINITY };
  for (const text of meant) {
    const log = (await weigh(ear, found, text)).score - own.score;
    if (log > best.log) best = { text, log };
  }
  const refused = { ...best, tokens: best.text.length, place: 'here' as const };
  let said = 0;
  return words.map((word) => {
    const begins = (said * times) % digits.length === 0;
    said += digitsIn(word.text)?.length ?? 0;
    return begins ? { ...word, refused } : word;
  });
}

/** The words of the region as decided; the decoder's own where they say the same. */
async function write(ear: Ear, found: HeardRegion, digits: string): Promise<Written> {
  const { model, vocabulary, grammar, speech } = ear;
  const shares = digitShares(found.posteriors, digits);
  const sureness = [...digits].map((digit, place) => shares[place]?.[Number(digit)] ?? 0);
  if (digits === found.written) {
    return {
      found,
      before: found.before,
      words: partedAt(confirmed(found.words, sureness), digits.length / timesSaid(digits)),
      after: found.after,
    };
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
