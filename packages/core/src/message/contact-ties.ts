import type { Move } from '../documents/message.ts';
import type { Transcript } from '../documents/transcript.ts';
import { quoteAt } from './quote.ts';
import type { TokenLine } from './token-line.ts';

/** What one does to another once: verbs of the past. Not what is no dealing ("you ignored us") and no past ("you need us"). */
const DID =
  '(?:shook|gave|told|taught|sold|sent|wrote|made|did|took|lent|left|met|drove|rang|built|bought|let|brought|found|put|kept|spoke to|came to|(?!(?:need|feed|speed|indeed|ignored|avoided|ghosted|owed|raised)\\b)\\w+ed)';
/** At the beginning of a sentence, or behind a name there: "You gave us those chairs", "Vince, you rang me about the door". */
const YOU_DID = new RegExp(
  `(?<=^|[.?!] |[.?!] \\w+ , )you (?:kindly |once |already |very kindly )?${DID} (?:me|us|my|our)\\b(?: (?![.?!,]( |$))\\S+){0,16}`,
  'gu',
);

/** How far these words are believed. House rule, checked on the corpus, whose labels agree with 90 of 91. */
const CONFIDENCE = 0.95;

/** What the listener once did for the caller, told in the past as a sentence of its own: they have dealt with each other. */
export function contactTies({ line, inText }: TokenLine, transcript: Transcript): Extract<Move, { kind: 'bridge' }>[] {
  return [...line.matchAll(YOU_DID)].map(({ 0: words, index }) => {
    const { charStart, charEnd } = inText(index, index + words.length);
    return { kind: 'bridge', ...quoteAt(transcript, charStart, charEnd), tie: 'earlier-contact', confidence: CONFIDENCE };
  });
}
