import { patternFacts } from '../patterns/pattern-facts.ts';
import { createWordList } from '../patterns/words/lexicon.ts';
import type { Mask } from '../tokens/index.ts';
import { type Clues, cluesOf } from './clues.ts';
import { sigmoid } from './matrix.ts';
import { openNetwork, type Scores } from './network.ts';
import { anyPart, type NgramHeads, openNgramHeads, type WeighedText } from './ngram-heads.ts';
import { type Pressing, pressingClues, pressingOf } from './pressing-head.ts';
import { type ReaderToken, readerTokens } from './reader-tokens.ts';
import { placeOfAttribute, type ReadSpan, spansOf } from './spans.ts';
import { openWeights, type WeightsHeader } from './weights.ts';

/** What the reader makes of a text. */
export interface TextReading {
  tokens: readonly ReaderToken[];
  spans: readonly ReadSpan[];
  /** Calibrated chance of each fact the reader tells, 0..1. */
  chances: Readonly<Record<string, number>>;
  /** What the chances were weighed from, for training. */
  clues: Readonly<Record<string, Clues>>;
  /** How far the words press or beg; undefined where there are none. */
  pressing: Pressing | undefined;
  /** Chances of delete, toss-up, return by the words alone: the ceiling that the verdict is held against, never shown. */
  verdict: readonly number[];
}

/** Reads the open part of a message: which words do what, with doubt. Pure, and the same for the same text. */
export interface Reader {
  readonly header: WeightsHeader;
  /** Reads `text`; the masks are what grammars found in it. Linear in its length. */
  read(text: string, masks: readonly Mask[]): TextReading;
}

/** Opens the trained reader from its file of weights (`weights/reader.bin` of this package). Throws `bad-weights`. */
export function openReader(bytes: Uint8Array): Reader {
  const weights = openWeights(bytes);
  const { header } = weights;
  const network = openNetwork(weights);
  const wordList = createWordList();
  const heads = openNgramHeads(weights);
  return {
    header,
    read(text, masks) {
      const tokens = readerTokens(text, masks);
      const scores = boundRanges(network.run(tokens), tokens, header);
      const spans = spansOf(scores, tokens, header).map(told);
      const weighed = heads.weigh(tokens);
      const clues = cluesOf(scores, spans, tokens, header, ngramClues(heads, weighed, header), patternFacts(text, masks, wordList));
      const chances = Object.fromEntries(
        header.facts.map((fact) => [
          fact,
          rounded(Math.min(chanceOf(fact, clues[fact] ?? {}, header), mostWithoutWords(fact, spans, clues[fact]))),
        ]),
      );
      const presses = pressingClues(heads, weighed);
      const pressing = pressingOf(heads, tokens, weighed, rounded(chanceOf('pressing', presses, header)));
      return { tokens, spans, chances, clues: { ...clues, pressing: presses }, pressing, verdict: scores.verdict };
    },
  };
}

/** What the heads over n-grams make of each fact that they tell. */
function ngramClues(heads: NgramHeads, text: WeighedText, header: WeightsHeader): Record<string, Clues> {
  const told = new Set(header.ngrams.map(({ head }) => head));
  return Object.fromEntries(
    header.facts
      .filter((fact) => told.has(`${fact}.whole`))
      .map((fact) => [fact, { part: anyPart(heads, `${fact}.part`, text), whole: heads.score(`${fact}.whole`, text.whole) }]),
  );
}

/** Logit of what cannot be. */
const NEVER = -30;

/** Whether a range of minutes has no end to it, the grammar says: where it read none such, no ask is open for that. In place. */
function boundRanges(scores: Scores, tokens: readonly ReaderToken[], header: WeightsHeader): Scores {
  if (tokens.some(({ norm }) => norm === 'OPENDURATION')) return scores;
  const { from, total } = placeOfAttribute('open', header);
  const openRange = from + (header.attributes.open ?? []).indexOf('open-range');
  for (let at = openRange; at < scores.attributes.length; at += total) scores.attributes[at] = NEVER;
  return scores;
}

/**
 * Chances are told in thousandths: finer than they are known, and coarse enough that the order in which a machine adds does not show,
 * so that the same message has the same review everywhere.
 */
const rounded = (chance: number): number => Math.round(chance * 1000) / 1000;

const told = (span: ReadSpan): ReadSpan => ({
  ...span,
  confidence: rounded(span.confidence),
  attributes: Object.fromEntries(Object.entries(span.attributes).map(([name, chances]) => [name, chances.map(rounded)])),
});

/**
 * Facts that need the words of a move, and the most that they are believed without. One ask is then not believed enough to hold: no finding
 * without evidence. House rule.
 */
const NEEDS_WORDS: Readonly<Record<string, { tag: string; most: number }>> = {
  goal: { tag: 'ask', most: 0.4 },
  narrowRequest: { tag: 'ask', most: 1 },
};
/** The same where no part of the message is weighed as one that has it: not enough for doubt. House rule. */
const WITHOUT_PART = 0.2;
/** How sure the words must be. House rule. */
const SURE_WORDS = 0.4;

const mostWithoutWords = (fact: string, spans: readonly ReadSpan[], { part = 0 }: Clues = {}): number => {
  const needs = NEEDS_WORDS[fact];
  if (needs === undefined || spans.some(({ tag, confidence }) => tag === needs.tag && confidence >= SURE_WORDS)) return 1;
  return part < 0 ? WITHOUT_PART : needs.most;
};

/** The calibrated chance; before calibration the head's own. */
function chanceOf(fact: string, clues: Clues, header: WeightsHeader): number {
  const calibration = header.calibration[fact];
  if (calibration === undefined) return sigmoid(clues.head ?? 0);
  let sum = calibration.bias;
  for (const [name, weight] of Object.entries(calibration.weights)) sum += weight * (clues[name] ?? 0);
  return sigmoid(sum);
}
