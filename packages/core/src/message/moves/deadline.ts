import type { Move } from '../../documents/message.ts';
import { pattern } from '../grammar.ts';
import { type Hit, hitsOf, quoteOf, sentenceEnd, sentenceStart } from '../stream/stream.ts';
import { CLASSES } from '../words/classes.ts';
import type { Reading } from './context.ts';

const POINT =
  '(?:(?:the |this |next |coming |late |early |first thing |last thing |end of (?:the |this |next )?|the end of (?:the |this |next )?|close on |<clock> (?:on |this |next )?|half <clock> |about |around |sometime |mid )*(?:<day>(?: <daypart>| <clock>| at <clock>| the <ordinal>| evening)?|<month>(?: (?:the )?(?:<ordinal>|\\d{1,2}))?|(?:the )?<ordinal>(?: of <month>| <month>)?|\\d{1,2} <month>|tomorrow(?: <daypart>| <clock>| at <clock>)?|today|tonight|<daypart>(?: today| tomorrow| <day>| on <day>)?|week|month|quarter|year|weekend|day|<clock>(?: (?:today|tomorrow|<day>|on <day>|am|pm|oclock))?|then|christmas|easter|diwali|eid|new year|thanksgiving|end|season))';
const SPAN =
  '(?:<number> (?:working |business |more )?(?:hours|days|day|weeks|hrs|minutes|mins)|(?:a|one|an) (?:hour|day|week|fortnight|month)|(?:a )?fortnight|the (?:hour|day|week|month)|<number> (?:to|or) <number> (?:working |business )?(?:hours|days|weeks)|a (?:day or (?:two|so)|couple of days|few days))';

/** "by Friday", "before the twelfth", "no later than noon", "within two days". */
const BY = pattern(
  `(?:by|before|no later than|not later than|latest by|at the latest by|on or before|prior to|ahead of|anytime before|any time before|until|till|til|up to|up until) ${POINT}`,
  CLASSES,
);
const WITHIN = pattern(
  `(?:within|inside|in|in the next|within the next|over the next|have|got|have got|only|just|less than|under) ${SPAN}`,
  CLASSES,
);
/** "call me today", "ring me this week". */
const NOW = pattern(
  '(?:today|tonight|this (?:week|morning|afternoon|evening)|end of (?:day|business|play|week)|eod|cob|before i (?:go|leave|fly|head|travel|sign|answer|decide)(?: <w>){0,4}|the same day|before (?:we|they|it|you|he|she|the <w>) (?:<w> ){0,3}?(?:decide|decides|close|closes|leave|leaves|start|starts|meet|meets|go|goes|open|opens|sign|signs|vote|votes|order|orders|begin|begins|expires?|ends?|finish|finishes|ship|ships|print|lock|locks|travel|move|commit|submit))',
  CLASSES,
);
/** "the offer ends on Friday", "we close the round on the thirtieth", "the deadline is noon". */
const EXPIRY = pattern(
  `(?:(?:offer|offers|price|prices|deal|discount|sale|promotion|quote|rate|rates|incentive|incentives|place|places|slot|ticket|tickets|registration|entries|entry|applications|application|nominations|window|vacancy|position|posting|hold|reservation|option|voucher|coupon|grant|bids|bidding|tender|enrolment|enrollment|booking|bookings|early bird|round|special|<w>) (?:<w> ){0,6}?(?:expires?|ends?|runs? out|closes?|lapses?|finish(?:es)?|stops?|goes up|go up|disappears?|is (?:good|valid|open|held|on|available|reserved)|are (?:good|valid|open|held|on|available|reserved)|good|valid|(?:is|are) only (?:good|valid|open)) (?:only |out )?(?:in|on|at|by|until|till|through|this|next|for|tonight|today|tomorrow|midnight|after|the) ?(?:${POINT}|${SPAN})?|(?:deadline|cut off|cutoff|closing date|last day|last date|final day|due date|expiry date)(?: (?:<w> ){0,5}?(?:is|for|to|of|being|falls) (?:on )?(?:${POINT}|<gap:4>${POINT})?)?|(?:decide|deciding|decision|choose|choosing|signing|sign|close|closing|closes|shortlist|finalise|finalize|finalising|finalizing|awarding|order|ordering|submit|submitting|print|printing|vote|voting|commit|answer) (?:<w> ){0,4}?(?:on|by|this|at|in|within|before|tomorrow|tonight) (?:${POINT}|${SPAN}))`,
  CLASSES,
);
const REPLY =
  / (?:call|ring|phone|reply|respond|answer|let (?:me|us) know|get back|hear|text|email|confirm|tell|come back|revert|contact|decide|decision|rsvp|send|need|know|back to me|return|give (?:me|us)|pay|respond|word|yes or no|drop (?:me|us)|want|minutes|claim|act|book|sign|register|apply|submit|settle|order|reach|buzz|shout|speak|talk|message|whatsapp|sort|complete|return|choose|pick|say|could you|can you|would you|please|kindly) /;
/** A time that is a habit, an opening hour or the caller's own plan. */
const OWN_PLAN =
  / (?:i am|i ll|i will be|i will|we are|we will|we will be|am|open|office|around|free|available|here|awake|home|off|up|desk|in meetings|working|reach me|reachable|hours|lines|at work|busy|away|out|you can (?:call|ring|reach|get|catch|text)(?: me| us)?|he is|she is|try you|call you|ring you|was|worked|lived|were|been|i would|i have been|call back|phoned|met|spoke|came|sent|said|left|gave|had|stayed|waited) (?:\S+ ){0,6}?$/;
const WIDTH = 110;

/** Times by which the listener must answer, and offers that end; never the time of a meeting. */
export function findDeadlines({ stream, words }: Reading): Move[] {
  const moves: Move[] = [];
  const add = (hit: Hit, confidence: number): void => {
    const quote = quoteOf(stream, words, hit.first, hit.last);
    if (quote !== undefined && !moves.some((move) => move.charStart <= quote.charStart && quote.charEnd <= move.charEnd))
      moves.push({ kind: 'deadline', ...quote, confidence });
  };
  const around = (hit: Hit): { before: string; sentence: string } => {
    const from = stream.starts[hit.first] ?? 0;
    const open = stream.starts[sentenceStart(stream, hit.first)] ?? 0;
    const close = stream.starts[sentenceEnd(stream, hit.last)] ?? 0;
    const start = Math.max(open, from - WIDTH);
    return {
      before: ` ${stream.norm.slice(start, from)}`,
      sentence: ` ${stream.norm.slice(start, close + WIDTH).split(/ [.?!] /)[0] ?? ''} `,
    };
  };
  for (const hit of hitsOf(stream, EXPIRY)) if (!/^(?:deadline|cut off|cutoff|last day|last date)$/.test(hit.norm)) add(hit, 0.8);
  for (const hit of hitsOf(stream, BY)) {
    const { before, sentence } = around(hit);
    const until = /^(?:until|till|til|up to|up until) /.test(hit.norm);
    if (
      OWN_PLAN.test(before) &&
      !/ (?:let (?:me|us) know|could|can you|would you|need to know|need an|need your|by when) (?:\S+ ){0,8}$/.test(before)
    )
      continue;
    if (
      until
        ? !/ (?:have|has|got|offer|held|hold|holding|good|valid|you (?:have|ve)|open|only|keep|save|give you|deadline) /.test(sentence) ||
          / (?:i am|we are|office|shop) /.test(before)
        : !REPLY.test(sentence)
    )
      continue;
    add(hit, until ? 0.6 : 0.9);
  }
  for (const hit of hitsOf(stream, WITHIN)) {
    const { before, sentence } = around(hit);
    if (
      /^in /.test(hit.norm)
        ? !/ (?:decide|decision|reply|answer|respond|closes?|expires?|ends?|hear|know|need|runs out|leave|decided) /.test(sentence)
        : !REPLY.test(sentence) && !/^within/.test(hit.norm)
    )
      continue;
    if (
      /^(?:have|only|just|got|have got|under|less than) /.test(hit.norm) &&
      !/ (?:to (?:decide|reply|respond|answer|act|accept|claim|pay|choose|say|sign|confirm|make)|left|or (?:the|it|we|i)|before) /.test(
        sentence,
      )
    )
      continue;
    if (OWN_PLAN.test(before) && / (?:i|we) (?:will|am|are) /.test(before)) continue;
    add(hit, 0.8);
  }
  for (const hit of hitsOf(stream, NOW)) {
    const { before } = around(hit);
    if (
      / (?:call|ring|phone|reply|respond|answer|let (?:me|us) know|get back to (?:me|us)|text|email|confirm|come back|need|know|hear|decide|act) (?:\S+ ){0,6}$/.test(
        before,
      ) &&
      !/ (?:i|we|he|she|they) (?:\S+ )?(?:call|ring|phone|text|email|try|sent|called|will|am|was|are|were) (?:\S+ ){0,5}$/.test(before) &&
      !/ (?:calling|ringing|phoning|from you|your call|called|about|regarding|meeting|appointment) (?:\S+ ){0,5}$/.test(before)
    )
      add(hit, 0.7);
  }
  return moves;
}
