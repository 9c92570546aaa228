import type { ScriptDifference, ScriptDoubt, ScriptFollowing, ScriptWord, ScriptWordState } from '../../documents/following.ts';
import type { Move } from '../../documents/message.ts';
import type { CharRange, Quote } from '../../documents/span.ts';
import type { Transcript, Word } from '../../documents/transcript.ts';
import { quoteAt } from '../../message/quote.ts';
import { type ReadMessageOptions, readMessage } from '../../message/read-message.ts';
import { scriptArtifacts } from '../../spoken/script-artifacts.ts';
import { alignPieces, type DifferingWords, differingWords, type PiecePair } from './align.ts';
import { claimFeatures, mannerOf, type TakeManner } from './claim.ts';
import type { ClaimFeatures } from './claim-weights.ts';
import { followAddresses } from './follow-addresses.ts';
import { isHeardElsewhere } from './other-digits.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { addressWords, type BothSides, decisionOn, isDim, isDoubted, isTelling, kindOf, nameWords, sureOf } from './sureness.ts';
import { movesIn, tellDifference, tellDoubt } from './tell-difference.ts';
import { FOLLOWING_THRESHOLDS, type FollowingThresholds } from './thresholds.ts';

/** How a take is held against its script. */
export interface FollowTakeOptions extends ReadMessageOptions {
  following?: Partial<FollowingThresholds>;
}

/**
 * Follows a take along its script, word by word, and tells where it surely went another way. `script` is as it would be said, without
 * markup. Null where there is no word to follow, or both are too long to be compared. Pure.
 */
export function followTake(script: string, transcript: Transcript, options: FollowTakeOptions): ScriptFollowing | null {
  const compared = compare(script, transcript);
  if (compared === null) return null;
  const { written, scriptPieces, heardPieces, pairs, places } = compared;
  const both = { ...compared, moves: readMessage(written, options).moves };
  const thresholds = { ...FOLLOWING_THRESHOLDS, ...options.following };
  const states: ScriptWordState[] = written.words.map(() => 'said');
  const differences: ScriptDifference[] = [];
  const doubts: ScriptDoubt[] = [];
  for (const place of places) {
    const difference = isHeardElsewhere(scriptPieces, place, places) ? null : differenceAt(place, both, thresholds);
    if (difference !== null) differences.push(difference);
    else doubts.push(...doubtAt(place, both, thresholds));
    const state = difference === null ? 'unsure' : difference.kind === 'left-out' ? 'left-out' : 'otherwise';
    states.fill(state, place.script.from, place.script.to);
  }
  const addresses = followAddresses(written, transcript, { scriptPieces, heardPieces, pairs, thresholds });
  for (const { followed, difference } of addresses) {
    const { charStart, charEnd, state } = followed;
    const inside = (word: Word) => word.charStart < charEnd && word.charEnd > charStart;
    // Left out with the words around it is told as that.
    if (written.words.some((word, i) => inside(word) && states[i] === 'left-out')) continue;
    written.words.forEach((word, i) => {
      if (inside(word)) states[i] = state;
    });
    if (difference !== null) differences.push({ ...difference, moves: movesIn(both.moves, charStart, charEnd) });
    if (state === 'unsure') doubts.push({ message: tellDoubt(followed.address), script: { quote: followed.quote, charStart, charEnd } });
  }
  const spans = spansOf(written.words.length, transcript.words, { scriptPieces, heardPieces, pairs });
  const words = written.words.map(({ text, charStart, charEnd }, i): ScriptWord => {
    const state = states[i] ?? 'said';
    return { text, charStart, charEnd, state, ...(state !== 'left-out' && spans[i]) };
  });
  return { words, differences: inOrder(differences), doubts: inOrder(doubts), addresses: addresses.map(({ followed }) => followed) };
}

/** A place where a regression decides whether a difference is claimed: what it looks at, and where in the script that is. */
export interface WeighedClaim {
  script: CharRange;
  features: ClaimFeatures;
}

/** The places of a take that its weights decide about: what they are fitted on. Pure. */
export function weighedClaims(script: string, transcript: Transcript): WeighedClaim[] {
  const compared = compare(script, transcript);
  if (compared === null) return [];
  return compared.places.flatMap((place) => {
    const sides = sidesOf(place, compared.written, transcript);
    const decided = decisionOn(sides, transcript.words, place, { ...compared, thresholds: FOLLOWING_THRESHOLDS });
    const [first, last] = [sides.script[0], sides.script.at(-1)];
    if (typeof decided === 'boolean' || first === undefined || last === undefined) return [];
    return [{ script: { charStart: first.charStart, charEnd: last.charEnd }, features: claimFeatures(decided) }];
  });
}

/** Null where there is no word to follow, or both are too long to be compared. */
function compare(script: string, transcript: Transcript) {
  const { transcript: gathered } = scriptArtifacts(script, { name: 'script' });
  if (!gathered.ok || gathered.value.words.length === 0 || transcript.words.length === 0) return null;
  const written = gathered.value;
  const [scriptPieces, heardPieces] = [piecesOf(written.words), piecesOf(transcript.words)];
  const pairs = alignPieces(scriptPieces, heardPieces);
  if (pairs === null) return null;
  const places = differingWords(scriptPieces, heardPieces, pairs);
  return {
    ...{ written, transcript, scriptPieces, heardPieces, pairs, places },
    inAddress: addressWords(written.words),
    names: nameWords(written.words),
    manner: mannerOf(transcript.words, places, written.words.length),
  };
}

/** By the place in the script; what was added stays after what stood before it. */
function inOrder<Told extends { script: { charStart: number } | null }>(told: readonly Told[]): Told[] {
  let last = 0;
  const placed = told.map((one) => {
    last = one.script?.charStart ?? last;
    return { one, at: last };
  });
  return placed.sort((a, b) => a.at - b.at).map(({ one }) => one);
}

interface BothTexts {
  written: Transcript;
  transcript: Transcript;
  /** Of the script. */
  moves: readonly Move[];
  /** Indices of its words that belong to an address. */
  inAddress: ReadonlySet<number>;
  /** Indices of its words that are names. */
  names: ReadonlySet<number>;
  manner: TakeManner;
  places: readonly DifferingWords[];
}

/** Null where it is not sure enough to be told. */
function differenceAt(place: DifferingWords, { moves, ...standards }: BothTexts, thresholds: FollowingThresholds): ScriptDifference | null {
  const { written, transcript } = standards;
  const sides = sidesOf(place, written, transcript);
  const kind = kindOf(sides);
  if (!sureOf(sides, transcript.words, place, { ...standards, thresholds })) return null;
  const script = quoteIn(written, sides.script);
  const quotes = {
    script: script && { quote: script.quote, charStart: script.charStart, charEnd: script.charEnd },
    heard: quoteIn(transcript, sides.heard),
  };
  const told = script === null ? [] : movesIn(moves, script.charStart, script.charEnd);
  return { kind, message: tellDifference(kind, quotes, told, isDim(sides.heard, thresholds)), ...quotes, moves: told };
}

/** Words that matter and of which neither is sure; addresses are followed by themselves. */
function doubtAt(place: DifferingWords, standards: BothTexts, thresholds: FollowingThresholds): ScriptDoubt[] {
  const { written, transcript } = standards;
  const sides = sidesOf(place, written, transcript);
  if (!isDoubted(sides, transcript.words, place, { ...standards, thresholds })) return [];
  // From the first word that matters to the last: "Okafor", not "is Okafor for".
  const matters = (_: Word, i: number) => isTelling(sides.script[i], standards.names.has(place.script.from + i));
  const [first, last] = [sides.script.findIndex(matters), sides.script.findLastIndex(matters)];
  const script = quoteIn(written, sides.script.slice(first, last + 1));
  if (script === null) return [];
  const { quote, charStart, charEnd } = script;
  return [{ message: tellDoubt(quote), script: { quote, charStart, charEnd } }];
}

const sidesOf = ({ script, heard }: DifferingWords, written: Transcript, transcript: Transcript): BothSides => ({
  script: written.words.slice(script.from, script.to),
  heard: transcript.words.slice(heard.from, heard.to),
});

function quoteIn(transcript: Transcript, words: readonly Word[]): Quote | null {
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined ? null : quoteAt(transcript, first.charStart, last.charEnd);
}

interface Alignment {
  scriptPieces: readonly Piece[];
  heardPieces: readonly Piece[];
  pairs: readonly PiecePair[];
}

/** When each word of the script, or what stands against it, was said; undefined where nothing was. Seconds. */
function spansOf(count: number, words: readonly Word[], { scriptPieces, heardPieces, pairs }: Alignment) {
  const spans = Array.from({ length: count }, (): { start: number; end: number } | undefined => undefined);
  for (const [s, h] of pairs) {
    const [index, word] = [s === null ? undefined : scriptPieces[s]?.word, h === null ? undefined : words[heardPieces[h]?.word ?? -1]];
    if (index === undefined || word === undefined) continue;
    const before = spans[index];
    spans[index] = { start: Math.min(before?.start ?? word.start, word.start), end: Math.max(before?.end ?? word.end, word.end) };
  }
  return spans;
}
