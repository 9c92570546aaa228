import { softmax } from './matrix.ts';
import type { Scores } from './network.ts';
import { NEAR_BORDER, oneClause, runsOn, type Stretch, wholePhrase, wholeQuote, withoutVocative } from './quote-edges.ts';
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
  const isRunOn = runsOn(tokens);
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
      const span = wholeQuote({ tag, first, last }, free, tokens);
      if (span !== undefined) {
        const confidence = confidenceOf(span, { first, last }, inside);
        const whole = wholePhrase(span, free, tokens);
        const told = { ...describe(span, scores, header), ...(isRunOn ? oneClause(whole, inside, tokens) : whole), confidence };
        const begun = spans.at(-1);
        if (begun !== undefined && isBegun(begun, told)) spans.splice(-1, 1, { ...told, first: begun.first });
        else spans.push(told);
      }
      free = last + 1;
      token = free;
    }
  });
  return withoutVocative(spans, tokens).sort((a, b) => a.first - b.first || b.last - a.last);
}

/** Whether a move is but the first words of the next: "[are you] home Thursday". */
const isBegun = (before: ReadSpan, span: ReadSpan): boolean =>
  before.tag === span.tag && before.last + 1 === span.first && before.last - before.first + 1 < SHORTEST;

/** The mean chance of the tagger's own words in the quote, with two to each side that were added. */
function confidenceOf(quote: Omit<Stretch, 'tag'>, tagged: Omit<Stretch, 'tag'>, inside: (token: number) => number): number {
  const from = Math.max(quote.first, tagged.first - NEAR_BORDER);
  const to = Math.max(from, Math.min(quote.last, tagged.last + NEAR_BORDER));
  let sum = 0;
  for (let token = from; token <= to; token++) sum += inside(token);
  return sum / (to - from + 1);
}

function describe({ tag, first, last }: Stretch, scores: Scores, header: WeightsHeader): Omit<ReadSpan, 'confidence'> {
  const attributes = Object.fromEntries((ATTRIBUTES_OF[tag] ?? []).map((name) => [name, meanChances(name, first, last, scores, header)]));
  return { tag, first, last, attributes };
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
