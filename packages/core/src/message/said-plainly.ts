import type { Message, Move } from '../documents/message.ts';
import type { Transcript } from '../documents/transcript.ts';
import { contactTies } from './contact-ties.ts';
import { eventDeadlines } from './event-deadlines.ts';
import { quoteAt } from './quote.ts';
import type { TextReading } from './reader/index.ts';
import { roleTies } from './role-ties.ts';
import { sharedTies } from './shared-ties.ts';
import { tokenLine } from './token-line.ts';
import { waysToAnswer } from './ways-to-answer.ts';

/** Words of a request that may stand outside the way to answer it turns out to be, in characters. House rule. */
const BESIDE_CHARS = 14;

/** What closed words of grammar tell for sure, whatever the network makes of it: other ways to answer, deadlines by an event, whose teacher calls, what the listener once did for the caller. */
export function withSaidPlainly(
  { moves, chances }: Pick<Message, 'moves' | 'chances'>,
  { tokens }: TextReading,
  transcript: Transcript,
): Pick<Message, 'moves' | 'chances'> {
  const line = tokenLine(tokens);
  const ways = waysToAnswer(line, transcript);
  const deadlines = eventDeadlines(line, transcript);
  const ties = [...roleTies(line, transcript), ...contactTies(line, transcript), ...sharedTies(line, transcript)];
  if (ways.length + deadlines.length + ties.length === 0) return { moves, chances };
  const requests = moves.filter(({ kind }) => kind === 'request');
  // "My office can set something up" asks for nothing besides.
  const others = ways.filter(({ channel }) => channel === 'assistant');
  const none = requests.filter((request) =>
    others.some((way) => meets(way, request) && request.quote.length - way.quote.length <= BESIDE_CHARS),
  );
  const kept = none.length < requests.length ? moves.filter((move) => !none.includes(move)) : moves;
  return {
    moves: [
      ...kept.filter((move) => [...ways, ...deadlines, ...ties].every((plain) => !isSame(plain, move))),
      ...withRead(ways, kept, transcript),
      ...deadlines,
      ...withRead(ties, kept, transcript),
    ],
    chances: {
      ...chances,
      ...(ways.length > 0 && { replyOption: atLeast(chances.replyOption, ways) }),
      ...(deadlines.length > 0 && { deadline: atLeast(chances.deadline, deadlines) }),
      ...(ties.length > 0 && { bridge: atLeast(chances.bridge, ties) }),
    },
  };
}

const atLeast = (chance: number | undefined, moves: readonly Move[]): number =>
  Math.max(chance ?? 0, ...moves.map(({ confidence }) => confidence));

const meets = (a: Move, b: Move): boolean => a.charStart < b.charEnd && b.charStart < a.charEnd;
const isSame = (plain: Move, move: Move): boolean => plain.kind === move.kind && meets(plain, move);

/** With the network's own words where they say the same and somewhat more: "text me at that number", "you can leave word". */
function withRead(ways: readonly Move[], moves: readonly Move[], transcript: Transcript): Move[] {
  return ways.map((way) => {
    const same = moves.find((move) => isSame(way, move));
    if (same === undefined) return way;
    const charStart = Math.min(way.charStart, same.charStart);
    const charEnd = Math.max(way.charEnd, same.charEnd);
    const { text } = transcript;
    const added = text.slice(charStart, way.charStart) + text.slice(way.charEnd, charEnd);
    return added.length > MOST_ADDED_CHARS || /[.?!]\s/.test(added) ? way : { ...way, ...quoteAt(transcript, charStart, charEnd) };
  });
}

/** Characters that the network's words may add to those of a grammar. House rule. */
const MOST_ADDED_CHARS = 30;
