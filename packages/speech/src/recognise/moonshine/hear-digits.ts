import { digitOf, TRIPLE } from '../digit-head/labels.ts';
import type { Spelling } from '../digit-head/spellings.ts';
import { calibrated } from './confidence.ts';
import { logSum } from './log-sum.ts';
import type { MoonshineModel } from './model.ts';
import { levelled, padded, withDither } from './prepare.ts';
import type { Tensor } from './session.ts';
import type { Keys } from './sound-keys.ts';
import { MODEL_RATE } from './variant.ts';
import { END_TOKEN, START_TOKEN, type Vocabulary } from './vocabulary.ts';

/** How a number is heard again. Tuned on 22 spoken numbers; see docs/adr. */
export interface DigitHearingOptions {
  /** Dither of each take, full scale 1: disagreement between takes shows where the sound is hard to hear. */
  dither: readonly number[];
  /** Seed of the first take's dither; fixed, so that the same sound gives the same number. */
  seed: number;
  /** Numbers followed at once. */
  beams: number;
  /** Most digits in one run: an international number said three times. */
  maxDigits: number;
  /** Dither of the one take that is asked first whether it agrees with the guess. */
  agreeingDither: number;
  /** It agrees when it gives every digit and sign of the guess at least this share; then nothing is searched. */
  agreedFrom: number;
}

/** Defaults; see the fields for unit and source. */
export const DIGIT_HEARING_DEFAULTS: DigitHearingOptions = {
  dither: [0, 0.006, 0.01],
  seed: 33,
  beams: 3,
  maxDigits: 48,
  agreeingDither: 0.006,
  agreedFrom: 0.6,
};

const NAMES = [' zero', ' one', ' two', ' three', ' four', ' five', ' six', ' seven', ' eight', ' nine', ' oh'];

/** Place of "oh" in {@link NAMES}. */
const OH = 10;

/** A number as heard by all takes together. */
export interface HeardDigits {
  /** Digit names and commas, ending in a full stop. */
  tokens: number[];
  /** For a digit its share among the digits, for a comma among the signs; geometric mean over the takes, 0..1. */
  probabilities: number[];
  /** '0' to '9' each. */
  digits: string;
  /** One for each digit: share of such digits that are right, 0..1. */
  confidences: number[];
  /** Mean over tokens and takes of the natural logarithm of the probability; without the first token, whose capital is not ours to guess. */
  score: number;
  /** Encoder states of the takes. */
  states: Tensor;
}

/** Tokens of a number as far as they are followed. */
export interface Beam {
  tokens: number[];
  shares: number[];
  sum: number;
  /** The first token's part of `sum`. */
  first: number;
}

/**
 * Listens to several dithered takes of one number together: at each step the takes' logarithms of probability are averaged,
 * and only digits may follow. `guess` are digits heard before; they win when the takes find them likelier than what the search found.
 * `samples` are 16 kHz. Null when nothing fits.
 */
export async function hearDigits(
  model: MoonshineModel,
  vocabulary: Vocabulary,
  samples: Float32Array,
  guess: string | null,
  options: DigitHearingOptions = DIGIT_HEARING_DEFAULTS,
  signal?: AbortSignal,
): Promise<HeardDigits | null> {
  const sound = padded(levelled(samples), MODEL_RATE);
  const dithered = (dither: readonly number[]) =>
    model.encodeAll(dither.map((amplitude, i) => withDither(sound, amplitude, options.seed + i)));
  const grammar = digitGrammar(vocabulary);
  if (guess !== null) {
    // A second listener who agrees with the first outright is worth as much as a search, at a tenth of its cost.
    const states = await dithered([options.agreeingDither]);
    const agreed = await weighGuess(model, states, grammar, guess);
    if (agreed.shares.every((share) => share >= options.agreedFrom)) return heardFrom(agreed, states, grammar);
  }
  const states = await dithered(options.dither);
  const guessed = guess === null ? null : await weighGuess(model, states, grammar, guess);
  const found = await followBeams(model, states, grammar, options, signal);
  const best = guessed && guessed.sum > (found?.sum ?? Number.NEGATIVE_INFINITY) ? guessed : found;
  return best && heardFrom(best, states, grammar);
}

/** The digits of a row of tokens, with their confidences. */
export function heardFrom(best: Beam, states: Tensor, grammar: DigitGrammar): HeardDigits {
  const tokens = best.tokens.filter((token) => token !== END_TOKEN);
  const digits = tokens.flatMap((token, i) => {
    const name = grammar.names.indexOf(token);
    return name < 0 ? [] : [{ digit: name % 10, confidence: calibrated(best.shares[i] ?? 0) }];
  });
  return {
    tokens,
    probabilities: best.shares,
    digits: digits.map(({ digit }) => digit).join(''),
    confidences: digits.map(({ confidence }) => confidence),
    score: (best.sum - best.first) / Math.max(1, best.tokens.length - 1),
    states,
  };
}

/** See {@link digitGrammar}. */
export type DigitGrammar = ReturnType<typeof digitGrammar>;

/** Which tokens may follow: names with commas between them and a full stop behind. */
export function digitGrammar(vocabulary: Vocabulary) {
  const names = NAMES.map((name) => vocabulary.find(name));
  const [comma, stop] = [vocabulary.find(','), vocabulary.find('.')];
  return {
    names,
    double: vocabulary.find(' double'),
    triple: vocabulary.find(' triple'),
    comma,
    stop,
    after: (last: number | undefined): readonly number[] =>
      last === stop ? [END_TOKEN] : last === undefined || last === comma ? names : [comma, stop],
  };
}

/** The likeliest row of digits by the decoder alone, of several takes together; null when none comes to an end. */
export async function followBeams(
  model: MoonshineModel,
  states: Tensor,
  grammar: DigitGrammar,
  options: DigitHearingOptions,
  signal: AbortSignal | undefined,
): Promise<Beam | null> {
  const step = model.branches(states);
  let branches: Branch[] = [{ beam: { tokens: [], shares: [], sum: 0, first: 0 }, fed: null }];
  let done: Beam | null = null;
  while (branches.length > 0 && (branches[0]?.beam.tokens.length ?? 0) < 2 * options.maxDigits) {
    const grown: Branch[] = [];
    for (const { beam, fed: before } of branches) {
      signal?.throwIfAborted();
      const { scores, fed } = await step(before, beam.tokens.at(-1) ?? START_TOKEN);
      grown.push(...grow(beam, scores, grammar.after(beam.tokens.at(-1))).map((next) => ({ beam: next, fed })));
    }
    const kept = grown.sort((a, b) => b.beam.sum - a.beam.sum).slice(0, options.beams);
    for (const { beam } of kept) if (beam.tokens.at(-1) === END_TOKEN && (done === null || beam.sum > done.sum)) done = beam;
    const bar = done?.sum ?? Number.NEGATIVE_INFINITY;
    branches = kept.filter(({ beam }) => beam.tokens.at(-1) !== END_TOKEN && beam.sum > bar);
  }
  return done;
}

/** A beam, and what was fed for it so far. */
interface Branch {
  beam: Beam;
  fed: Keys | null;
}

/** The beam with each of the tokens that may follow. */
function grow(beam: Beam, takes: readonly Float32Array[], allowed: readonly number[]): Beam[] {
  const logs = meanLogs(takes, allowed);
  const total = logs.reduce((sum, log) => sum + Math.exp(log), 0);
  return allowed.map((token, i) => {
    const log = logs[i] ?? Number.NEGATIVE_INFINITY;
    return {
      tokens: [...beam.tokens, token],
      shares: [...beam.shares, Math.exp(log) / total],
      sum: beam.sum + log,
      first: beam.tokens.length === 0 ? log : beam.first,
    };
  });
}

/** Mean over the takes of each token's logarithm of probability. */
function meanLogs(rows: readonly Float32Array[], tokens: readonly number[]): number[] {
  const norms = rows.map(logSum);
  return tokens.map((token) => rows.reduce((sum, row, take) => sum + (row[token] ?? 0) - (norms[take] ?? 0), 0) / rows.length);
}

/** The digits of a guess, spelled by the grammar and weighed by the takes. */
export async function weighGuess(model: MoonshineModel, states: Tensor, grammar: DigitGrammar, guess: string): Promise<Beam> {
  return await weighWords(
    model,
    states,
    grammar,
    [...guess].map((digit) => [nameOf(grammar, Number(digit))]),
  );
}

/** The same for a row that is said with "double" and "triple"; the likelier of "double zero" and "double oh". */
export async function weighSpelling(model: MoonshineModel, states: Tensor, grammar: DigitGrammar, spelling: Spelling): Promise<Beam> {
  const zero = await weighWords(model, states, grammar, wordsOfSpelling(grammar, spelling, nameOf(grammar, 0)));
  const isDoubledZero = spelling.labels.some((label, i) => digitOf(label) === 0 && spelling.counts[i] !== 1);
  if (!isDoubledZero) return zero;
  const oh = await weighWords(model, states, grammar, wordsOfSpelling(grammar, spelling, nameOf(grammar, OH)));
  return oh.sum > zero.sum ? oh : zero;
}

/** The tokens of each word; `zero` is the name of a zero that is said more than once. */
function wordsOfSpelling(grammar: DigitGrammar, { labels }: Spelling, zero: number): number[][] {
  const words: number[][] = [];
  let before: number[] = [];
  for (const label of labels) {
    const digit = digitOf(label);
    // "triple" is often heard as "triple double": the first counts.
    if (digit === null && before.length === 0) before = [label === TRIPLE ? grammar.triple : grammar.double];
    if (digit === null) continue;
    words.push([...before, digit === 0 && before.length > 0 ? zero : nameOf(grammar, digit)]);
    before = [];
  }
  return words;
}

function nameOf({ names }: DigitGrammar, digit: number): number {
  return names[digit] ?? END_TOKEN;
}

/** Words of one or two tokens with commas between and a full stop behind. */
async function weighWords(
  model: MoonshineModel,
  states: Tensor,
  grammar: DigitGrammar,
  words: readonly (readonly number[])[],
): Promise<Beam> {
  const spelled = words.flatMap((word, i) => [...word, i < words.length - 1 ? grammar.comma : grammar.stop]);
  const takes = await model.scoreTakes(states, [START_TOKEN, ...spelled]);
  let beam: Beam = { tokens: [], shares: [], sum: 0, first: 0 };
  for (const [i, token] of [...spelled, END_TOKEN].entries()) {
    const rows = takes.map((take) => take[i] ?? new Float32Array(0));
    const allowed = grammar.after(beam.tokens.at(-1));
    const withToken = allowed.includes(token) ? allowed : [...allowed, token];
    beam = grow(beam, rows, withToken).find((next) => next.tokens.at(-1) === token) ?? beam;
  }
  return beam;
}
