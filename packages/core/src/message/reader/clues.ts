import { softmax } from './matrix.ts';
import type { Scores } from './network.ts';
import type { ReaderToken } from './reader-tokens.ts';
import { placeOfAttribute, type ReadSpan } from './spans.ts';
import type { WeightsHeader } from './weights.ts';

/** What speaks for a fact, as numbers: the calibration weighs them into a chance. */
export type Clues = Readonly<Record<string, number>>;

/** Chances are held this far from 0 and 1, so that their log odds stay finite. */
const EDGE = 0.002;

const logOdds = (chance: number): number => {
  const held = Math.min(1 - EDGE, Math.max(EDGE, chance));
  return Math.log(held / (1 - held));
};

/** Facts that stand or fall with a move of one tag. */
const TAG_OF: Readonly<Record<string, string>> = {
  timeBox: 'minutes',
  deadline: 'deadline',
  replyOption: 'option',
  callerName: 'caller',
  recipientName: 'recipient',
};

/** The clues of every fact of the header. */
export function cluesOf(
  scores: Scores,
  spans: readonly ReadSpan[],
  tokens: readonly ReaderToken[],
  header: WeightsHeader,
  ngrams: Readonly<Record<string, Clues>>,
  patterns: Readonly<Record<string, boolean>>,
): Record<string, Clues> {
  const most = mostOf(scores, tokens, header);
  const closed = closedClues(tokens);
  const asks = spans.filter((span) => span.tag === 'ask');
  const own: Readonly<Record<string, Clues>> = {
    goal: { none: asks.length === 0 ? 1 : 0, kinds: kindsOf(asks, header), surest: logOdds(most('ask')) },
    bridge: { spans: logOdds(most('tie', 'tie', (chances) => 1 - (chances.at(-1) ?? 0))) },
    narrowRequest: {
      narrow: logOdds(most('ask', 'open', (chances) => chances[0] ?? 0)),
      open: logOdds(most('ask', 'open', (chances) => 1 - (chances[0] ?? 0))),
      asks: Math.min(MOST_ASKS, asks.length),
    },
    obsequious: {
      spans: logOdds(
        Math.max(
          most('flattery', 'flattery', (chances) => 1 - (chances[0] ?? 0)),
          most('apology', 'apology', (chances) => 1 - (chances[0] ?? 0)),
          most('plead'),
        ),
      ),
    },
  };
  return Object.fromEntries(
    header.facts.map((fact, index) => {
      const tag = TAG_OF[fact];
      const spanClues = own[fact] ?? (tag === undefined ? {} : { spans: logOdds(most(tag)) });
      return [
        fact,
        { head: scores.facts[index] ?? 0, ...spanClues, ...closed[fact], ...ngrams[fact], pattern: Number(patterns[fact] ?? false) },
      ];
    }),
  );
}

/** Words that make the time after them a bound. */
const BOUNDS: ReadonlySet<string> = new Set(['by', 'before', 'until', 'till', 'within', 'through', 'latest']);
/** Tokens between such a word and its time: "by the end of Friday". */
const BOUND_REACH = 3;

/** What the grammars alone say: that minutes, a bounded time or an address are there at all. */
function closedClues(tokens: readonly ReaderToken[]): Readonly<Record<string, Clues>> {
  const has = (norm: string): number => Number(tokens.some((token) => token.norm === norm));
  const isTime = (token: ReaderToken): boolean => token.norm === 'TIME' || token.duration !== undefined;
  const bounded = tokens.some(
    (token, place) => isTime(token) && tokens.slice(Math.max(0, place - BOUND_REACH), place).some(({ norm }) => BOUNDS.has(norm)),
  );
  return {
    timeBox: { duration: Math.max(has('DURATION'), has('OPENDURATION')) },
    deadline: { time: has('TIME'), bounded: Number(bounded) },
    replyOption: { address: has('EMAIL'), site: has('WEB') },
  };
}

/** From here on it is a pile, however many more there are. */
const MOST_ASKS = 4;

/** Different kinds of asks. */
const kindsOf = (asks: readonly ReadSpan[], header: WeightsHeader): number =>
  Math.min(MOST_ASKS, new Set(asks.map(({ attributes }) => header.attributes.ask?.[indexOfMost(attributes.ask ?? [])])).size);

/** Index of the largest number. */
export const indexOfMost = (chances: readonly number[]): number => chances.indexOf(Math.max(...chances));

/** The largest chance that any token is part of a move, times what `share` makes of an attribute's chances there. */
type Most = (tag: string, attribute?: string, share?: (chances: readonly number[]) => number) => number;

function mostOf(scores: Scores, tokens: readonly ReaderToken[], header: WeightsHeader): Most {
  return (tag, attribute, share) => {
    const index = header.tags.indexOf(tag);
    const place = attribute === undefined ? undefined : placeOfAttribute(attribute, header);
    let best = 0;
    for (let token = 0; token < tokens.length; token++) {
      const at = 2 * (token * header.tags.length + index);
      const inside = (scores.tags[at] ?? 0) + (scores.tags[at + 1] ?? 0);
      if (inside <= best) continue;
      const part =
        place === undefined || share === undefined ? 1 : share(softmax(scores.attributes, token * place.total + place.from, place.size));
      best = Math.max(best, inside * part);
    }
    return best;
  };
}
