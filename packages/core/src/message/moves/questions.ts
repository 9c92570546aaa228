import { pattern } from '../grammar.ts';
import { hitsOf, type Stream } from '../stream/stream.ts';
import { CLASSES } from '../words/classes.ts';
import { type Ask, predicateAt } from './ask.ts';
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
  /^ (?:how (?:are|is|do you do|you|have you been|'s|goes|was your|is your|did your)|are you (?:there|busy|well|okay|ok|sitting|ready|tired|sick|paying|looking to|struggling|interested in (?:saving|earning|making|a better))|is (?:this|that|it) (?:you|the|NAME|on|working|still|a good|a bad|really|even)|is (?:anyone|anybody|someone) there|do you (?:remember|recall|know (?:me|who|what (?:that|i mean)|how much|that)|want to (?:save|earn|lose|make)|believe|see what|mind (?:if|me)|ever)|did you (?:know|get (?:my|that|it)|hear (?:about )?me|see that)|can you (?:hear|believe|imagine)|have you (?:ever|heard|been (?:looking|struggling|wondering)|considered|thought)|what is up|who am i|what can i|how can (?:i|we) (?:help|be)|could it be|would you believe|would you like to (?:save|earn|make|lose|know|get)|(?:what|who) (?:else|knows)|what do i|why not|why wait|how about that|what is not|should i|do i|am i|was i|is it me|what was|where was i|what if)\b/;

/** Direct questions to the listener, with or without a question mark; pleasantries left out. */
export function findQuestions(stream: Stream): Ask[] {
  const asks: Ask[] = [];
  for (const test of [YES_NO, WH]) {
    for (const hit of hitsOf(stream, test)) {
      const { text: predicate, last } = predicateAt(stream, hit.first);
      if (IDLE.test(predicate)) continue;
      const marked = stream.tokens[last + 1]?.norm === '?';
      const atStart = stream.tokens[hit.first - 1]?.stop !== false && stream.tokens[hit.first - 1]?.norm !== ',';
      // Without a question mark only the order of words tells, and only at the start of a sentence.
      if (
        !marked &&
        !(
          atStart &&
          /^ (?:do|does|did|are|is|have|has|could|can|will|would|which|when|what time|how many|how much) (?:you|your|it|there|the)/.test(
            predicate,
          )
        )
      )
        continue;
      const inner = predicate.replace(/^ (?:could|can|will|would) (?:you) /, ' ');
      asks.push({
        first: hit.first,
        verb: hit.first,
        last,
        frame: 'question',
        ask: kindOf(inner, predicate),
        confidence: marked ? 0.9 : 0.6,
        predicate,
      });
    }
  }
  return asks;
}

const SLOT =
  / (?:free|available|around|suit|suits|work|works|convenient|good|okay|ok|open|in|better|best|time|make|manage|can do|possible|up for)(?: |$)/;
const WHEN =
  / (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|tonight|week|morning|afternoon|evening|noon|oclock|am|pm|time|day|when|lunch|date|weekend|month)(?: |$)/;

function kindOf(inner: string, predicate: string): Ask['ask'] {
  if (inner !== predicate) return askOf(inner);
  if (SLOT.test(predicate) && WHEN.test(predicate)) return 'meeting';
  if (
    / (?:\d+|five|ten|fifteen|twenty|thirty|half|couple|few|two|three|hour) (?:of )?(?:\w+ )?(?:minutes|minute|min|mins|hour) /.test(
      predicate,
    )
  )
    return 'talk';
  return 'answer';
}
