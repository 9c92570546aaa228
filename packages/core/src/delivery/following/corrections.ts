import type { CorrectedWords } from '../../documents/known-words.ts';
import type { Transcript, Word } from '../../documents/transcript.ts';
import { alignPieces, differingWords } from './align.ts';
import { piecesOf } from './pieces.ts';
import { isSlight } from './sureness.ts';

/** Most words of a name that is kept, on either side: more is a sentence put right. House rule. */
const MOST_WORDS = 5;

/** The names, firms and addresses that someone put right, from the words before and after; other words may be meant only there. */
export function correctionsBetween(before: Transcript, after: Transcript): CorrectedWords[] {
  const [heard, meant] = [piecesOf(before.words), piecesOf(after.words)];
  const pairs = alignPieces(meant, heard) ?? [];
  return differingWords(meant, heard, pairs).flatMap(({ script, heard: place }) => {
    const [right, wrong] = [after.words.slice(script.from, script.to), before.words.slice(place.from, place.to)];
    if (wrong.length === 0 || wrong.length > MOST_WORDS || !isName(right)) return [];
    return [{ heard: bare(wrong), meant: bare(right) }];
  });
}

/** What was known before with what was put right now; words that were put right again are known as they are now. */
export function joinedCorrections(known: readonly CorrectedWords[], more: readonly CorrectedWords[]): CorrectedWords[] {
  const joined = more.map(({ heard, meant }) => ({ heard: known.find((one) => one.meant === heard)?.heard ?? heard, meant }));
  const isNew = ({ heard }: CorrectedWords) => joined.every((one) => one.heard !== heard);
  return [...joined.filter(({ heard, meant }) => heard !== meant), ...known.filter(isNew)];
}

/** A capital or the sign of an address in it, no digit, and more than words without a meaning of their own. */
function isName(words: readonly Word[]): boolean {
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  const pieces = piecesOf(words);
  if (isSlight(pieces) || pieces.some(({ numeral }) => numeral)) return false;
  return words.some(({ text }) => /^\p{Lu}\p{L}|\p{L}[@.]\p{L}/u.test(text));
}

const bare = (words: readonly Word[]): string =>
  words
    .map(({ text }) => text)
    .join(' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
