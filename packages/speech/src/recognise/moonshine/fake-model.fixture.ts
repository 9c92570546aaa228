import { DIGIT_NAMES } from '@ringback/core';
import type { MoonshineModel } from './model.ts';
import type { Tensor } from './session.ts';
import { FRAME_SAMPLES, type MoonshineVariant } from './variant.ts';
import { END_TOKEN, START_TOKEN, Vocabulary } from './vocabulary.ts';

const NAMES = [...DIGIT_NAMES, 'oh'];
const SPELLINGS = ['<unk>', '<s>', '</s>', ...NAMES.map((name) => `\u2581${name}`), ',', '.', '\u2581hello', '\u2581Call', '5'];

/** A vocabulary of digit names, signs and a few other words. */
export const digitVocabulary = new Vocabulary(SPELLINGS);

/** What may follow what has been said, by spelling ("" ends), each with its probability; the rest of 1 goes to no word at all. */
export type Opinion = (said: string, take: number) => Readonly<Record<string, number>>;

const VARIANT: MoonshineVariant = { id: 'tiny', layers: 1, headCount: 1, headSize: 1, heads: [{ layer: 0, head: 0, lagSec: 0 }] };
/** Natural logarithm of what stands for no probability. */
const NEVER = -60;

/**
 * A model that says what it is told to: `opinion` gives the next words after the text so far, for each take.
 * Its attention goes evenly through the sound.
 */
export function fakeModel(opinion: Opinion): MoonshineModel {
  const scoresAfter = (tokens: readonly number[], take: number): Float32Array => {
    const scores = new Float32Array(SPELLINGS.length).fill(NEVER);
    const said = digitVocabulary.read(tokens.filter((token) => token !== START_TOKEN)).text.trim();
    const next = opinion(said, take);
    for (const [spelling, probability] of Object.entries(next)) scores[tokenOf(spelling)] = Math.log(probability);
    scores[0] = Math.log(Math.max(Math.exp(NEVER), 1 - Object.values(next).reduce((sum, value) => sum + value, 0)));
    return scores;
  };
  const statesOf = (takes: readonly Float32Array[]): Tensor => {
    const frames = Math.max(1, Math.floor((takes[0]?.length ?? 0) / FRAME_SAMPLES));
    return { type: 'float32', dims: [takes.length, frames, 1], data: new Float32Array(takes.length * frames) };
  };
  const takesIn = (states: Tensor): number => states.dims[0] ?? 1;
  const score = (tokens: readonly number[], take: number) => tokens.map((_, i) => scoresAfter(tokens.slice(0, i + 1), take));
  return {
    variant: VARIANT,
    encode: async (samples) => statesOf([samples]),
    encodeAll: async (takes) => statesOf(takes),
    start(states) {
      const said: number[] = [];
      return async (token) => {
        said.push(token);
        return { logits: scoresAfter(said, 0), attention: new Float32Array(states.dims[1] ?? 0) };
      };
    },
    branches: (states) => async (before, token) => {
      const said = [...((before?.said?.data as number[] | undefined) ?? []), token];
      const scores = Array.from({ length: takesIn(states) }, (_, take) => scoresAfter(said, take));
      return { scores, fed: { said: { type: 'int64', dims: [said.length], data: said } } };
    },
    async attend(states, tokens) {
      const frames = states.dims[1] ?? 0;
      return tokens.map((_, i) => {
        const middle = ((i + 1) / (tokens.length + 1)) * frames;
        return Float32Array.from({ length: frames }, (_, frame) => Math.exp(-0.5 * (frame - middle) ** 2));
      });
    },
    score: async (_states, tokens) => score(tokens, 0),
    scoreTakes: async (states, tokens) => Array.from({ length: takesIn(states) }, (_, take) => score(tokens, take)),
    async close() {},
  };
}

function tokenOf(spelling: string): number {
  if (spelling === '') return END_TOKEN;
  return digitVocabulary.find(/^[a-zA-Z]/.test(spelling) ? ` ${spelling}` : spelling);
}

/** The opinion of one who hears these digits, each with its probability, and is sure of the signs between them. */
export function hears(digits: string, sureness: (index: number, take: number) => number = () => 0.95): Opinion {
  return (said, take) => {
    const heard = said.split(/[^a-z]+/).filter((word) => word.length > 0);
    const own = [...digits].map((digit) => NAMES[Number(digit)] ?? 'oh');
    if (said.endsWith('.')) return { '': 0.99 };
    if (heard.length > 0 && !said.endsWith(',')) return heard.length < own.length ? { ',': 0.98, '.': 0.01 } : { ',': 0.01, '.': 0.98 };
    const p = sureness(heard.length, take);
    const next = own[heard.length];
    if (next === undefined) return { hello: 0.99 };
    const others = NAMES.slice(0, 10).filter((name) => name !== next);
    return Object.fromEntries([[next, p], ...others.map((name) => [name, (0.99 - p) / others.length])]);
  };
}
