import type { Move } from '../../../documents/message.ts';
import { pattern } from '../grammar.ts';
import { type Hit, hitsOf, quoteOf, type Stream, sentenceEnd, sentenceStart } from '../stream/stream.ts';
import { CLASSES } from '../words/classes.ts';
import type { Reading } from './context.ts';
import { timeAt, timeWithin } from './time-expressions.ts';

/** "by", "no later than": a time follows. */
const BY = pattern('(?:by|before|no later than|not later than|latest by|on or before|prior to|ahead of)', CLASSES);
const UNTIL = pattern('(?:until|till|til|up until|valid through|good through)', CLASSES);
const WITHIN = pattern('(?:within|inside|in|have|got|have got|only|less than|under)', CLASSES);
/** "call me today", "ring me this week", "the same day". */
const NOW = pattern(
  '(?:today|tonight|this (?:week|morning|afternoon|evening)|end of (?:day|business|play|week)|eod|cob|the same day)',
  CLASSES,
);
/** Something offered or held that ends. */
const OFFER =
  '(?:offer|price|deal|discount|sale|promotion|promo|quote|rate|incentive|place|slot|ticket|registration|entry|application|nomination|window|vacancy|position|posting|hold|reservation|option|voucher|coupon|grant|bid|tender|enrolment|enrollment|booking|early bird|round|special|spot|seat|room|berth|date|van|file|list|agenda|poll|job|role|it|that|this|eligibility|policy|lease|permit|warranty|cover|coverage|subscription|membership)s?';
const ENDS = pattern(
  `${OFFER} (?:<w> ){0,6}?(?:expires?|ends?|runs? out|closes?|lapses?|locks?|finish(?:es)?|goes up|go up|goes away|disappears?|(?:is|are) (?:only )?(?:good|valid|open|held|on|available|reserved))|(?:i|we|they|NAME|the <w>|she|he) (?:<w> ){0,2}?(?:hold|keep|save|reserve|holding|keeping|reserving) (?:<w> ){0,5}?(?=(?:until|till|til|through|for) )|(?:i|we|they|NAME|the (?:<w> ){1,2}?|she|he|who) (?:will |are |is |have to |has to |must |need to |am )?(?:decides?|deciding|choos(?:e|es|ing)|sign(?:s|ing)?|clos(?:e|es|ing)|shortlist(?:s|ing)?|finali[sz](?:e|es|ing)|award(?:s|ing)?|order(?:s|ing)?|submit(?:s|ting)?|print(?:s|ing)?|vot(?:e|es|ing)|commit|answer|mak(?:e|es|ing) (?:a|our|the|my) (?:decision|choice))`,
  CLASSES,
);
const DEADLINE = pattern(
  '(?:the |our |my |your )?(?:deadline|cut off|cutoff|closing date|last day|last date|final day|due date|expiry date|decision date)',
  CLASSES,
);

/** What asks for an answer, or tells that one is needed. */
const REPLY =
  / (?:call|ring|phone|reply|respond|answer|let (?:me|us) know|get back|hear|text|email|confirm|confirmed|tell|come back|revert|contact|decide|decision|rsvp|send|needs?|know|back to me|return|give (?:me|us)|pay|response|word|yes or no|drop (?:me|us|in|it|a)|wants?|minutes|claim|claimed|act|book|sign|register|apply|submit|settle|order|reach|buzz|shout|speak|talk|message|whatsapp|sort|complete|choose|pick|say|could you|can you|would you|please|kindly|bell|will you|like|accept|decline|apply|collected|return|must have|have it|have that) /;
const NEEDED =
  / (?:let (?:me|us) know|could|can you|would you|need to know|need an|need your|need you|need it|by when|please|kindly|hear|you have|want to know|have to|reply|must) (?:\S+ ){0,8}$/;
/** A habit, an opening hour, the caller's own plan or the past. */
const OWN_PLAN =
  / (?:i am|i will be|i will|we are|we will|am|open|office|around|free|available|here|awake|home|desk|meetings|working|reachable|hours|lines|busy|away|you can (?:call|ring|reach|get|catch|text)(?: me| us)?|try you|call you|ring you|was|worked|lived|were|been|i would|phoned|met|spoke|came|sent|said|left|gave|had|stayed|waited|drove|stand|stood) (?:\S+ ){0,6}?$/;
const TO_ACT =
  / (?:to (?:decide|reply|respond|answer|act|accept|claim|pay|choose|say|sign|confirm|make|get back|let|collect|appeal)|left|or (?:the|it|we|i|they)|before|otherwise) /;
const CALL_ME =
  / (?:call|ring|phone|reply|respond|answer|let (?:me|us) know|get back to (?:me|us)|text|email|confirm|come back|need (?:an|your|to|it)|hear|decide|act|return|buzz|bell|shout|decision) (?:\S+ ){0,6}$/;
const NOT_ME =
  / (?:(?:i|we|he|she|they|NAME) (?:\S+ )?(?:call|ring|phone|text|email|try|sent|called|will|am|was|are|were|have|rang)|calling|ringing|phoning|from you|your call|about|regarding|meeting|appointment|if you are|interview|free|available|around|convenient|works?|good) (?:\S+ ){0,5}$/;
const WIDTH = 110;
/** Tokens after "the offer ends" in which its time must stand. */
const REACH = 7;

interface Surroundings {
  before: string;
  sentence: string;
}

function around(stream: Stream, hit: Hit): Surroundings {
  const from = stream.starts[hit.first] ?? 0;
  const open = stream.starts[sentenceStart(stream, hit.first)] ?? 0;
  const close = stream.starts[sentenceEnd(stream, hit.last)] ?? 0;
  const start = Math.max(open, from - WIDTH);
  const sentence = stream.norm.slice(start, Math.min(close, from + WIDTH) + WIDTH).split(/ [.?!] /)[0] ?? '';
  return { before: ` ${stream.norm.slice(start, from)}`, sentence: ` ${sentence} ` };
}

const isByReply = ({ before, sentence }: Surroundings): boolean => REPLY.test(sentence) && (!OWN_PLAN.test(before) || NEEDED.test(before));
const isUntil = ({ before, sentence }: Surroundings): boolean =>
  / (?:have|has|offer|held|hold|holding|good|valid|open to you|keep|save|give you|deadline|available|reserved) /.test(sentence) &&
  !/ (?:i am|we are|office|shop|here|i have been|i will be) /.test(before);

function isWithin(word: string, { before, sentence }: Surroundings): boolean {
  if (/ (?:i|we) (?:will|am|are|was|were) (?:\S+ ){0,6}$/.test(before)) return false;
  if (word === 'in') return / (?:decide|decision|reply|answer|respond|expires?|ends?|hear|need to know|runs out|decided) /.test(sentence);
  if (word === 'within' || word === 'inside' || word === 'less than' || word === 'under') return REPLY.test(sentence);
  return TO_ACT.test(sentence) && !/ (?:i|we) $/.test(before);
}

/** Times by which the listener must answer, and offers that end; never the time of a meeting. */
export function findDeadlines({ stream, words }: Reading): Move[] {
  const moves: Move[] = [];
  const add = (first: number, last: number, confidence: number): void => {
    const quote = quoteOf(stream, words, first, last);
    if (quote !== undefined && !moves.some((move) => move.charStart < quote.charEnd && quote.charStart < move.charEnd))
      moves.push({ kind: 'deadline', ...quote, confidence });
  };
  for (const test of [ENDS, DEADLINE]) {
    for (const hit of hitsOf(stream, test)) {
      const last = timeWithin(stream, hit.last + 1, REACH) ?? (test === DEADLINE ? timeAt(stream, hit.last + 2, ['point']) : undefined);
      if (last !== undefined && !/ (?:if|was|were|had|did) $/.test(around(stream, hit).before)) add(hit.first, last, 0.8);
    }
  }
  for (const hit of hitsOf(stream, BY)) {
    const last = timeAt(stream, hit.last + 1, hit.norm === 'by' ? ['point'] : ['point', 'event']);
    if (last !== undefined && isByReply(around(stream, hit))) add(hit.first, last, 0.9);
  }
  for (const hit of hitsOf(stream, UNTIL)) {
    const last = timeAt(stream, hit.last + 1, ['point']);
    if (last !== undefined && isUntil(around(stream, hit))) add(hit.first, last, 0.6);
  }
  for (const hit of hitsOf(stream, WITHIN)) {
    const last = timeAt(stream, hit.last + 1, ['span']);
    if (last !== undefined && isWithin(hit.norm, around(stream, hit))) add(hit.first, last, 0.8);
  }
  for (const hit of hitsOf(stream, NOW)) {
    const { before } = around(stream, hit);
    if (CALL_ME.test(before) && !NOT_ME.test(before)) add(hit.first, hit.last, 0.7);
  }
  return moves;
}
