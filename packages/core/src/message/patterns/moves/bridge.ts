import type { Move } from '../../../documents/message.ts';
import type { Token } from '../../tokens/index.ts';
import { createStream, hitsOf, quoteOf, type Stream } from '../stream/stream.ts';
import { RELATION_GROUPS, RELATIONS } from '../words/relations.ts';
import { leftOf } from './ask.ts';
import type { Reading } from './context.ts';
import { FALSE_TIES, TIES } from './ties.ts';

/** Told by a machine, an advertisement or a book: not said to the caller. */
const NOT_TO_CALLER =
  / (?:recording|website|advert|ad|profile|linkedin|article|book|report|podcast|sign|brochure|posting|listing|blog|paper|magazine|everyone|everybody|people|nobody) (?:\S+ ){0,2}(?:says?|said|tells?)/;

/** Ties between caller and called, true and false. */
export function findBridges(reading: Reading): Move[] {
  const stream = related(reading.stream);
  const moves: Move[] = [];
  for (const { tie, confidence, pattern, unless } of [...TIES, ...FALSE_TIES]) {
    for (const hit of hitsOf(stream, pattern)) {
      if (isQuestion(stream, hit.first, hit.last) || unless?.test(leftOf(stream, hit.first)) === true) continue;
      if (tie === 'referrer' && NOT_TO_CALLER.test(` ${hit.norm} `)) continue;
      const quote = quoteOf(stream, reading.words, hit.first, hit.last);
      if (quote === undefined || moves.some((move) => move.charStart < quote.charEnd && quote.charStart < move.charEnd)) continue;
      const via = viaOf(stream, hit.first, hit.last);
      moves.push({ kind: 'bridge', ...quote, tie, confidence, ...(via === undefined ? {} : { via }) });
    }
  }
  return moves;
}

/** The stream with REL in place of every relation noun: patterns then speak of relations, not of words. */
function related(stream: Stream): Stream {
  const tokens = stream.tokens.map((token): Token => {
    if (RELATIONS.has(token.norm)) return { ...token, norm: 'REL' };
    return RELATION_GROUPS.has(token.norm) ? { ...token, norm: 'RELS' } : token;
  });
  return createStream(stream.text, tokens);
}

const AUXILIARY = /^(?:do|does|did|are|is|was|were|have|has|had|could|can|will|would|should|who|what|when|where|which|why|how)$/;

/** Tokens looked through for the border of a clause. */
const LONGEST_CLAUSE = 40;

/** True where the tie stands in a question that starts with its auxiliary: asking is not telling. */
function isQuestion(stream: Stream, first: number, last: number): boolean {
  let end = last;
  while (end + 1 < Math.min(stream.tokens.length, last + LONGEST_CLAUSE) && stream.tokens[end + 1]?.stop === false) end++;
  let start = first;
  while (start > Math.max(0, first - LONGEST_CLAUSE) && stream.tokens[start - 1]?.stop === false) start--;
  return stream.tokens[end + 1]?.norm === '?' && AUXILIARY.test(stream.tokens[start]?.norm ?? '');
}

/** The first name inside the tie. */
function viaOf(stream: Stream, first: number, last: number): string | undefined {
  for (let index = first; index <= last; index++) {
    const token = stream.tokens[index];
    if (token?.norm === 'NAME') return stream.text.slice(token.charStart, token.charEnd);
  }
  return undefined;
}
