import type { Move } from '../documents/message.ts';
import type { Transcript } from '../documents/transcript.ts';
import { quoteAt } from './quote.ts';
import type { TokenLine } from './token-line.ts';

/** What somebody is to another, by words that nobody who sells uses of himself (no agents, advisers, consultants); parents need no tie. */
const ROLE =
  '(?:teacher|coach|tutor|instructor|counsell?or|principal|headteacher|nurse|doctor|dentist|midwife|caseworker|landlord|landlady|tenant|lodger|neighbou?r|roommate|housemate|flatmate|classmate|teammate|bandmate|colleague|coworker|workmate|cousin|uncle|aunt|auntie|brother|sister|nephew|niece|grandson|granddaughter|godmother|godfather|student|pupil|babysitter|nanny)';
/** Whose: the listener's, or of somebody named before. "Emma's" is read as two words. */
const WHOSE = "(?:your|his|her|their|\\w+ 's)";
const OF_WHOM = `${WHOSE} (?:(?!new\\b)\\w+ ){0,2}?${ROLE}\\b(?! (?:of|at|from|for|who|said|says|told|suggested|gave|is|was|has|had)\\b)`;
const CALLS = '\\b(?:this is|it is|its|i am|my name is)';
/** One to four words of a name. */
const NAME = '(?:(?!(?:a|an|the|not|from|with|at|and|about|calling|in|on)\\b)\\w+ ){1,4}?';

/** "This is Ms. Ortega, his reading teacher", "it's your neighbour Ruth". */
const ROLE_TIES: readonly RegExp[] = [
  new RegExp(`(?<=${CALLS} ${NAME}(?:, )?)${OF_WHOM}`, 'gu'),
  new RegExp(`(?<=${CALLS} )${OF_WHOM}`, 'gu'),
];

/** How far these words are believed. House rule, checked on the corpus. */
const CONFIDENCE = 0.9;

/** What the caller is to somebody whom the listener knows, told as the caller names himself. */
export function roleTies({ line, inText }: TokenLine, transcript: Transcript): Extract<Move, { kind: 'bridge' }>[] {
  const found = ROLE_TIES.flatMap((pattern) =>
    [...line.matchAll(pattern)].map(({ 0: words, index }) => ({ at: index, ...inText(index, index + words.length) })),
  );
  return found.slice(0, 1).map(({ at, charStart, charEnd }) => ({
    kind: 'bridge',
    ...quoteAt(transcript, charStart, charEnd),
    tie: line.startsWith('your ', at) ? 'earlier-contact' : 'mutual-contact',
    confidence: CONFIDENCE,
  }));
}
