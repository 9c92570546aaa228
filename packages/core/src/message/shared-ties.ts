import type { BridgeKind, Move } from '../documents/message.ts';
import type { Transcript } from '../documents/transcript.ts';
import { quoteAt } from './quote.ts';
import type { TokenLine } from './token-line.ts';

/** What two can have done at one place. */
const DID = '(?:studied|worked|served|trained|taught|went to school)';
/** Up to the end of the clause. */
const REST = '(?: (?![.?!,]( |$))\\S+){1,12}';
/** What follows is a thing that both know, and nobody: "we both know that it is late". */
const NO_ONE = '(?:that|this|how|it|its|what|why|who|where|when|the|you|he|she|they|there|is|i|we|of|about)';

/** What both did at one place, or whom both know, by kind. What most people share (`hollow-ties.ts`) is none of these. */
const SHARED: readonly { pattern: RegExp; tie: BridgeKind }[] = [
  {
    pattern: new RegExp(
      `\\b(?:we|you and i)(?: have| were| are)? both (?:been )?(?:${DID}|went|students|members|part) (?:at|to|of|in|for|under|with)${REST}`,
      'gu',
    ),
    tie: 'shared-organisation',
  },
  { pattern: new RegExp(`(?<=^|[.?!,] |and )i (?:have )?${DID} (?:at|in|for|under)${REST} too\\b`, 'gu'), tie: 'shared-organisation' },
  { pattern: new RegExp(`\\blike you , i (?:have )?${DID} (?:at|in|for|under)${REST}`, 'gu'), tie: 'shared-organisation' },
  { pattern: new RegExp(`\\b(?:i think )?we both know(?! ${NO_ONE}\\b)${REST}`, 'gu'), tie: 'mutual-contact' },
];
const SCHOOL = /\b(?:universit|college|school|academy|polytechnic|institute|conservat)/;

/** How far these words are believed. House rule, checked on the corpus. */
const CONFIDENCE = 0.9;

/** What caller and listener share by their own words: the place that both were at, the person whom both know. */
export function sharedTies({ line, inText }: TokenLine, transcript: Transcript): Extract<Move, { kind: 'bridge' }>[] {
  return SHARED.flatMap(({ pattern, tie }) =>
    [...line.matchAll(pattern)].map(({ 0: words, index }) => {
      const { charStart, charEnd } = inText(index, index + words.length);
      const kind = tie === 'shared-organisation' && SCHOOL.test(words) ? 'shared-school' : tie;
      return { kind: 'bridge', ...quoteAt(transcript, charStart, charEnd), tie: kind, confidence: CONFIDENCE };
    }),
  );
}
