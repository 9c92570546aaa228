import type { CharRange, Quote } from '../documents/span.ts';
import type { Transcript } from '../documents/transcript.ts';
import { countWords, quoteAt } from './place.ts';
import type { TipInput } from './tip.ts';
import { type MoveOf, movesOf } from './wording.ts';

const overlap = (a: CharRange, b: CharRange): boolean => a.charStart < b.charEnd && b.charStart < a.charEnd;

/** Fewest words of praise by itself. House rule. */
const FEWEST_WORDS = 3;

/** Praise without the tie, the ask or the pleading that was read along with it: what is to be left out takes nothing along that helps. */
export function praiseAlone(
  move: MoveOf<'flattery'>,
  { message, transcript }: Pick<TipInput<unknown>, 'message' | 'transcript'>,
): MoveOf<'flattery'> {
  const ties = movesOf(message, 'bridge').filter(({ tie }) => tie !== 'false-tie');
  const others = [...ties, ...movesOf(message, 'request'), ...message.pleas]
    .filter((other) => overlap(move, other))
    .sort((a, b) => a.charStart - b.charStart);
  if (others.length === 0) return move;
  const starts = [move.charStart, ...others.map(({ charEnd }) => charEnd)];
  const ends = [...others.map(({ charStart }) => charStart), move.charEnd];
  const parts = starts.flatMap((start, index) => partOf(transcript, start, ends[index] ?? start) ?? []);
  const longest = parts.reduce<Quote | undefined>((a, b) => (a !== undefined && a.quote.length >= b.quote.length ? a : b), undefined);
  return longest === undefined || countWords(longest.quote) < FEWEST_WORDS ? move : { ...move, ...longest };
}

/** The words between two places, without the stops and joining words at their edges. */
function partOf(transcript: Transcript, from: number, to: number): Quote | undefined {
  if (to <= from) return undefined;
  const between = transcript.text.slice(from, to);
  const lead = /^(?:[\s,.;:!?–—-]|(?:and|but|so)\s)*/i.exec(between)?.[0].length ?? 0;
  const tail = /(?:[\s,.;:!?–—-]|\s(?:and|but|so))*$/i.exec(between.slice(lead))?.[0].length ?? 0;
  return lead + tail >= between.length ? undefined : quoteAt(transcript, from + lead, to - tail);
}
