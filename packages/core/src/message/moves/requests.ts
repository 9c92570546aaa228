import type { Move, RequestKind } from '../../documents/message.ts';
import { pattern } from '../grammar.ts';
import { type Hit, hitsOf, quoteOf, type Stream } from '../stream/stream.ts';
import { CONTACT, IMPERATIVE, NOT_ASKED } from '../words/ask-verbs.ts';
import { CLASSES } from '../words/classes.ts';
import { type Ask, LONGEST_ASK, leftOf, predicateAt } from './ask.ts';
import { askOf } from './ask-kinds.ts';
import type { Reading } from './context.ts';
import { narrowness, type Openness } from './narrowness.ts';
import { findQuestions } from './questions.ts';
import { FRAMES, type FrameName, NOMINAL } from './request-frames.ts';

type RequestMove = Extract<Move, { kind: 'request' }>;

const BORDER = '(?:\\.|,|\\?|!|and|or|so|but|then|also|back|otherwise|anyway|okay|ok|again|either|now|PHONE|EMAIL)';
const BARE_AT_BORDER = pattern(
  `(?<=(?: ${BORDER}| (?:you (?:get|have) (?:a|this|the) (?:chance|minute|moment|message|second|sec)|when you can|if you can|you are free|if you (?:like|want|prefer|wish)|at your convenience)) )(?:${IMPERATIVE})(?= )(?! (?:i|we|is|was|were|are) )`,
  CLASSES,
);
const BARE_CONTACT = pattern(
  `(?:(?:${CONTACT}) (?:me|us)(?: back)?|(?:give|drop|shoot) (?:me|us|him|her|NAME|my <w>|the <w>|our <w>|it) (?:a |an )(?:<w> ){0,2}(?:<call>|line|email|text|message|note)|let (?:me|us) know|get back to (?:me|us)|get in touch(?: with (?:me|us))?|(?:text|email|message|whatsapp) (?:me|us|EMAIL)|(?:call|ring|phone|dial|reach|contact|text|try) (?:(?:on|at) )?PHONE|reply to (?:me|EMAIL|this)|(?:call|ring|phone|contact) (?:my|our|the) (?:office|desk|team|assistant|mobile|cell|front desk|reception|bureau|branch|surgery|clinic|<w> department))`,
  CLASSES,
);
/** Somebody else's deed, a report of one, or no wish: "you asked me to call you", "they call me Rick", "I'll let you know". */
const NOT_ADDRESSED =
  / (?:i|we|they|he|she|who|that|people|customers|everybody|friends|not|never|will|to|NAME|did|asked|told|said|when|before|after|until|since|you|way|ways|number|best|best time|time|hesitate to|able to|reach|can|could|would|calling|trying|going to|by|don t|without|which|like|better|easiest|and you)(?: (?:just|only|really|also|always|please|usually))? $/;
const REFUSED =
  / (?:do not|never|not|no need to|need not|stop|rather than|instead of|without)(?: (?:have to|need to|you|please|even|ever|feel you need to|bother to|worry about|bother))* $/;
/** The frame of a wish that only tells why: "I'm calling to thank you". */
const TELLS_ONLY =
  /^ (?:thank|say|let you|tell you|inform|introduce|share|wish|apologi[sz]e|congratulate|remind|follow up|check in|touch base|give you|offer|update|leave|return|provide|announce|welcome|help you|save|extend|let everyone|explain|you (?:know|are|all)|pass (?:on|along)|report|advise you|notify|catch you|reach (?:you|out)|get (?:you|through|hold of you|a hold)|speak to (?:the|someone)|warn|run by|be |my |your |the |a |this |me |with |about |that |it |someone |in |on |at |from |behalf|today|because|regarding|and|but|again|back|NAME)/;
const SOUGHT =
  /^ (?:a (?:call|callback|reply|response|chat|word|meeting|quick|yes|time|slot|few|couple|favou?r|volunteer|quote|date|reference|copy|answer|home|job|part|place|recommendation)|an (?:answer|appointment|hour|interview|introduction|update|email)|your (?:help|advice|thoughts|opinion|input|feedback|permission|approval|confirmation|answer|reply|call|vote|view|support|views|availability|time|insight|signature|consent|blessing|guidance)|the (?:name|address|date|number|time|chance|key|keys|file|files|form|forms|invoice|details|answer)|some (?:time|advice|help|feedback|information|info)|you (?:to|on|for|as|there)|\d+ minutes|(?:five|ten|fifteen|twenty|thirty|half|two|three) |just |to know|one |half an hour|about )/;

/** Everything asked of the listener, in order, each with the words that ask it. */
export function findRequests(reading: Reading): RequestMove[] {
  const { stream, words } = reading;
  const asks = distinct([...framed(stream), ...nominal(stream), ...findQuestions(stream), ...bare(stream)]);
  const open = narrowness(asks, reading);
  const moves: RequestMove[] = [];
  asks.forEach((ask, index) => {
    const nextVerb = asks[index + 1]?.first ?? Number.POSITIVE_INFINITY;
    const last = Math.max(ask.verb, Math.min(ask.last, nextVerb - 1, ask.first + LONGEST_ASK));
    const quote = quoteOf(stream, words, ask.first, last);
    if (quote !== undefined) moves.push({ kind: 'request', ...quote, confidence: ask.confidence, ask: ask.ask, ...asMove(open[index]) });
  });
  return moves;
}

const asMove = (because: Openness | undefined): { narrow: boolean; openBecause?: Exclude<Openness, 'narrow'> } =>
  because === undefined || because === 'narrow' ? { narrow: true } : { narrow: false, openBecause: because };

function framed(stream: Stream): Ask[] {
  const asks: Ask[] = [];
  for (const { frame, pattern: test, confidence } of FRAMES) {
    for (const hit of hitsOf(stream, test)) {
      const ask = framedAsk(stream, hit, frame, confidence);
      if (ask !== undefined) asks.push(ask);
    }
  }
  return asks;
}

function framedAsk(stream: Stream, hit: Hit, frame: FrameName, confidence: number): Ask | undefined {
  const verb = hit.last + 1;
  const { text: predicate, last } = predicateAt(stream, verb);
  if (predicate.length < 3 || REFUSED.test(leftOf(stream, hit.first)) || NOT_ASKED.test(predicate.slice(1))) return undefined;
  if (/ not | never /.test(` ${hit.norm} `) && frame !== 'modal') return undefined;
  if (
    /^ (?:believe|imagine|tell i|hear me|be interested|like to|love to|want to|think|see that|agree|say that|remember (?:me|that|when|us)) /.test(
      predicate,
    ) &&
    frame === 'modal' &&
    !/^ (?:be interested|like to|love to|want to) /.test(predicate)
  )
    return undefined;
  if (frame === 'wish' && TELLS_ONLY.test(predicate) && !SOUGHT.test(predicate)) return undefined;
  if (
    (frame === 'please' || frame === 'duty') &&
    /^ (?:be |accept my|find |excuse|forgive|pardon|bear|note|god|know|rest|do not|not |don t|consider yourself|have (?:a|no)|i |we |my |disregard|ignore|stay|keep (?:well|safe))/.test(
      predicate,
    )
  )
    return undefined;
  if (
    frame === 'conditional' &&
    /^ (?:have|like|want|need|be (?:in|at|there)|see|find) /.test(predicate) &&
    !/ (?:time|minute|minutes|look|call) /.test(predicate)
  )
    return undefined;
  if (
    frame === 'permission' &&
    /^ (?:not|help|offer|save|show|do for|be of|tell you|be wrong|say|just say|begin|start|come (?:in|aboard)|give you|promise|assure|add|suggest that) /.test(
      predicate,
    )
  )
    return undefined;
  return { first: hit.first, verb, last, frame, ask: askOf(predicate), confidence, predicate };
}

function nominal(stream: Stream): Ask[] {
  return NOMINAL.flatMap(({ pattern: test, confidence }) =>
    hitsOf(stream, test).map((hit): Ask => {
      const { text, last } = predicateAt(stream, hit.first);
      const end = Math.max(last, hit.last);
      const ask: RequestKind = / (?:question|questions|query|queries|doubt|doubts|yes|line|word|steer|answer) /.test(hit.norm.concat(' '))
        ? 'answer'
        : / text /.test(` ${hit.norm} `)
          ? 'text-reply'
          : / (?:favou?r|favou?rs|request|ask) /.test(` ${hit.norm} `)
            ? 'favour'
            : / email /.test(` ${hit.norm} `)
              ? 'email-reply'
              : 'callback';
      return { first: hit.first, verb: hit.first, last: end, frame: 'nominal', ask, confidence, predicate: text };
    }),
  );
}

function bare(stream: Stream): Ask[] {
  const asks: Ask[] = [];
  for (const test of [BARE_AT_BORDER, BARE_CONTACT]) {
    for (const hit of hitsOf(stream, test)) {
      const { text: predicate, last } = predicateAt(stream, hit.first);
      const left = leftOf(stream, hit.first);
      if (NOT_ASKED.test(predicate.slice(1)) || REFUSED.test(left)) continue;
      if (test === BARE_CONTACT && NOT_ADDRESSED.test(left)) continue;
      asks.push({
        first: hit.first,
        verb: hit.first,
        last,
        frame: 'bare',
        ask: askOf(predicate),
        confidence: test === BARE_CONTACT ? 0.9 : 0.75,
        predicate,
      });
    }
  }
  return asks;
}

/** One ask for each thing asked: of several frames on the same words the surest stays, from the first word of all. */
function distinct(asks: readonly Ask[]): Ask[] {
  const ordered = [...asks].sort((a, b) => a.verb - b.verb || b.confidence - a.confidence);
  const kept: Ask[] = [];
  for (const ask of ordered) {
    const before = kept.at(-1);
    if (
      before !== undefined &&
      (before.verb === ask.verb ||
        (ask.first <= before.verb && ask.verb - before.verb < 3) ||
        (before.ask === ask.ask && ask.verb - before.verb < 2))
    ) {
      const surer = ask.confidence > before.confidence ? ask : before;
      const wider = ask.verb > before.verb && before.frame !== 'nominal' ? ask : surer;
      kept[kept.length - 1] = {
        ...wider,
        first: Math.min(before.first, ask.first),
        confidence: Math.max(before.confidence, ask.confidence),
      };
    } else kept.push(ask);
  }
  return kept;
}
