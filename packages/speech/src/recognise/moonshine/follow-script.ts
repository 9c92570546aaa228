import { type RefusedWords, writesDay } from '@ringback/core';
import { gainOf, silence } from './gain.ts';
import type { MoonshineModel } from './model.ts';
import { type Candidate, candidatesIn, candidatesOf, type Range, wordsAsWritten } from './script-candidates.ts';
import type { Tensor } from './session.ts';
import { spellText } from './spell-text.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type RefusedAt, weighPlaces } from './weigh-places.ts';
import { weighText } from './weigh-text.ts';
import { accept, bestWording, type Work } from './wordings.ts';

/**
 * How much less likely than the words that were heard the script's words may be and still be taken. Natural logarithms, chosen on
 * synthetic voices over telephone lines and measured on others (docs/accuracy.md).
 */
export interface FollowingOptions {
  /** Whatever is said. */
  allowance: number;
  /** For each token of the script's words. */
  allowancePerToken: number;
  /** Names are allowed more: a recogniser cannot know them. As a factor. */
  nameFactor: number;
  /** How sure a word is that was heard as the script has it, at least, 0..1: the two know nothing of each other. House rule. */
  agreed: number;
}

/** Defaults; see the fields. */
export const FOLLOWING_DEFAULTS: FollowingOptions = { allowance: 7, allowancePerToken: 1.2, nameFactor: 1.3, agreed: 0.95 };

/** A stretch of sound and the words that were decoded in it freely. */
export interface DecodedStretch {
  states: Tensor;
  words: readonly string[];
  /** The sound that the words were heard in, 16 kHz. */
  samples: Float32Array;
}

/** A stretch as it is heard with the script known. */
export interface FollowedStretch {
  words: string[];
  /** For each word how sure it is at least where the script speaks for it (0..1); null where it does not. */
  sureness: (number | null)[];
  /** By index of the word. */
  refused: Map<number, RefusedWords>;
}

interface Ear {
  model: MoonshineModel;
  vocabulary: Vocabulary;
  options: FollowingOptions;
  /** Silence as the model hears it, heard when first asked for. */
  silent(): Promise<Tensor>;
  signal: AbortSignal | undefined;
}

/**
 * Hears the stretches of a take again with its script known: where the free words and the script differ, the decoder weighs the script's
 * words over the same sound, and they are taken where they are about as likely. Figures are left to those who listen for digits.
 */
export async function followScript(
  {
    options = FOLLOWING_DEFAULTS,
    goesOn = false,
    ...ear
  }: Omit<Ear, 'options' | 'silent'> & { options?: FollowingOptions; goesOn?: boolean },
  stretches: readonly DecodedStretch[],
  script: readonly string[],
): Promise<FollowedStretch[]> {
  const heard = stretches.flatMap(({ words }) => words);
  const all = candidatesOf(script, heard, goesOn);
  const asWritten = wordsAsWritten(script, heard, goesOn);
  let heardSilence: Promise<Tensor> | null = null;
  const silent = () => {
    heardSilence ??= silence(ear.model);
    return heardSilence;
  };
  const followed: FollowedStretch[] = [];
  let from = 0;
  for (const stretch of stretches) {
    const to = from + stretch.words.length;
    const sureness = stretch.words.map((_, i) => (asWritten.has(from + i) ? options.agreed : null));
    const within = candidatesIn(all, { from, to }, heard.length);
    followed.push(await weighStretch({ ...ear, silent, options }, { ...stretch, sureness }, within, script));
    from = to;
  }
  return followed;
}

async function weighStretch(
  ear: Ear,
  { states, words, samples, sureness }: DecodedStretch & Pick<FollowedStretch, 'sureness'>,
  candidates: readonly Candidate[],
  script: readonly string[],
): Promise<FollowedStretch> {
  const work: ScriptWork = { states, words: [...words], sureness: [...sureness], refused: new Map(), shift: 0, log: null };
  for (const candidate of candidates) await weighCandidate(ear, work, candidate, script);
  await weighPlaces(ear, { ...work, samples }, script);
  const refused = [...work.refused].map(([index, { script: _, ...instead }]) => [index, instead] as const);
  return { words: work.words, sureness: work.sureness, refused: new Map(refused) };
}

/** A stretch as far as it was gone through. */
interface ScriptWork extends Work {
  refused: Map<number, RefusedAt>;
}

async function weighCandidate(ear: Ear, work: ScriptWork, candidate: Candidate, script: readonly string[]): Promise<void> {
  ear.signal?.throwIfAborted();
  const { model, vocabulary } = ear;
  const heard = { from: candidate.heard.from + work.shift, to: candidate.heard.to + work.shift };
  const expected = script.slice(candidate.script.from, candidate.script.to);
  work.log ??= (await weighText(model, vocabulary, work.states, work.words.join(' '))).log;
  const tokens = spellText(vocabulary, expected.join(' ')).length;
  const toldOtherwise = isToldOtherwise(work.words.slice(heard.from, heard.to), expected, candidate.startsSentence);
  const allowed = toldOtherwise ? 0 : allowanceFor(ear.options, expected, candidate.startsSentence, tokens);
  const best = await bestWording(ear, work, heard, expected, allowed);
  const log = best.weighed.log - work.log;
  if (log >= -allowed) {
    accept(work, heard, best.words, 1 / (1 + Math.exp(-(log + allowed))));
    work.log = best.weighed.log;
    return;
  }
  if (candidate.parts.length === 0) {
    const placed = { before: work.words.slice(0, heard.from), words: best.words, logs: best.weighed.logs };
    const gain = await gainOf(model, vocabulary, await ear.silent(), placed);
    refuse(work, heard, { text: expected.join(' '), log, gain, tokens, script: candidate.script });
  }
  for (const part of candidate.parts) await weighCandidate(ear, work, part, script);
}

/** Words that a recogniser knows, besides days and months, and that change what is meant. */
const TELLING: ReadonlySet<string> = new Set('morning afternoon evening week month not no yes never before after until'.split(' '));

const telling = (words: readonly string[]): string[] => words.filter((word) => writesDay(word) || TELLING.has(bare(word))).map(bare);

const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}]/gu, '');

/** Whether another day, month or telling word was heard than the script has there: what was said, unless the sound itself says otherwise. */
function isToldOtherwise(heard: readonly string[], expected: readonly string[], startsSentence: boolean): boolean {
  const meant = telling(expected);
  // "June" may well be Joan.
  if (meant.length === 0 && hasName(expected, startsSentence)) return false;
  return telling(heard).some((word) => !meant.includes(word));
}

const hasName = (words: readonly string[], startsSentence: boolean): boolean =>
  words.some((word, i) => /^\p{Lu}\p{Ll}/u.test(word) && (i > 0 || !startsSentence));

function allowanceFor(options: FollowingOptions, expected: readonly string[], startsSentence: boolean, tokens: number): number {
  return (options.allowance + options.allowancePerToken * tokens) * (hasName(expected, startsSentence) ? options.nameFactor : 1);
}

function refuse(work: ScriptWork, heard: Range, refused: Omit<RefusedAt, 'place'>): void {
  // A word that later moves takes what was refused there with it: what follows is gone through afterwards.
  if (heard.to > heard.from) addRefused(work, heard.from, { ...refused, place: 'here' });
  else if (heard.from > 0) addRefused(work, heard.from - 1, { ...refused, place: 'after' });
  else addRefused(work, 0, { ...refused, place: 'before' });
}

/** Words that were refused instead of a word and right after it are one. */
function addRefused({ refused }: ScriptWork, index: number, more: RefusedAt): void {
  const known = refused.get(index);
  if (known === undefined) {
    refused.set(index, more);
    return;
  }
  const gain = known.gain === undefined || more.gain === undefined ? {} : { gain: known.gain + more.gain };
  refused.set(index, {
    ...{ text: `${known.text} ${more.text}`, log: known.log + more.log, tokens: known.tokens + more.tokens, place: known.place },
    ...{ script: { from: Math.min(known.script.from, more.script.from), to: Math.max(known.script.to, more.script.to) }, ...gain },
  });
}
