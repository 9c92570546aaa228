import type { Message, Move } from '../documents/message.ts';

/** What the listener is told that they need not do, to the end of its clause: "no need to call back", "you don't have to do anything". */
const REFUSED = new RegExp(
  [
    '\\b(?:no need (?:for you )?to',
    "(?:do not|don['’]t) (?:bother|worry|feel (?:you|that you) (?:need|have) to)",
    "(?:do not|don['’]t) (?:call|ring|phone|write|reply|answer)(?: me| us)? back",
    "nothing (?:is |['’]s )?(?:needed|required|asked) (?:from|of) you",
    "you (?:do not|don['’]t) (?:need|have) to",
    "you (?:needn['’]t|need not))\\b[^.?!,;:]*",
  ].join('|'),
  'giu',
);
/** Where an ask follows in the same clause. */
const ASKS_BESIDES = /\b(?:but|just|instead|only|unless|until|if|please|could you|can you|let me know)\b/i;
/** The most that one ask, and a narrow one, is believed where only a refused one was said: surely none. House rule. */
const REFUSED_CHANCE = 0.1;

/** What the listener is told that they need not do is no ask. */
export function withoutRefusedAsks(
  { moves, chances }: Pick<Message, 'moves' | 'chances'>,
  text: string,
): Pick<Message, 'moves' | 'chances'> {
  const refused = [...text.matchAll(REFUSED)]
    .filter(([words]) => !ASKS_BESIDES.test(words))
    .map(({ 0: words, index }) => ({ from: index, to: index + words.length }));
  const isRefused = ({ kind, charStart, charEnd }: Move): boolean =>
    kind === 'request' && refused.some(({ from, to }) => from <= charStart && charEnd <= to);
  const kept = moves.filter((move) => !isRefused(move));
  if (kept.length === moves.length) return { moves, chances };
  const stillAsks = kept.some(({ kind }) => kind === 'request');
  return {
    moves: kept,
    chances: stillAsks
      ? chances
      : {
          ...chances,
          goal: Math.min(chances.goal ?? 0, REFUSED_CHANCE),
          narrowRequest: Math.min(chances.narrowRequest ?? 0, REFUSED_CHANCE),
        },
  };
}
