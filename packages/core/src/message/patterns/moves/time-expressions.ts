import type { Stream } from '../stream/stream.ts';

const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const ORDINAL =
  '(?:(?:twenty |thirty )?(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|[a-z]+teen|[a-z]+tie)th)|\\d{1,2}(?:st|nd|rd|th))';
const PART =
  '(?:morning|afternoon|evening|night|lunch(?:time)?|noon|midday|midnight|tea ?time|close of (?:business|play)|cob|eod|end of (?:the )?(?:day|play|business)|breakfast|dinner(?:time)?|bedtime|dawn)';
const HOUR = '(?:\\d{1,2}(?:[:.]\\d\\d)?(?: ?[ap]m)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const CLOCK = `(?:(?:half past|quarter past|quarter to|half|ten to|five to|ten past|five past|twenty past|twenty to) )?${HOUR}(?: (?:thirty|fifteen|forty five|oclock|sharp|ish))*(?: (?:am|pm|in the (?:morning|afternoon|evening)|at night))?`;
const COUNT =
  '(?:\\d{1,3}|(?:an? )?(?:couple|few)(?: of)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|(?:twen|thir|for|fif|six|nine)ty(?: [a-z]+)?|several)';
const SPAN = `(?:(?:the next )?${COUNT}(?: (?:to|or) ${COUNT})? (?:working |business |more |short |full )*(?:hours?|hrs?|days?|weeks?|minutes?|mins?|fortnights?|months?)|a day or (?:two|so)|the (?:hour|day|week|month|fortnight)|48|24)`;
const POINT = `(?:(?:the|this|next|coming|late|early|first thing|last thing|end of|close on|on|about|around|sometime|say|latest|half|mid|${PART} on|${CLOCK} (?:on|this|next)|${CLOCK}) ){0,5}(?:${DAY}(?: ${PART})?(?: (?:at )?${CLOCK})?(?: the ${ORDINAL})?|${ORDINAL}(?: (?:of )?${MONTH})?|${MONTH}(?: (?:the )?(?:${ORDINAL}|\\d{1,2}))?|\\d{1,2} ${MONTH}|tomorrow(?: ${PART})?(?: (?:at )?${CLOCK})?|today|tonight|${PART}(?: (?:today|tomorrow|(?:on )?${DAY}))?|week|month|quarter|year|weekend|day|christmas|easter|diwali|eid|new year|thanksgiving|season|term|${CLOCK}(?: (?:today|tomorrow|tonight|(?:on )?${DAY}|this ${PART}))?)`;
/** Something that will happen: "before we print", "before the board meets on Monday", "before I answer them". */
const EVENT =
  '(?:(?:i|we|they|it|you|he|she|(?:the|our|my|your) (?:\\S+ ){1,3}?) ?(?:(?:have|has|had) to |need to |must )?(?:decides?|closes?|leaves?|starts?|meets?|goes?|go|opens?|signs?|votes?|orders?|begins?|expires?|ends?|finish(?:es)?|ships?|prints?|locks?|travels?|moves?|commits?|submits?|fly|flies|sits?|shuts?|knock off|answer|reply|give (?:it|them)|run out|runs out|sells?|sell out|head|pour|plant|fill|lay|cut|send)|then|(?:the|our|that|your) (?:meeting|deadline|board|hearing|vote|weekend|event|holidays?|match|show|auction|sale|move|trip|cut ?off|closing date|renewal|audit|exam|wedding|party|launch|election|visit|concert|fair|start of \\S+))';

/** "on Friday", "this week", and without a preposition "closes May third". */
const BEGINS_A_TIME = new RegExp(
  `^(?:in|on|at|by|until|till|til|through|this|next|before|after|within|tonight|today|tomorrow|midnight|for|${MONTH}|${DAY})$`,
);
const POINT_AT = new RegExp(`^${POINT}(?= )`);
const SPAN_AT = new RegExp(`^${SPAN}(?= )`);
const EVENT_AT = new RegExp(`^${EVENT}(?= )`);
/** Longest time expression looked for, in characters of the stream. */
const LONGEST = 80;

/** What stands at token `index`: a point in time, a span of time, an event to come; with the index of its last token. */
export function timeAt(stream: Stream, index: number, kinds: readonly ('point' | 'span' | 'event')[]): number | undefined {
  const from = stream.starts[index];
  if (from === undefined) return undefined;
  const ahead = stream.norm.slice(from, from + LONGEST);
  let length = 0;
  for (const kind of kinds) {
    const match = (kind === 'point' ? POINT_AT : kind === 'span' ? SPAN_AT : EVENT_AT).exec(ahead);
    length = Math.max(length, match?.[0].length ?? 0);
  }
  if (length === 0) return undefined;
  let last = index;
  while ((stream.starts[last + 1] ?? Number.POSITIVE_INFINITY) < from + length) last++;
  return last;
}

/** Where inside the next `reach` tokens of the same sentence a time stands after a preposition; the index of its last token. */
export function timeWithin(stream: Stream, index: number, reach: number): number | undefined {
  for (let at = index; at < index + reach; at++) {
    const token = stream.tokens[at];
    if (token === undefined || (token.stop && token.norm !== ',')) return undefined;
    if (!BEGINS_A_TIME.test(token.norm)) continue;
    const bare = timeAt(stream, at, ['point']);
    const after = timeAt(
      stream,
      at + 1,
      token.norm === 'in' || token.norm === 'within' || token.norm === 'for' ? ['span', 'point'] : ['point'],
    );
    if (after !== undefined) return after;
    if (bare !== undefined) return bare;
  }
  return undefined;
}
