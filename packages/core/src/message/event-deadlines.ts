import type { Move } from '../documents/message.ts';
import type { Transcript } from '../documents/transcript.ts';
import { quoteAt } from './quote.ts';
import type { TokenLine } from './token-line.ts';

/** What asks, as far before the event as the same sentence reaches. */
const ASKED =
  '(?:(?:can|could|will|would) (?:you|someone|somebody|anyone)|please|kindly|let (?:me|us) know|(?:tell|call|ring|phone|text|email) (?:me|us)|get back to (?:me|us)|(?:i|we) (?:just |really |only |do )?(?:need (?:you|your|an?|it|this|that|the|to (?:know|hear|have))|have to (?:have|know|hear)|must (?:have|know|hear)|would (?:like|love|need))|(?:are|do|did|have|is|does|shall|should) (?:you|your|i|we)|yes or no|reply|respond|answer|decide)';
/** In the sentence of an ask, behind it; the word is met first, since looking back takes long. Words between: none that ends the sentence or tells of the past. */
const BEHIND_ASK = `\\b(?=before|by the time|ahead|prior|in time)(?<=\\b${ASKED}\\b(?: (?![.?!] |(?:was|were|had|did|used|ran|knew|went) )\\S+){0,22} )`;
/** A clause of the present: "we open the doors", "the board meets". Not what the caller does to the message itself ("before I forget"). */
const PRESENT =
  '(?:(?:we|it) (?!(?:is|was|were|had|did|went|came|got|left|took|met|began|became|knew|made|saw|said|told|ever|even|and|or|would|could|call|ring|rang|phone|give|hang|lose|never|forget|begin|start talking|say|explain|can|do anything|put)\\b|\\w+ed\\b)\\w+|(?:the|my|our|his|her|their|this|that) (?:\\w+ ){1,2}?(?:is|are|goes|has to|have to|(?!(?:its|this|his|ours|yours|always|perhaps|plus|less|was|has|as|thus)\\b)\\w+[^s\\W]s)\\b(?= [.?!,]|$| (?:the|a|an|at|on|in|up|out|down|its|her|his|their|our|over|for|to|off|away|TIME)\\b| TIME))';
/** Events by their plain names. */
const EVENT =
  '(?:meeting|hearing|vote|ballot|elections?|exams?|show|game|match|wedding|funeral|concert|launch|sale|auction|inspection|interview|audit|trial|holidays?|break|term|semester|season|flight|trip|party|festival|fair|conference|session|rehearsal|performance|delivery|visit|kickoff|storm|rains?|frost|rush|deadline|closing|opening|sitting|briefing|viewing|christening|christmas|easter|thanksgiving|ramadan|diwali|eid|new year)';
/** "Before the show or after?" asks for a time and sets none. */
const NOT_OR_AFTER = '(?! (?:and|or) after\\b)';

/** An event after which an answer is of no use, where it belongs to an ask; never a story of the past. */
const DEADLINES: readonly string[] = [
  `${BEHIND_ASK}(?:before|by the time) ${PRESENT}(?: (?!and\\b|but\\b|so\\b)\\w+){0,4}${NOT_OR_AFTER}`,
  `${BEHIND_ASK}(?:before|ahead of|prior to|in time for) (?!or\\b|and\\b)(?:(?:the|our|my|this|next|their) )?(?:\\w+ ){0,2}?${EVENT}\\b(?! (?:was|were|had|hit|came|took|began|\\w+ed)\\b)(?: (?:on|at|in) TIME| TIME)?${NOT_OR_AFTER}`,
  `(?<=\\b(?:so|me|us|it|you|please|need|know) |, )(?:before|by|ahead of) (?:then|that)(?= [.?!,]|$| (?:please|if|so|because|since|otherwise)\\b)`,
  '\\b(?:once|when|after|as soon as) (?:it|(?:the |my |our |this |that )?(?:\\w+ ){1,2}?)(?:closes?|ends?|is over|is gone|shuts?|starts?|begins?|runs out|expires?)\\b(?: (?:on|at|in|of|TIME|,)){0,4} (?:i|we|it|there|nothing|that)(?: \\w+)? (?:can not|too late|nothing|no|not|longer|gone)\\b',
  '\\b(?:takes?|taking|accepts?|accepting) (?:\\w+ )?(?:bids|entries|applications|nominations|offers|votes|responses|proposals|submissions) (?:until|till|up to|through) TIME\\b',
];
const COMPILED = DEADLINES.map((source) => new RegExp(source, 'gu'));

/** How far these words are believed. House rule, checked on the corpus, whose labels agree with nearly all of them. */
const CONFIDENCE = 0.9;

/** The deadlines that are told by an event: "before the board meets", "ahead of the vote on Tuesday". */
export function eventDeadlines({ line, inText }: TokenLine, transcript: Transcript): Move[] {
  return COMPILED.flatMap((pattern) =>
    [...line.matchAll(pattern)].map(({ 0: words, index }): Move => {
      const { charStart, charEnd } = inText(index, index + words.trimEnd().length);
      return { kind: 'deadline', ...quoteAt(transcript, charStart, charEnd), confidence: CONFIDENCE };
    }),
  );
}
