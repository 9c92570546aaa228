import type { ScriptDifference } from '../../documents/following.ts';
import type { RefusedWords, WeighedPlace, Word } from '../../documents/transcript.ts';
import { isCalendarWord } from '../../message/times/points.ts';
import { type DifferingWords, likenessOf } from './align.ts';
import { claimScore, isAnotherDay, type TakeManner, type WeighedDifference } from './claim.ts';
import { isTeenForTen, sureOfDigits } from './other-digits.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { FollowingThresholds } from './thresholds.ts';

/** The words of a difference on both sides; either may be empty. */
export interface BothSides {
  script: readonly Word[];
  heard: readonly Word[];
}

/** So many times more words in the script than were said are a part left out, whatever was said at its edges. House rule. */
const MANY_TIMES = 3;

/** What kind of difference it is. */
export function kindOf({ script, heard }: BothSides): ScriptDifference['kind'] {
  if (script.length === 0) return 'added';
  return script.length >= MANY_TIMES * heard.length && script.length > MANY_TIMES ? 'left-out' : 'otherwise';
}

/** Words without a meaning of their own: another one in their place is no difference that anybody minds. */
const SLIGHT = new Set(
  (
    'a an the and or but so if that this these those there here it its i me my you your he him his she her we us our they them their to of in on at by for from ' +
    'with as is am are was were be been do does did have has had will would can could may might should just well then now also please up out not s t d m ll ve re um uh er oh ' +
    'hello hi hey good morning afternoon evening thank thanks goodbye bye'
  ).split(' '),
);

/** Digits from which a number is one to call. House rule: local ones have seven. */
const NUMBER_DIGITS = 7;

/** Whether a difference is surely one, so that it may be told. `place` is where the heard words are among `words`. */
export function sureOf(both: BothSides, words: readonly Word[], place: DifferingWords, standards: Standards): boolean {
  const decided = decisionOn(both, words, place, standards);
  return typeof decided === 'boolean' ? decided : claimScore(decided) >= standards.thresholds.claimFrom;
}

/** The same where a rule decides; what was weighed where that has to. */
export function decisionOn(
  both: BothSides,
  words: readonly Word[],
  place: DifferingWords,
  { thresholds, inAddress, manner, written, places }: Standards,
): boolean | WeighedDifference {
  const kind = kindOf(both);
  const [script, heard] = [piecesOf(both.script), piecesOf(both.heard)];
  if (kind === 'added') return both.heard.length >= thresholds.addedWords && meanConfidence(both.heard) >= thresholds.heardFrom;
  const [meant, said] = [script.filter(isDigit), heard.filter(isDigit)];
  const isSentence = kind === 'left-out' && said.length === 0 && meant.length < NUMBER_DIGITS;
  if (meant.length + said.length > 0 && heard.length > 0 && !isSentence) {
    // A word against a digit ("at" for "eight") puts the digits after it in doubt.
    if (script.length - meant.length !== heard.length - said.length) return false;
    if (isTeenForTen(both.script, both.heard)) return false;
    const isWeighed = ({ refused }: Word) => refused !== undefined && refused.log > -thresholds.againstNumber;
    return !both.heard.some(isWeighed) && sureOfDigits(meant, said, both.heard, thresholds.heardFrom);
  }
  // Another "the" is no difference that anybody minds, and how an address is spelled is for those who read addresses.
  if (isSlight(script)) return false;
  if (both.script.some((_, i) => inAddress.has(place.script.from + i))) return false;
  if (kind === 'left-out' && (both.script.length < thresholds.leftOutWords || mayHold(both, words, place, places))) return false;
  // Words before a number may have been heard as digits of it.
  if (kind === 'left-out' && places.some((other) => other.heard.from === place.heard.to && hasMoreDigits(other, written.words, words))) {
    return false;
  }
  const weighed = weighedAt(words, place);
  if (weighed !== null) {
    const { together } = weighed;
    // A word or two of which nothing was heard were swallowed, and small words are weighed no more.
    if (together.length === 0 || (heard.length === 0 && kind !== 'left-out')) return false;
    return { ...both, words, place, together, isLeftOut: kind === 'left-out', manner };
  }
  // Nothing was weighed: the words were put right by hand, or an engine heard them that cannot weigh.
  if (words.some(({ refused }) => refused !== undefined)) return false;
  // Digits may have been heard in the place of the words before them.
  if (kind === 'left-out') return !isBesideDigits(words, place);
  // Nobody says "its" for "minutes".
  if (isSlight(heard)) return false;
  return (
    meanConfidence(both.heard) >= thresholds.heardFrom && (isUnlike(script, heard, thresholds) || isAnotherDay(both.script, both.heard))
  );
}

/** What else than the script and the take tells how sure a difference is. */
interface Standards {
  thresholds: FollowingThresholds;
  inAddress: ReadonlySet<number>;
  names: ReadonlySet<number>;
  manner: TakeManner;
  /** The script. */
  written: { words: readonly Word[] };
  /** All places of the take that differ. */
  places: readonly DifferingWords[];
}

/**
 * Whether a difference that is not sure is worth a word: a name, a day or a number that the sound does not bear out. Words that it bears
 * out were misheard, and of others nobody minds a doubt.
 */
export function isDoubted(
  both: BothSides,
  words: readonly Word[],
  place: DifferingWords,
  { thresholds, inAddress, names }: Standards,
): boolean {
  const indices = both.script.map((_, i) => place.script.from + i);
  if (indices.some((index) => inAddress.has(index))) return false;
  const script = piecesOf(both.script);
  if (script.filter(({ numeral }) => numeral).length >= NUMBER_DIGITS) return true;
  if (!indices.some((index) => names.has(index)) && !script.some(({ norm }) => isCalendarWord(norm))) return false;
  const weighed = weighedAt(words, place);
  return weighed !== null && weighed.log <= -thresholds.against && (weighed.gain ?? 0) <= 0;
}

/** Whether a word of the script is a name, a day or has a digit in it. */
export const isTelling = (word: Word | undefined, isName: boolean): boolean =>
  word !== undefined && (isName || piecesOf([word]).some(({ norm, numeral }) => numeral || isCalendarWord(norm)));

function isBesideDigits(words: readonly Word[], { heard }: DifferingWords): boolean {
  return isNumeralAt(words, heard.from - 1) || isNumeralAt(words, heard.to);
}

const isNumeralAt = (words: readonly Word[], index: number): boolean =>
  piecesOf(words.slice(Math.max(0, index), index + 1)).some(({ numeral }) => numeral);

function isUnlike(script: readonly Piece[], heard: readonly Piece[], { likeAtMost }: FollowingThresholds): boolean {
  const [a, b] = [script, heard].map((pieces) => pieces.map(({ norm }) => norm).join(''));
  return likenessOf(a ?? '', b ?? '') <= likeAtMost;
}

/** Whether none of these words has a meaning of its own. */
export const isSlight = (pieces: readonly Piece[]): boolean => pieces.every(({ norm }) => SLIGHT.has(norm));

/** What stands before the first word of a sentence: nothing, or a stop that is not that of a title. */
const SENTENCE_END = /^$|(?<!\b(?:mr|mrs|ms|dr|prof|st))[.?!]$/i;
const TITLE = /^(?:mr|mrs|ms|dr|prof|professor)\.?$/i;

/** Indices of the words that are names: with a capital in the middle of a sentence, and neither a title nor a day or month. */
export function nameWords(words: readonly Word[]): Set<number> {
  const isName = ({ text }: Word, i: number) =>
    /^\p{Lu}\p{Ll}/u.test(text) && !SENTENCE_END.test(words[i - 1]?.text ?? '') && !TITLE.test(text) && !isCalendarWord(bareWord(text));
  return new Set(words.flatMap((word, i) => (isName(word, i) ? [i] : [])));
}

const bareWord = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '');

/** Parts of an address between its "at" and its "dot", at most. House rule. */
const DOMAIN_PIECES = 6;

/** Indices of the words that belong to an address, as it is said or written: those around each "dot", and from before the "at" to it. */
export function addressWords(words: readonly Word[]): Set<number> {
  const pieces = piecesOf(words);
  const found = new Set<number>();
  for (const [dot, { norm }] of pieces.entries()) {
    if (norm !== 'dot') continue;
    const from = Math.max(0, dot - DOMAIN_PIECES);
    const at = pieces.slice(from, dot).findLastIndex((piece) => piece.norm === 'at');
    const first = Math.max(0, at < 0 ? dot - 1 : from + at - 1);
    for (const { word } of pieces.slice(first, dot + 2)) found.add(word);
  }
  return found;
}

/** Seconds of a word said fast, and of a pause between sentences. House rules. */
const FAST_WORD_SEC = 0.13;
const PAUSE_SEC = 0.8;

const isDigit = ({ numeral }: Piece): boolean => numeral;

function hasMoreDigits({ script, heard }: DifferingWords, written: readonly Word[], words: readonly Word[]): boolean {
  const digits = (some: readonly Word[]): number => piecesOf(some).filter(isDigit).length;
  return digits(words.slice(heard.from, heard.to)) > digits(written.slice(script.from, script.to));
}

/** Words that may stand between what was left out and what was misheard in its stead: "of" is heard anywhere. House rule. */
const BESIDE_WORDS = 2;

/** Whether the script's words may hide in the sound: in words that were not understood, there or close by, or in a gap where none was heard. */
function mayHold(
  { script, heard }: BothSides,
  words: readonly Word[],
  { heard: place }: DifferingWords,
  places: readonly DifferingWords[],
): boolean {
  const [before, after] = [words[place.from - 1], words[place.to]];
  const gap = before === undefined || after === undefined ? 0 : after.start - before.end - PAUSE_SEC;
  const added = places.filter(
    (other) =>
      other.script.from === other.script.to && other.heard.from <= place.to + BESIDE_WORDS && other.heard.to >= place.from - BESIDE_WORDS,
  );
  const sec = added.map((other) => secondsOf(words.slice(other.heard.from, other.heard.to)));
  return Math.max(heard.length > 0 ? secondsOf(heard) : gap, ...sec) >= FAST_WORD_SEC * script.length;
}

/** From the beginning of the first word to the end of the last. */
const secondsOf = (words: readonly Word[]): number => (words.at(-1)?.end ?? 0) - (words[0]?.start ?? 0);

/** Whether so little was made out of these words that they are not quoted. */
export const isDim = (heard: readonly Word[], { dimFrom }: FollowingThresholds): boolean =>
  heard.length > 0 && meanConfidence(heard) < dimFrom;

function meanConfidence(words: readonly Word[]): number {
  return words.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, words.length);
}

/** What was weighed of the script's words; `gain` is null where nobody asked for it. */
interface WeighedWords {
  log: number;
  gain: number | null;
  /** What was weighed together. */
  together: readonly WeighedPlace[];
}

/** What the sound says against the script's words, over all that was weighed there; null where nothing was. */
function weighedAt(words: readonly Word[], { heard }: DifferingWords): WeighedWords | null {
  const near = words.slice(Math.max(0, heard.from - 1), heard.to + 1).flatMap(({ refused }, i) => {
    const index = Math.max(0, heard.from - 1) + i;
    if (refused === undefined) return [];
    const belongs = index < heard.from ? refused.place === 'after' : index >= heard.to ? refused.place === 'before' : true;
    return belongs ? [refused] : [];
  });
  if (near.length === 0) return null;
  return {
    log: near.reduce((sum, { log }) => sum + log, 0),
    gain: gainOf(near),
    together: near.flatMap(({ together }) => together ?? []),
  };
}

/** Small words are misheard in any way: those that have a meaning of their own tell. */
function gainOf(refused: readonly RefusedWords[]): number | null {
  if (refused.some(({ gain }) => gain === undefined)) return null;
  const gains = refused.filter(({ text }) => !isSlight(piecesOf([{ text }]))).map(({ gain = 0 }) => gain);
  return gains.reduce((sum, gain) => sum + gain, 0);
}
