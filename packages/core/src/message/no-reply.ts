import type { Message } from '../documents/message.ts';
import type { Quote } from '../documents/span.ts';
import type { Transcript } from '../documents/transcript.ts';
import { quoteAt } from './quote.ts';

const I_WILL = "(?:i(?:['’]?ll| will)|we(?:['’]ll| will))";
const REPLY = '(?:call|ring|phone|reply|respond|answer|text|write|get back|do (?:anything|a thing)|return)';
const KIN = '(?:mum|mam|mom|mommy|mummy|dad|daddy|nana?|gran|granny|grandma|grandad|grandpa)';

const TO_KIN = new RegExp(`^\\W*(?:(?:hi|hiya|hey|hello|morning|evening) )${KIN}\\b(?=[,.! ])`, 'iu');

/** What says that the listener need not answer: told so, a mere notice, the caller's own promise to be in touch or to be there, a word to those at home. */
const SAYS_SO: readonly RegExp[] = [
  new RegExp(`\\b(?:there(?:['’]s| is) )?no need (?:for you )?to ${REPLY}\\b`, 'iu'),
  new RegExp(`\\byou (?:do not|don['’]?t) (?:need|have) to ${REPLY}\\b`, 'iu'),
  /\b(?:nothing (?:for you |you need )?to do\b|nothing you need do\b|i (?:do not|don['’]?t) need (?:a thing|anything)\b)/iu,
  /\b(?:just|only) (?:\w+ ){0,2}?(?:letting|to let) (?:you|(?:\w+ ){1,4}?)(?: all)? ?know\b/iu,
  /\b(?:just|only) (?:wanted|want) you to know\b/iu,
  new RegExp(`\\b${I_WILL} (?:just )?(?:let you know|(?:ring|call|phone|text|try) you)\\b`, 'iu'),
  TO_KIN,
];
/** On the way to each other: what is asked besides is no matter for a reply. */
const ON_THE_WAY = new RegExp(`\\b(?:${I_WILL} be (?:there|home|late|round)|running (?:\\w+ ){0,2}late)\\b`, 'iu');
/** How likely a narrow ask may be. House rule. */
const NARROW_ASK = 0.7;

/** What the listener is told that they need not do: it asks for nothing. */
const REFUSED = /\b(?:no need|(?:do not|don['’]?t) (?:need|have|bother))[^.?!,;:]*/giu;
/** Whether it is to somebody at home, whose name and number nobody says. */
export const isToKin = (text: string): boolean => TO_KIN.test(text);

/** Words that ask for an answer, or for something that needs one. */
const ASKS =
  /\?|\b(?:please|(?:can|could|would|will|won['’]?t|did|do|are|have|may|might|shall|should) (?:you|i|we)|(?:call|ring|phone|text|e-?mail|message|give|tell|hit|buzz|drop|send|get back to|get hold of|reach|contact|help) (?:me|us)|(?:call|ring|phone|text|write|reply|get) (?:me |us )?back|let (?:me|us) know|(?:i|we)(?: would|['’]?d)? (?:just |really |only )?(?:need|want|like|love|hope|appreciate) (?!you to know|a thing|anything)\w+|wonder(?:ing)? (?:if|whether)|(?:hoping|looking|wanted) (?:to|for|that)|if you(?: would|['’]d| could| can)?(?: \w+)? (?:call|ring|phone|text|reply)|press (?:one|\d)|yes or no|confirm|rsvp|repl(?:y|ies) (?:to|with)|act now|visit|website)\b/iu;
/** How sure the reader must be of words that sell. House rule: no sales call is let off. */
const SELLS_FROM = 0.3;

/**
 * The words by which a message says that no reply is asked for, where it asks for none besides, gives nowhere to answer and does not sell.
 */
export function saysNoReply(
  { text, words }: Transcript,
  { moves, chances, phoneNumbers, emails }: Pick<Message, 'moves' | 'chances' | 'phoneNumbers' | 'emails'>,
): Quote | undefined {
  if (phoneNumbers.length + emails.length > 0 || ASKS.test(text.replace(REFUSED, ' '))) return undefined;
  const sells = moves.some(
    (move) => move.confidence >= SELLS_FROM && (move.kind === 'pitch' || (move.kind === 'bridge' && move.tie === 'false-tie')),
  );
  if (sells) return undefined;
  const asksOneThing = (chances.narrowRequest ?? 0) >= NARROW_ASK;
  for (const form of asksOneThing ? [ON_THE_WAY] : [ON_THE_WAY, ...SAYS_SO]) {
    const said = form.exec(text);
    if (said !== null) return quoteAt({ text, words }, said.index, said.index + said[0].length);
  }
  return undefined;
}
