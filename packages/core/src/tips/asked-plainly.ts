import type { MoveOf } from './wording.ts';

type Request = MoveOf<'request'>;

const CHANNELS: ReadonlySet<Request['ask']> = new Set(['callback', 'email-reply', 'text-reply']);

/** Whether this kind of ask is only how to answer. */
export const isChannel = (ask: Request['ask']): boolean => CHANNELS.has(ask);

/** Words that ask: a question, the listener addressed, a wish of the caller's, something to do for the caller. */
const ASKS =
  /\?|\b(?:you|your|yours|please|kindly|(?:call|ring|phone|text|e-?mail|tell|give|drop|send|let|get|reach|contact|help|join|meet|answer|with) (?:me|us)|call back|let['’]s|(?:i|we)(?: would|['’]d| just| only| really| do)* (?:want|need|like|love|wish|hope|wonder|wondering|appreciate|ask|be (?:grateful|glad|keen|happy|curious))|i['’]m (?:after|asking|calling|hoping|looking|wondering)|looking (?:for|to)|(?:i have|i['’]ve|i['’]ve got)(?: just| only)? (?:one|a|two) (?:quick |short |small )?questions?|confirm|reply|rsvp|press|yes or no|(?:can|could|may|might|shall|should) (?:i|we|someone|somebody))\b/i;
/** How a sentence begins that only tells something. */
const TELLS = /^(?:i|we|it|he|she|they|this|that|there|those|these|the|my|our|his|her|their|its|an?|only|if|in|\d+)\b/i;

/** How sure the reader must be of an ask to show it before others. House rule. */
const SURE = 0.5;

/** The requests whose words ask, what is wanted before how to answer, the sure ones first, in order: only those are held out as what is asked. */
export function askedPlainly(requests: readonly Request[]): Request[] {
  return requests
    .filter(({ quote }) => ASKS.test(quote) || !TELLS.test(quote))
    .sort((a, b) => Number(isChannel(a.ask)) - Number(isChannel(b.ask)) || Number(b.confidence >= SURE) - Number(a.confidence >= SURE));
}
