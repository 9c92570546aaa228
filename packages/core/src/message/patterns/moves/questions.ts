import { pattern } from '../grammar.ts';
import { hitsOf, type Stream } from '../stream/stream.ts';
import { CLASSES } from '../words/classes.ts';
import { type Ask, leftOf, predicateAt } from './ask.ts';
import { askOf } from './ask-kinds.ts';

const BORDER = '(?:\\.|,|\\?|!|and|or|so|but|is|was|wondering|ask|asking|NAME|know|one|question|know is|basically|then|also)';
const SUBJECT =
  '(?:you|your|it|there|that|this|these|those|he|she|they|we|i|the|a|an|any|anyone|someone|NAME|my|our|<day>|<w>day|tomorrow|next|either|any of)';
const INVERTED = `(?:do|does|did|are|is|was|were|have|has|had|could|can|will|would|should|am|are not|do not|is not|did not|have not|would not) ${SUBJECT}`;
const OPEN = '(?:what|when|where|which|who|whose|how|why|what time|how many|how much|how long|how soon|how about|what about)';
const YES_NO = pattern(`(?<= ${BORDER} )${INVERTED}`, CLASSES);
const WH = pattern(
  `(?<= ${BORDER} )${OPEN} (?:<w> ){0,3}?(?:do|does|did|are|is|was|were|have|has|could|can|will|would|should|am|'s|'re|time|day|works|suits|about) (?:${SUBJECT}|best|good|better|suit|work|convenient|<w>)`,
  CLASSES,
);

/** Pleasantries, openings and sales talk in the form of a question. */
const IDLE =
  /^ (?:is (?:this|that|it)(?:(?: ,)* is (?:this|that|it))? (?:NAME|you|the right \S+)(?= )|(?:can|could|may|might|shall) (?:i|we) (?:tell|help|offer|save|show|interest|give|say|begin|start|promise|assure|add)|how (?:are you|are things|is (?:it|everything|your (?:day|week|family|morning|summer|weekend|evening)|life|business|things)|do you do|you|have you been|'s|goes|was your|is your|did your)|are you (?:there|busy|well|okay|ok|sitting|ready|tired|sick|paying|looking to|struggling|interested in (?:saving|earning|making|a better))|is (?:this|that|it) (?:you|the|NAME|on|working|still|a good|a bad|really|even)|is (?:anyone|anybody|someone) there|do you (?:remember|recall|know (?:me|who|what (?:that|i mean)|how much|that)|want to (?:save|earn|lose|make)|believe|see what|mind (?:if|me)|ever)|did you (?:know|get (?:my|that|it)|hear (?:about )?me|see that)|can you (?:hear|believe|imagine)|have you (?:ever|heard|been (?:looking|struggling|wondering)|considered|thought)|what is up|who am i|what can i|how can (?:i|we) (?:help|be)|could it be|would you believe|would you like to (?:save|earn|make|lose|know|get)|(?:what|who) (?:else|knows)|what do i|why not|why wait|how about that|what is not|should i|do i|am i|was i|is it me|what was|where was i|what if)\b/;

const AUXILIARY =
  /^ (?:(?:so|and|but|well|now|anyway|or|basically|quick question|question|one question|just one thing|NAME|,|first|also|then) )*(?:do|does|did|are|is|was|were|have|has|had|could|can|will|would|should|shall|may|might|am|what|when|where|which|who|whose|how|why|want|need|fancy|any|either|still|okay|ok|interested|ready|up for|got|mind|care)(?: not)? /;
/** Fewest words of a question that asks for something: a tag ("would you?") has two. */
const FEWEST_WORDS = 3;
/** Most words of a choice put as a question without a verb: "chapter nine or ten for Tuesday?" */
const LONGEST_CHOICE = 14;

/** Direct questions to the listener, with or without a question mark; pleasantries left out. */
export function findQuestions(stream: Stream): Ask[] {
  const asks: Ask[] = [];
  const add = (first: number, confidence: number): void => {
    const { text: predicate, last } = predicateAt(stream, first);
    if (IDLE.test(predicate) || predicate.split(' ').length - 2 < FEWEST_WORDS) return;
    const inner = predicate.replace(/^ (?:could|can|will|would) (?:you) /, ' ');
    asks.push({ first, verb: first, last, frame: 'question', ask: kindOf(inner, predicate), confidence, predicate });
  };
  for (const test of [YES_NO, WH]) {
    for (const hit of hitsOf(stream, test)) {
      const { text: predicate, last } = predicateAt(stream, hit.first);
      const before = stream.tokens[hit.first - 1];
      if (stream.tokens[last + 1]?.norm === '?') add(hit.first, SURE);
      // Without a question mark only the order of words tells, and only at the start of a sentence.
      else if ((before === undefined || (before.stop && before.norm !== ',')) && UNMARKED.test(predicate)) add(hit.first, UNSURE);
    }
  }
  if (!isPunctuated(stream)) {
    for (const hit of hitsOf(stream, ANYWHERE))
      if (!NO_QUESTION.test(leftOf(stream, hit.first)) && !asks.some((ask) => ask.first === hit.first)) add(hit.first, UNSURE);
  }
  for (const first of markedSentences(stream))
    if (!asks.some((ask) => ask.first >= first && ask.first <= predicateAt(stream, first).last)) add(first, SURE);
  return asks;
}

/** Inversions told by the order of words alone, in a text without stops. */
const ANYWHERE = pattern(
  '(?:do|does|did|are|is|was|were|have|has|can|will|shall|should|would|could|may) (?:you|he|she|they|i|we|it|your <w>|the <w>|NAME|there)(?! (?:is|are|was|were|have|has|had|am|did|do|can|will|would|could|said|says|told|asked|called|rang|\\.) )|(?:what|which|when|where|how many|how much|what time) (?:<w> ){0,2}?(?:do|does|did|are|is|was|can|will|would|should) (?:you|i|we|it|he|she|they|the|your)|want me to',
  CLASSES,
);
/** Words after which an auxiliary is a statement's own: "you are", "the van is the", "what I do is". */
const NO_QUESTION =
  / (?:i|you|he|she|it|we|they|who|that|which|what|when|where|how|why|if|whether|there|here|this|these|those|one|and you|to|not|never|as|than|name|number|mine|yours|everything|all|know|sure|see|ask|tell|like|because|so much|way|is|are|was|were|would|could|can|will|should|did|do|does|have|has|had|please|just) $| (?:NAME|address|email|number|company|appointment|reason|problem|car|thing|meeting|office|order|line|phone|date|time|price|offer|team|son|daughter|report|my|our|your|the) $/;
/** Words for each stop from which a text counts as punctuated. */
const WORDS_PER_STOP = 40;
const isPunctuated = (stream: Stream): boolean =>
  stream.tokens.filter((token) => token.stop).length * WORDS_PER_STOP >= stream.tokens.length;

const UNMARKED =
  /^ (?:do|does|did|are|is|have|has|could|can|will|would|which|when|what time|how many|how much|shall) (?:you|your|it|there|the|i|we|they|he|she|this|that)/;
const SURE = 0.9;
const UNSURE = 0.6;

/** First tokens of the sentences that end in a question mark and are put as questions: rising voice alone is none. */
function markedSentences(stream: Stream): number[] {
  const firsts: number[] = [];
  let first = 0;
  stream.tokens.forEach((token, index) => {
    if (!token.stop || token.norm === ',') return;
    const { text } = predicateAt(stream, first);
    const words = text.split(' ').length - 2;
    if (
      token.norm === '?' &&
      index > first &&
      (AUXILIARY.test(text) || (/ or /.test(text) && words <= LONGEST_CHOICE && !/^ (?:hi|hello|hey|this is|it is|i am) /.test(text)))
    )
      firsts.push(first);
    first = index + 1;
  });
  return firsts;
}

const SLOT =
  / (?:free|available|around|suit|suits|work|works|convenient|good|okay|ok|open|in|better|best|time|make|manage|can do|possible|up for)(?: |$)/;
const DAYS = / (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|morning|afternoon|evening)(?: |$)/;
const WHEN =
  / (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|tonight|week|morning|afternoon|evening|noon|oclock|am|pm|time|day|when|lunch|date|weekend|month)(?: |$)/;

function kindOf(inner: string, predicate: string): Ask['ask'] {
  if (inner !== predicate) return askOf(inner);
  if ((SLOT.test(predicate) && WHEN.test(predicate)) || (/ or /.test(predicate) && DAYS.test(predicate))) return 'meeting';
  if (
    / (?:\d+|five|ten|fifteen|twenty|thirty|half|couple|few|two|three|hour) (?:of )?(?:\w+ )?(?:minutes|minute|min|mins|hour) /.test(
      predicate,
    )
  )
    return 'talk';
  return 'answer';
}
