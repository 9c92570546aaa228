import { softmax } from './matrix.ts';
import type { Scores } from './network.ts';
import type { ReaderToken } from './reader-tokens.ts';
import type { WeightsHeader } from './weights.ts';

/** A stretch of tokens that the network reads as one move. */
export interface ReadSpan {
  tag: string;
  /** Index of the first token. */
  first: number;
  /** Index of the last token, inclusive. */
  last: number;
  /** 0..1: the mean chance of its tokens. */
  confidence: number;
  /** For each attribute of the tag its values' chances, in the order of the header. */
  attributes: Readonly<Record<string, readonly number[]>>;
}

/** Where chances change what is read. */
export interface SpanThresholds {
  /** From this chance on a token is part of a move. */
  on: number;
  /** A move reaches, both ways, as far as its tokens' chance is at least this. */
  goesOn: number;
}

/** House rule, checked on messages of authors left out. */
export const SPAN_DEFAULTS: SpanThresholds = { on: 0.5, goesOn: 0.25 };

/** Tags that may take more than one sentence; all others end with theirs. */
const SEVERAL_SENTENCES: ReadonlySet<string> = new Set(['pitch', 'flattery', 'pressure']);

const isSentenceStop = (token: ReaderToken | undefined): boolean => token?.stop === true && token.norm !== ',';

/** Tokens of a move before another of its tag can begin right behind it. House rule. */
const SHORTEST = 3;
/** Share of a token's chance that must be for a beginning, for a new move to begin in the midst of one. House rule. */
const NEW_SHARE = 0.6;

/** Attributes that a tag's spans have; those of an ask are two. */
const ATTRIBUTES_OF: Readonly<Record<string, readonly string[]>> = {
  tie: ['tie'],
  ask: ['ask', 'open'],
  option: ['option'],
  flattery: ['flattery'],
  apology: ['apology'],
};

/** The moves that the chances of the tokens make, in order of their first token. */
export function spansOf(
  scores: Scores,
  tokens: readonly ReaderToken[],
  header: WeightsHeader,
  { on, goesOn }: SpanThresholds = SPAN_DEFAULTS,
): ReadSpan[] {
  const spans: ReadSpan[] = [];
  header.tags.forEach((tag, index) => {
    const begins = (token: number): number => scores.tags[2 * (token * header.tags.length + index)] ?? 0;
    const inside = (token: number): number => begins(token) + (scores.tags[2 * (token * header.tags.length + index) + 1] ?? 0);
    const parts = (token: ReaderToken | undefined): boolean => !SEVERAL_SENTENCES.has(tag) && isSentenceStop(token);
    const isNew = (token: number, first: number): boolean => token - first >= SHORTEST && begins(token) > NEW_SHARE * inside(token);
    let token = 0;
    // First token after the last move of this tag.
    let free = 0;
    while (token < tokens.length) {
      if (inside(token) < on) {
        token++;
        continue;
      }
      let first = token;
      while (first > free && inside(first - 1) >= goesOn && !parts(tokens[first - 1])) first--;
      let last = token;
      while (last + 1 < tokens.length && inside(last + 1) >= goesOn && !parts(tokens[last]) && !isNew(last + 1, first)) last++;
      const span = trimmed(snapped({ tag, first, last }, free, tokens), tokens);
      if (span !== undefined) spans.push(describe(span, inside, scores, header));
      free = last + 1;
      token = free;
    }
  });
  return spans.sort((a, b) => a.first - b.first || b.last - a.last);
}

interface Stretch {
  tag: string;
  first: number;
  last: number;
}

/** Tokens that a quote may lack to the border of its clause. House rule: a quote cut mid-phrase reads as a fault. */
const NEAR_BORDER = 2;
/** Tags whose words are clauses. */
const CLAUSES: ReadonlySet<string> = new Set(['tie', 'ask', 'purpose', 'pitch', 'flattery', 'apology', 'plead', 'pressure']);

/** Widened to the clause where its border is near. */
function snapped({ tag, first, last }: Stretch, free: number, tokens: readonly ReaderToken[]): Stretch {
  if (!CLAUSES.has(tag)) return { tag, first, last };
  const isBorder = (token: number): boolean => token < free || token >= tokens.length || tokens[token]?.stop === true;
  const towards = (from: number, step: 1 | -1): number => {
    // A move that ends with a stop of its own is whole.
    if (tokens[from]?.stop === true) return from;
    for (let more = 0; more <= NEAR_BORDER; more++) if (isBorder(from + step * (more + 1))) return from + step * more;
    return from;
  };
  return { tag, first: towards(first, -1), last: towards(last, 1) };
}

/** Words that only join a move to what stands before it. */
const JOINS: ReadonlySet<string> = new Set(['and', 'but', 'so', 'or']);
/** Words that no quote ends with: they lead to what follows. */
const DANGLING: ReadonlySet<string> = new Set([
  ...JOINS,
  'the',
  'a',
  'an',
  'to',
  'of',
  'for',
  'with',
  'from',
  'my',
  'your',
  'in',
  'at',
  'if',
]);

/** No part of a move at its end: stops, but the question mark of an ask; the number behind an ask. */
const isEdge = (tag: string, token: ReaderToken | undefined): boolean =>
  tag === 'ask' ? token?.norm === 'PHONE' || (token?.stop === true && token.norm !== '?') : token?.stop === true;

/** Without stops at the edges; a question mark stays with an ask. */
function trimmed({ tag, first, last }: Stretch, tokens: readonly ReaderToken[]): Stretch | undefined {
  let from = first;
  let to = last;
  while (from < to && (tokens[from]?.stop === true || (CLAUSES.has(tag) && JOINS.has(tokens[from]?.norm ?? '')))) from++;
  while (to > from && (isEdge(tag, tokens[to]) || (CLAUSES.has(tag) && DANGLING.has(tokens[to]?.norm ?? '')))) to--;
  return from > to ? undefined : { tag, first: from, last: to };
}

function describe({ tag, first, last }: Stretch, inside: (token: number) => number, scores: Scores, header: WeightsHeader): ReadSpan {
  let sum = 0;
  for (let token = first; token <= last; token++) sum += inside(token);
  const attributes = Object.fromEntries((ATTRIBUTES_OF[tag] ?? []).map((name) => [name, meanChances(name, first, last, scores, header)]));
  return { tag, first, last, confidence: sum / (last - first + 1), attributes };
}

function meanChances(name: string, first: number, last: number, scores: Scores, header: WeightsHeader): number[] {
  const { from, size, total } = placeOfAttribute(name, header);
  const logits = new Float64Array(size);
  for (let token = first; token <= last; token++) {
    for (let k = 0; k < size; k++) logits[k] = (logits[k] ?? 0) + (scores.attributes[token * total + from + k] ?? 0) / (last - first + 1);
  }
  return softmax(logits, 0, size);
}

/** Where an attribute's values stand among all attribute logits of a token. */
export function placeOfAttribute(name: string, { attributes }: WeightsHeader): { from: number; size: number; total: number } {
  let from = 0;
  let place = { from: 0, size: 0 };
  for (const [other, values] of Object.entries(attributes)) {
    if (other === name) place = { from, size: values.length };
    from += values.length;
  }
  return { ...place, total: from };
}
