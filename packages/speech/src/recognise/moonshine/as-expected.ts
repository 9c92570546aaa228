import { piecesOf, type Track } from '@ringback/core';
import type { DigitSpot } from '../digit-head/spot.ts';
import type { ExpectedSpeech } from '../recogniser.ts';
import { type DecodedStretch, type FollowedStretch, followScript } from './follow-script.ts';
import { followTerms } from './follow-terms.ts';
import type { MoonshineModel } from './model.ts';
import { LEAD_SEC } from './prepare.ts';
import type { Tensor } from './session.ts';
import type { Vocabulary } from './vocabulary.ts';
import { weighText } from './weigh-text.ts';
import { type StretchWords, wordsOf } from './words.ts';

/** A stretch of sound with its words, and what they were heard from. */
export interface HeardStretch extends StretchWords {
  /** The digits that the head hears in it. */
  spots: DigitSpot[];
  /** Levelled, 16 kHz. */
  samples: Float32Array;
  startSec: number;
  /** Of the hearing that gave the words; null where there are none. */
  states: Tensor | null;
}

/** What hears again. */
interface Ear {
  model: MoonshineModel;
  vocabulary: Vocabulary;
  /** Where someone speaks, over the whole recording. */
  speech: Track | undefined;
  signal: AbortSignal | undefined;
}

/** Fewest digits of a number that is dictated. House rule. */
const MIN_DICTATED = 7;

/** The digits of each phone number that is meant. */
export function numbersMeant(expected: ExpectedSpeech | undefined): string[] {
  const texts = [expected?.script ?? '', ...(expected?.terms ?? [])];
  const runs: string[] = [];
  for (const text of texts) {
    runs.push('');
    for (const { norm, numeral } of piecesOf(text.split(/\s+/).map((word) => ({ text: word })))) {
      if (numeral) runs[runs.length - 1] += norm;
      else if (runs.at(-1) !== '') runs.push('');
    }
  }
  return [...new Set(runs.filter((digits) => digits.length >= MIN_DICTATED))];
}

/** A stretch in which words were decoded. */
interface DecodedHeard {
  stretch: HeardStretch;
  decoded: DecodedStretch;
}

/** The stretches with the expected words where the sound bears them out; those that change are timed again. */
export async function asExpected(ear: Ear, stretches: readonly HeardStretch[], expected: ExpectedSpeech): Promise<HeardStretch[]> {
  const heard = stretches.flatMap((stretch): DecodedHeard[] => {
    const { states, words, samples } = stretch;
    return states === null ? [] : [{ stretch, decoded: { states, samples, words: words.map(({ text }) => text) } }];
  });
  const followed = await alongWhatIsKnown(ear, heard, expected);
  const again = new Map<HeardStretch, HeardStretch>();
  for (const [i, { stretch, decoded }] of heard.entries()) {
    const result = followed[i];
    if (result !== undefined) again.set(stretch, withRefused(await timed(ear, stretch, decoded, result), result));
  }
  return stretches.map((stretch) => again.get(stretch) ?? stretch);
}

/** Along the script, or where there is none with known names in mind. */
async function alongWhatIsKnown(
  ear: Ear,
  heard: readonly DecodedHeard[],
  { script, goesOn = false, terms = [], corrections = [] }: ExpectedSpeech,
): Promise<FollowedStretch[]> {
  const expected = script?.split(/\s+/).filter((word) => word.length > 0) ?? [];
  if (expected.length > 0) {
    return followScript(
      { ...ear, goesOn },
      heard.map(({ decoded }) => decoded),
      expected,
    );
  }
  // With a script that has come to its end, nothing more is expected.
  if (script !== undefined || terms.length + corrections.length === 0) return [];
  const followed: FollowedStretch[] = [];
  for (const { stretch, decoded } of heard) {
    const confidences = stretch.words.map(({ confidence }) => confidence);
    followed.push(await followTerms(ear, { ...decoded, confidences }, { terms, corrections }));
  }
  return followed;
}

async function timed(
  { model, vocabulary, speech }: Ear,
  stretch: HeardStretch,
  { states }: DecodedStretch,
  { words, sureness }: FollowedStretch,
): Promise<HeardStretch> {
  if (sureness.every((one) => one === null)) return stretch;
  const text = words.join(' ');
  const { tokens, logs } = await weighText(model, vocabulary, states, text);
  const attention = await model.attend(states, tokens);
  const wordOf = wordOfToken(vocabulary, tokens);
  const chosen = {
    tokens,
    // The script is a reason of its own to believe a word that the sound bears out.
    probabilities: tokens.map((_, i) => Math.max(Math.exp(logs[i] ?? Number.NEGATIVE_INFINITY), sureness[wordOf[i] ?? 0] ?? 0)),
    attention,
    frames: states.dims[1] ?? 0,
    leadSec: LEAD_SEC,
  };
  return { ...stretch, ...wordsOf(chosen, vocabulary, model.variant.heads, stretch.samples, stretch.startSec, speech) };
}

/** For each token the index of the word that it is a part of: a token that brings a blank begins one. */
function wordOfToken(vocabulary: Vocabulary, tokens: readonly number[]): number[] {
  let word = -1;
  return tokens.map((token) => {
    if (vocabulary.read([token]).text.startsWith(' ')) word += 1;
    return Math.max(0, word);
  });
}

function withRefused(stretch: HeardStretch, { refused }: FollowedStretch): HeardStretch {
  if (refused.size === 0) return stretch;
  const words = stretch.words.map((word, i) => {
    const instead = refused.get(i);
    return instead === undefined ? word : { ...word, refused: instead };
  });
  return { ...stretch, words };
}
