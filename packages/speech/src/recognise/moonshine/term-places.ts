import { type CorrectedWords, isSlight, type KnownWords, likenessOf, type Piece, piecesOf } from '@ringback/core';
import type { Range } from './script-candidates.ts';

/** Words that were heard, and a name that may have been said there instead. */
export interface TermPlace {
  heard: Range;
  /** As it would be written. */
  term: readonly string[];
  /** Words of which a person once said that the term was meant. */
  isCorrected: boolean;
}

/** A word that was heard. */
export interface HeardWord {
  text: string;
  /** 0..1. */
  confidence: number;
}

/** Where a known name is looked for. House rules, checked on the takes that thresholds are chosen on. */
export interface TermOptions {
  /** Share of letters that what was heard and the name have in common, at least. */
  likeFrom: number;
  /** Letters of a part of a name that is looked for by itself, at least. */
  partLetters: number;
  /** Words that were heard as surely as this are what was said (0..1), but for those that were put right before. */
  clearFrom: number;
  /** Words that a name may be heard as more than it has. */
  moreWords: number;
  /** Places that are weighed in one stretch, at most. */
  places: number;
}

/** Defaults; see the fields. */
export const TERM_DEFAULTS: TermOptions = { likeFrom: 0.5, partLetters: 4, clearFrom: 0.9, moreWords: 1, places: 12 };

/** The places in which known names may have been said, those with most letters in common first; they may overlap. */
export function termPlaces(
  words: readonly HeardWord[],
  { terms, corrections }: KnownWords,
  options: TermOptions = TERM_DEFAULTS,
): TermPlace[] {
  const norms = words.map(({ text }) => normOf(text));
  const forms = formsOf([...corrections.map(({ meant }) => meant), ...terms], options.partLetters);
  const wrong = wrongForms(corrections);
  const spans = forms.flatMap((form) => spansFor(form, norms, options.moreWords));
  const asKnown = new Set(spans.filter(({ form, norm }) => norm === form.norm).flatMap(({ heard }) => indices(heard)));
  const found = spans.flatMap(({ form, heard, norm }) => {
    const said = words.slice(heard.from, heard.to);
    const isCorrected = wrong.get(norm)?.has(form.norm) ?? false;
    const like = isCorrected ? 1 : likenessOf(form.norm, norm);
    const isClear = meanOf(said) >= options.clearFrom && !isCorrected;
    if (like < options.likeFrom || isClear || hasDigits(said) || indices(heard).some((i) => asKnown.has(i))) return [];
    return [{ heard, term: form.words, isCorrected, inCommon: (2 * like - 1) * form.norm.length }];
  });
  return found.sort((a, b) => b.inCommon - a.inCommon).slice(0, options.places);
}

const indices = ({ from, to }: Range): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** Words in a row that may be the form: from one up to some more than it has. */
function spansFor(form: Form, norms: readonly string[], moreWords: number): { form: Form; heard: Range; norm: string }[] {
  return norms.flatMap((_, from) => {
    const most = Math.min(form.words.length + moreWords, norms.length - from);
    return Array.from({ length: most }, (__, i) => {
      const heard = { from, to: from + i + 1 };
      return { form, heard, norm: norms.slice(heard.from, heard.to).join('') };
    });
  });
}

interface Form {
  words: readonly string[];
  norm: string;
}

/** Every term as a whole, and the parts of a name by which someone may be called alone. */
function formsOf(terms: readonly string[], partLetters: number): Form[] {
  const forms = new Map<string, Form>();
  const add = (words: readonly string[]): void => {
    const norm = normOf(words.join(' '));
    if (norm.length >= partLetters && !forms.has(norm)) forms.set(norm, { words, norm });
  };
  const all = terms.map((term) => term.split(/\s+/).filter((word) => word.length > 0)).filter((words) => !isFigures(words));
  for (const words of all) if (!isSlight(piecesOf(words.map(asWord)))) add(words);
  for (const words of all) {
    // Whoever says an address says all of it.
    if (words.includes('at') || words.length < 2) continue;
    for (const word of words) if (/^\p{Lu}\p{Ll}/u.test(word) && !isSlight(piecesOf([asWord(word)]))) add([word]);
  }
  return [...forms.values()];
}

/** What was written for what, both without blanks and signs. */
function wrongForms(corrections: readonly CorrectedWords[]): Map<string, Set<string>> {
  const wrong = new Map<string, Set<string>>();
  for (const { heard, meant } of corrections) {
    const norm = normOf(heard);
    wrong.set(norm, new Set([...(wrong.get(norm) ?? []), normOf(meant)]));
  }
  return wrong;
}

const asWord = (text: string): { text: string } => ({ text });
const normOf = (text: string): string =>
  piecesOf(text.split(/\s+/).map(asWord))
    .map(({ norm }) => norm)
    .join('');
const isFigures = (words: readonly string[]): boolean => hasDigits(words.map(asWord));
const hasDigits = (words: readonly { text: string }[]): boolean => piecesOf(words).some(({ numeral }: Piece) => numeral);
const meanOf = (words: readonly HeardWord[]): number => words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
