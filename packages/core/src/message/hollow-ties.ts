import type { Message, Move } from '../documents/message.ts';

/** What most people share: to like the same thing, to be parents, to want the best. */
const HOLLOW =
  /(?:\bwe both|\bwe all|\byou and (?:i|me)(?: both)?|\bboth of us|\blike you,? i) (?:also |really |clearly |probably |just |all )?(?:like|love|enjoy|hate|want|need|care|believe|value|appreciate|breathe|eat|drink|sleep|are (?:parents|human|people|busy|professionals)|have (?:kids|children|families|bills|jobs)|know (?:that|how|what|why|this|it))\b|\bas (?:fellow )?(?:parents|human beings|americans|professionals|business owners|animal lovers)\b/giu;
/** Characters of a word that joins the hollow words to what stands before them ("and "). */
const JOINING_CHARS = 4;
/** A tie that stands beside a hollow one counts from this confidence on. House rule. */
const STANDS_FROM = 0.5;
/** The most that a tie is believed where only a hollow one was said: surely none. House rule. */
const HOLLOW_CHANCE = 0.1;

/** What is said to tie and is common to most people is a false tie, and no bridge by itself. */
export function withoutHollowTies(
  { moves, chances }: Pick<Message, 'moves' | 'chances'>,
  text: string,
): Pick<Message, 'moves' | 'chances'> {
  const hollow = [...text.matchAll(HOLLOW)].map(({ 0: words, index }) => ({ from: index, to: index + words.length }));
  if (hollow.length === 0) return { moves, chances };
  // A tie that begins before the hollow words says more than they do.
  const isHollow = ({ charStart }: Move): boolean => hollow.some(({ from, to }) => from - JOINING_CHARS <= charStart && charStart < to);
  const told = moves.map((move): Move => (move.kind === 'bridge' && isHollow(move) ? { ...move, tie: 'false-tie' } : move));
  const stands = told.some((move) => move.kind === 'bridge' && move.tie !== 'false-tie' && move.confidence >= STANDS_FROM);
  const wasOne = told.some((move, place) => move !== moves[place]);
  return { moves: told, chances: stands || !wasOne ? chances : { ...chances, bridge: Math.min(chances.bridge ?? 0, HOLLOW_CHANCE) } };
}
