import type { Move, RequestKind } from '../../../documents/message.ts';
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
  `(?:(?:${CONTACT}) (?:me|us)(?: back)?|(?:give|drop|shoot) (?:me|us|him|her|NAME|my <w>|the <w>|our <w>|it) (?:a |an )(?:<w> ){0,2}(?:<call>|line|email|text|message|note)|(?:tell|send|give|drop|leave|let) (?:me|us) (?:know|have|a|an|the|your|if|whether|which|what|when|how)|get back to (?:me|us)|get in touch(?: with (?:me|us))?|(?:text|email|message|whatsapp) (?:me|us|EMAIL)|(?:call|ring|phone|dial|reach|contact|text|try) (?:(?:on|at) )?PHONE|reply to (?:me|EMAIL|this)|(?:call|ring|phone|contact) (?:my|our|the) (?:office|desk|team|assistant|mobile|cell|front desk|reception|bureau|branch|surgery|clinic|<w> department))`,
  CLASSES,
);
/** Somebody else's deed, a report of one, or no wish: "you asked me to call you", "they call me Rick", "I'll let you know". */
const NOT_ADDRESSED =
  / (?:i|we|they|he|she|who|that|people|customers|everybody|friends|not|never|will|to|NAME|did|asked|told|said|when|before|after|until|since|you|way|ways|number|best|best time|time|hesitate to|able to|reach|can|could|would|calling|trying|going to|by|don t|without|which|like|better|easiest|and you)(?: (?:just|only|really|also|always|please|usually))? $/;
/** "I'd love to come by and take a look": the second verb is the caller's as well. */
const OWN_DEEDS = / (?:i|we|they|he|she) (?:(?!you )\S+ ){1,8}(?:and|or) $/;
const TO_CALLER = /^ \S+ (?:me|us|my|our|back|to me|to us|PHONE|EMAIL|on PHONE) /;
const REFUSED =
  / (?:do not|never|not|no need to|need not|stop|rather than|instead of|without)(?: (?:have to|need to|you|please|even|ever|feel you need to|bother to|worry about|bother))* $/;
/** What the caller and the listener do together, or what the caller seeks to learn: "I'd like to meet", never "I'd like to show you". */
const JOINT =
  /^ (?!(?:get|bring|give|send) you (?:some|a|an|the|our|more|this) )(?:talk|speak|chat|discuss|meet|get together|sit down|catch up|have (?:a|an|you|your|some|lunch|coffee|five|ten|fifteen|twenty|thirty|half|another|\d+)|get (?:a|an|your|you|some|five|ten|fifteen|twenty|thirty|half|in|on (?:a|your|the)|together|hold|back|it|the|this|\d+)|arrange|schedule|reschedule|set (?:up|a)|book|fix (?:a|up)|find (?:a|some|out)|ask|know|learn|hear|understand|see (?:you|if|whether|about|me|when|what)|visit|borrow|steal|grab|pick|take (?:you|up|five|ten|fifteen|twenty|a few|some|\d+|another)|buy (?:you|the)|invite|connect|interview|request|confirm|check (?:if|whether|the|your|that|with|which|what|when)|verify|explore|run (?:something|it|an|a)|go over|go through|join|hire|rent|line up|use|count on|explain|come (?:in|by|over|round|and|up|along|to|down|out)|hand|bounce|apply|pop|swing|drop|stop by|be considered|bring|pay|touch base) /;
/** What a caller may be calling for: "I'm calling to invite you". */
const ERRAND =
  /^ (?:ask|see (?:if|whether|when|what|about)|find out|invite|request|check (?:if|whether|which|when|what|that you|you)|arrange|schedule|reschedule|set up|book|verify|know|get (?:your|you to|an answer|a yes)|enquire|inquire|seek|if you|whether|make an appointment|rebook) /;
/** What may be sought: "I'd value a word", "I need your yes or no". */
const SOUGHT =
  /^ (?:(?:it if|if) |a (?:\S+ )?(?:call|callback|ring|shout|buzz|bell|reply|response|chat|word|meeting|conversation|yes|time|slot|few|couple|favou?r|quote|date|reference|copy|answer|home|place|recommendation|minute|moment|line|text|email|note|hand|volunteer|decision|signature|second|opinion|steer|quick|straight|short|brief|return|ten|fifteen|twenty|thirty|five)|an (?:\S+ )?(?:answer|appointment|hour|interview|introduction|update|email|opinion)|your (?:help|advice|thoughts|opinion|input|feedback|permission|approval|confirmation|answer|reply|call|vote|view|views|support|availability|time|insight|insights|signature|consent|blessing|guidance|decision|address|date|say|go ahead|okay|ok|yes|number|email|\S+ by )|the (?:name|address|date|number|time|key|keys|file|files|form|forms|invoice|details|answer|chance|favou?r|size|code)|some (?:time|advice|help|feedback|information|info)|\d+ (?:minutes|mins)|(?:about |just |only )?(?:five|ten|fifteen|twenty|thirty|half|two|three|forty|seven|eight) (?:\S+ )?(?:minutes|mins|minute|hour|an hour|to)|half an hour|one (?:thing|question|answer|line|favou?r|more|minute|small|quick|word)|any (?:help|advice|information|guidance|crumb|feedback|thoughts|tips)|to (?:hear|know)|minutes|to know|you to|just|more) ?/;
/** Not wishes at all: "I'd like to thank you", "I wanted you to know". */
const TOLD =
  /^ (?:know (?:that|how|i|we|this|about|the)|be aware|think|feel|be (?:the|a|my|our|part|on|in|here)|have (?:a|the) (?:great|good|nice|lovely)|see how|hear it from|understand|rest assured|imagine|consider yourself|come to any harm|save|benefit|get the (?:best|most)|enjoy) /;

/** Everything asked of the listener, in order, each with the words that ask it. */
export function findRequests(reading: Reading): RequestMove[] {
  const { stream, words } = reading;
  const asksInFrames = framed(stream);
  const asks = distinct([...asksInFrames, ...nominal(stream), ...questionsBeside(asksInFrames, stream), ...bare(stream)]);
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
  const { text, last } = predicateAt(stream, verb);
  // "could you, if at all possible, call": what stands between two commas is an aside.
  const predicate = text.replace(ASIDE, ' ');
  if (predicate.length < SHORTEST_PREDICATE || REFUSED.test(leftOf(stream, hit.first)) || NOT_ASKED.test(predicate.slice(1)))
    return undefined;
  if (!ACCEPTS[frame](predicate, ` ${hit.norm} `)) return undefined;
  const ask = frame === 'embedded' ? embeddedKind(predicate) : askOf(predicate);
  return { first: hit.first, verb, last, frame, ask, confidence, predicate };
}

/** "could you, if at all possible, call", "could you like call", "could you in your kindness call". */
const ASIDE =
  /^ (?:, [^,]{1,60} , |like |(?:in|with|at|out of|from) (?:\S+ ){1,6}?(?=(?:call|ring|phone|give|tell|send|let|text|email|look|see|help|write|meet|spare) ))/;

/** Characters of " to ": a predicate needs more. */
const SHORTEST_PREDICATE = 4;
const embeddedKind = (predicate: string): RequestKind =>
  /^ (?:if|whether) you (?:could|would|can|might|will) /.test(predicate) ? askOf(predicate.replace(/^(?: \S+){3}/, '')) : 'answer';

const notTold = (predicate: string): boolean =>
  !TOLD.test(predicate) &&
  !/^ (?:,|for|so|about|on|that|a|an|the|some|more|our|in|at|all|both|too|as|and|but|because|or|i|we) /.test(predicate);
const always = (): boolean => true;
/** Which words may follow each frame. */
const ACCEPTS: Readonly<Record<FrameName, (predicate: string, frame: string) => boolean>> = {
  modal: (predicate) =>
    !/^ (?:believe|imagine|tell i|hear me|like to (?:save|earn|lose|make|learn how|know how|hear how)|love to (?:save|earn)|think|see that|agree|say that|remember (?:me|that|when|us)|, |(?:could|can|would|will|i|or|and|but|we|not) |be (?:interested in (?:saving|earning|making|a better)|surprised|amazed|shocked)|have (?:thought|guessed|believed|noticed|heard|seen|\S+ed) |get (?:the|these|a|an) (?:best|most))/.test(
      predicate,
    ),
  conditional: (predicate) =>
    !/^ (?:have (?!a minute|a moment|a second|time|five|ten|a look|your|my|the \S+ (?:call|ring))|let me|ask me|like|want|need|be (?:in|at|there)|see|find|use|do with|imagine|save|afford|make it|, ) ?/.test(
      predicate,
    ) || / (?:call|ring|time|minute) /.test(predicate.slice(0, 30)),
  'wish-you': notTold,
  duty: (predicate) =>
    !/^ (?:be |have |know |a |an |any |the |to be|not |no |help |some|more|our |my |been |had |got |your |it |this |that |, )/.test(
      predicate,
    ),
  please: (predicate) =>
    !/^ (?:be |accept my|find |excuse|forgive|pardon|bear|note|god|know|rest|do not|not |consider yourself|have (?:a|no)|i |we |my |disregard|ignore|stay|keep (?:well|safe)|, |\. |sir|madam|don |any |a |an |the |some |for |to |in |on |at |if |when |NAME|his |her |your )/.test(
      predicate,
    ),
  permission: (predicate) =>
    !/^ (?:not|help|offer|save|show|do for|be of|tell you|be wrong|say|(?:begin|start) (?:by|with|off)|give you|promise|assure|add|suggest that|, |interest you|only|possibly not) /.test(
      predicate,
    ),
  'wish-to': (predicate) =>
    JOINT.test(predicate) && !/^ (?:hear from you soon|ask you (?:about )?(?:how|if you know how)) /.test(predicate),
  'calling-to': (predicate) => ERRAND.test(predicate),
  'wish-for': (predicate) => SOUGHT.test(predicate),
  embedded: always,
  bare: always,
  nominal: always,
  question: always,
};

/** Questions that no frame has read as a request already: "would you please ring" is one ask. */
const questionsBeside = (asksInFrames: readonly Ask[], stream: Stream): Ask[] =>
  findQuestions(stream).filter(
    (question) =>
      !asksInFrames.some((ask) => PUT_AS_QUESTION.has(ask.frame) && ask.first >= question.first && ask.first <= question.first + 1),
  );
const PUT_AS_QUESTION: ReadonlySet<FrameName> = new Set<FrameName>(['modal', 'permission', 'please']);

function nominal(stream: Stream): Ask[] {
  return NOMINAL.flatMap(({ pattern: test, confidence }) =>
    hitsOf(stream, test).map((hit): Ask => {
      const { text, last } = predicateAt(stream, hit.first);
      const end = Math.max(last, hit.last);
      const ask: RequestKind = /^(?:all|the only thing|what|one thing|the one thing) (?:i|we) /.test(hit.norm)
        ? 'information'
        : / (?:question|questions|query|queries|doubt|doubts|yes|line|word|steer|answer) /.test(hit.norm.concat(' '))
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
      if (test === BARE_CONTACT ? NOT_ADDRESSED.test(left) : OWN_DEEDS.test(left) && !TO_CALLER.test(predicate)) continue;
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
