import { alignPieces, likenessOf, type Piece, piecesOf } from '@ringback/core';
import { resample } from '../../signal/resample.ts';
import { decodeGreedily } from './greedy.ts';
import type { MoonshineModel } from './model.ts';
import { padded } from './prepare.ts';
import type { Range } from './script-candidates.ts';
import { MODEL_RATE } from './variant.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How fast the same sound is heard again, as factors: so little that it is the same speech, and yet what was guessed is guessed otherwise. */
const AGAIN_PACES: readonly number[] = [0.94, 1.06];

interface Ear {
  model: MoonshineModel;
  vocabulary: Vocabulary;
  signal: AbortSignal | undefined;
}

/** The words that are heard in the same sound when it is a little slower, and a little faster. `samples` at 16 kHz. */
export async function hearAgain({ model, vocabulary, signal }: Ear, samples: Float32Array): Promise<string[][]> {
  const heard: string[][] = [];
  for (const pace of AGAIN_PACES) {
    signal?.throwIfAborted();
    const paced = await resample({ samples, sampleRate: MODEL_RATE }, Math.round(MODEL_RATE / pace));
    const { tokens } = await decodeGreedily(model, await model.encode(padded(paced.samples, MODEL_RATE)), undefined, signal);
    heard.push(wordsIn(vocabulary.read(tokens).text));
  }
  return heard;
}

const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => word.length > 0);

/**
 * How much of the words in a place is in it each time that the sound was heard: the least likeness of their letters, 0..1. An empty place,
 * before the word `from`, is the same as long as it stays empty.
 */
export function likenessAgain(words: readonly string[], { from, to }: Range, again: readonly (readonly string[])[]): number {
  const pieces = piecesOf(words.map(named));
  const own = lettersOf(pieces.filter(({ word }) => word >= from && word < to));
  const each = again.map((heard) => {
    const others = piecesOf(heard.map(named));
    const pairs = alignPieces(pieces, others) ?? [];
    const wordAt = (i: number): number | null => pieces[pairs[i]?.[0] ?? -1]?.word ?? null;
    const places = pairs.map((_, i) => wordAt(i));
    const first = places.findLastIndex((word) => word !== null && word < from) + 1;
    const end = places.findIndex((word) => word !== null && word >= to);
    const inside = pairs.slice(first, end < 0 ? pairs.length : end).flatMap(([, h]) => (h === null ? [] : (others[h] ?? [])));
    return likenessOf(own, lettersOf(inside));
  });
  return Math.min(1, ...each);
}

const named = (text: string): { text: string } => ({ text });
const lettersOf = (pieces: readonly Piece[]): string => pieces.map(({ norm }) => norm).join('');

/** The words around `at` that nothing but the free hearing speaks for: neither the script (`sureness`) nor the digits, which others hear. */
export function unsupported(words: readonly string[], sureness: readonly (number | null)[], at: Range): Range {
  const isFree = (i: number) => i >= 0 && i < words.length && sureness[i] === null && !piecesOf([named(words[i] ?? '')]).some(isNumeral);
  let { from, to } = at;
  while (isFree(from - 1)) from--;
  while (isFree(to)) to++;
  return { from, to };
}

const isNumeral = ({ numeral }: Piece): boolean => numeral;
