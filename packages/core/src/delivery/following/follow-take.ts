import type { ScriptDifference, ScriptFollowing, ScriptWord, ScriptWordState } from '../../documents/following.ts';
import type { Move } from '../../documents/message.ts';
import type { Quote } from '../../documents/span.ts';
import type { Transcript, Word } from '../../documents/transcript.ts';
import { quoteAt } from '../../message/quote.ts';
import { type ReadMessageOptions, readMessage } from '../../message/read-message.ts';
import { scriptArtifacts } from '../../spoken/script-artifacts.ts';
import { alignPieces, type DifferingWords, differingWords, type PiecePair } from './align.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { addressWords, kindOf, sureOf } from './sureness.ts';
import { movesIn, tellDifference } from './tell-difference.ts';
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
  const { transcript: gathered } = scriptArtifacts(script, { name: 'script' });
  if (!gathered.ok || gathered.value.words.length === 0 || transcript.words.length === 0) return null;
  const written = gathered.value;
  const [scriptPieces, heardPieces] = [piecesOf(written.words), piecesOf(transcript.words)];
  const pairs = alignPieces(scriptPieces, heardPieces);
  if (pairs === null) return null;
  const both = { written, transcript, moves: readMessage(written, options).moves, inAddress: addressWords(written.words) };
  const thresholds = { ...FOLLOWING_THRESHOLDS, ...options.following };
  const states: ScriptWordState[] = written.words.map(() => 'said');
  const differences: ScriptDifference[] = [];
  for (const place of differingWords(scriptPieces, heardPieces, pairs)) {
    const difference = differenceAt(place, both, thresholds);
    if (difference !== null) differences.push(difference);
    const state = difference === null ? 'unsure' : difference.kind === 'left-out' ? 'left-out' : 'otherwise';
    states.fill(state, place.script.from, place.script.to);
  }
  const spans = spansOf(written.words.length, transcript.words, { scriptPieces, heardPieces, pairs });
  const words = written.words.map(({ text, charStart, charEnd }, i): ScriptWord => {
    const state = states[i] ?? 'said';
    return { text, charStart, charEnd, state, ...(state !== 'left-out' && spans[i]) };
  });
  return { words, differences };
}

interface BothTexts {
  written: Transcript;
  transcript: Transcript;
  /** Of the script. */
  moves: readonly Move[];
  /** Indices of its words that belong to an address. */
  inAddress: ReadonlySet<number>;
}

/** Null where it is not sure enough to be told. */
function differenceAt(
  place: DifferingWords,
  { written, transcript, moves, inAddress }: BothTexts,
  thresholds: FollowingThresholds,
): ScriptDifference | null {
  const sides = {
    script: written.words.slice(place.script.from, place.script.to),
    heard: transcript.words.slice(place.heard.from, place.heard.to),
  };
  const kind = kindOf(sides);
  if (!sureOf(kind, sides, transcript.words, place, { thresholds, inAddress })) return null;
  const script = quoteIn(written, sides.script);
  const quotes = {
    script: script && { quote: script.quote, charStart: script.charStart, charEnd: script.charEnd },
    heard: quoteIn(transcript, sides.heard),
  };
  const told = script === null ? [] : movesIn(moves, script.charStart, script.charEnd);
  return { kind, message: tellDifference(kind, quotes, told), ...quotes, moves: told };
}

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
