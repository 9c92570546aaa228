import type { KnownWords } from '@ringback/core';
import type { DecodedStretch, FollowedStretch } from './follow-script.ts';
import type { MoonshineModel } from './model.ts';
import { spellText } from './spell-text.ts';
import { type HeardWord, type TermPlace, termPlaces } from './term-places.ts';
import type { Vocabulary } from './vocabulary.ts';
import { weighText } from './weigh-text.ts';
import { accept, bestWording, type Work } from './wordings.ts';

/**
 * How much less likely than the words that were heard a known name may be and still be taken. Natural logarithms, chosen so that other
 * people's speech holds no name that nobody said (docs/accuracy.md).
 */
export interface TermAllowance {
  /** Whatever is said. */
  allowance: number;
  /** For each token of the name. */
  allowancePerToken: number;
  /** Where the words are those that the person put right before, as a factor. */
  correctedFactor: number;
}

/** Defaults; see the fields. */
export const TERM_ALLOWANCE: TermAllowance = { allowance: 0.5, allowancePerToken: 1, correctedFactor: 3 };

interface Ear {
  model: MoonshineModel;
  vocabulary: Vocabulary;
  allowance?: TermAllowance;
  signal: AbortSignal | undefined;
}

/** A stretch and how surely its words were heard. */
export interface SureStretch extends Omit<DecodedStretch, 'samples'> {
  /** 0..1, one for each word. */
  confidences: readonly number[];
}

/**
 * Hears a stretch again with names in mind that the person may say: where what was written looks like one of them, the decoder weighs the
 * name over the same sound, and it is taken where it is about as likely. Figures are left to those who listen for digits.
 */
export async function followTerms(ear: Ear, { states, words, confidences }: SureStretch, known: KnownWords): Promise<FollowedStretch> {
  const work: Work = { states, words: [...words], sureness: words.map(() => null), shift: 0, log: null };
  const heard = words.map((text, i): HeardWord => ({ text, confidence: confidences[i] ?? 0 }));
  const taken: { place: TermPlace; more: number }[] = [];
  for (const place of termPlaces(heard, known)) {
    ear.signal?.throwIfAborted();
    if (taken.some((one) => one.place.heard.from < place.heard.to && place.heard.from < one.place.heard.to)) continue;
    // Places come in any order: each moves by what was put in before it.
    const shift = taken.reduce((sum, one) => sum + (one.place.heard.to <= place.heard.from ? one.more : 0), 0);
    const before = work.words.length;
    if (await isTaken(ear, work, place, shift)) taken.push({ place, more: work.words.length - before });
  }
  return { words: work.words, sureness: work.sureness, refused: new Map() };
}

async function isTaken({ model, vocabulary, allowance: by = TERM_ALLOWANCE }: Ear, work: Work, place: TermPlace, shift: number) {
  const heard = { from: place.heard.from + shift, to: place.heard.to + shift };
  work.log ??= (await weighText(model, vocabulary, work.states, work.words.join(' '))).log;
  const tokens = spellText(vocabulary, place.term.join(' ')).length;
  const allowed = (by.allowance + by.allowancePerToken * tokens) * (place.isCorrected ? by.correctedFactor : 1);
  const best = await bestWording({ model, vocabulary }, work, heard, place.term, allowed);
  const log = best.weighed.log - work.log;
  if (log < -allowed) return false;
  accept(work, heard, best.words, 1 / (1 + Math.exp(-(log + allowed))));
  work.log = best.weighed.log;
  return true;
}
