import type { Ask } from './ask.ts';
import type { Reading } from './context.ts';
import { findDurations } from './time-box.ts';

/** Whether one limited thing is asked for, and if not, why. */
export type Openness = 'narrow' | 'no-topic' | 'no-bound' | 'open-range' | 'vague';

const VAGUE =
  / (?:anything|whatever|everything|something|some (?:ideas|options|ways|things|stuff)|more (?:info|information|details|about)|any (?:info|information|help|advice|projects|questions|feedback|thoughts|time|opportunities|openings|way|positions|jobs|work|ideas)|your (?:thoughts|feedback|advice|opinions|views|needs|business|brain|wisdom|insights|interest|situation|goals|requirements|journey)|pick your|find out more|help (?:me|us)(?: out)?|helping (?:me|us)|how (?:we|i) (?:can|could|might)|ways|opportunities|options|in general|at some point|sometime|some time|one day|the possibility|possibilities|working together|work together|partner(?:ing|ship)?|collaborat(?:e|ion|ing)|synerg(?:y|ies)|interested|what you (?:think|made?|feel|reckon|thought)|if you have (?:any|a need)|get to know|connect|touch base|catch up|and so on|etc|things|stuff|generally|various) /;
/** A question that sells, or that could be put to anyone. */
const SOUNDING =
  / (?:current|currently|interested|looking (?:for|to)|happy with|satisfied with|struggling|considered|considering|ever|in the market|open to (?:a|hearing|new|learning|exploring)|need (?:help|any|more)|want to (?:hear|save|earn|make|lose)|like to (?:save|hear|see how|learn|earn|make|lose|get|know more)|who (?:handles|is in charge|is responsible|deals|makes|runs|do i)|what (?:do you think|say you|about you|do you say)|how (?:can|could|may|might) (?:i|we)|what (?:can|could) (?:i|we)|save|saving|better (?:deal|rate|price)|enough|what is (?:it|that)|sound (?:good|like|interesting)|make sense|(?:if|whether) you (?:have (?:any|a need|some|anything)|need|want|would be (?:interested|open)|might (?:be|have|need)|could use|had any|know of any(?:one|thing)?)) /;
/** A favour without an edge: "consider me", "keep us in mind", "give me a chance". */
const EDGELESS =
  /^ (?:consider (?:me|us|our|my|it|working|a)|think (?:about|of|it)|keep (?:me|us)|bear|give (?:me|us) (?:a|another|one) (?:chance|shot|go|try|break)|see what|take advantage|check (?:us|it) out|support|trust|believe|hear me|help(?= ))/;
const SLOT =
  / (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|noon|midday|oclock|(?:at|before|after|around) (?:half past |quarter past |quarter to )?(?:\d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|the (?:\w+(?:th|st|nd|rd|lfth|first|second|third))|january|february|march|april|june|july|august|september|october|november|december) /;
/** A deed with an end: confirm it, book it, pick a time. */
const BOUNDED_DEED =
  / (?:confirm|confirmed|reconfirm|reschedule|rearrange|cancel|move it|change it|re book|rebook|(?:book|schedule) (?!(?:a |some |an )?(?:\S+ )?(?:time|call|meeting|chat|demo|conversation|intro|introduction|consultation|appointment to|slot))|arrange (?:a|the|your|delivery|collection|another|an)|pick (?:a|another|one|it|them|up)|choose|find (?:you )?another|set (?:a|the|another) (?:time|date|day)|fix (?:a|the|another) (?:time|date|day)|sign|approve|verify|yes or no|a yes|either way|rsvp|whether|which|what time|how many|how much|what size|collect|deliver|drop (?:it|them|this) off|return the|pay the|the (?:date|time|address|size|price|name|number|colour|color|amount|quantity|title|spelling|code|password|cost|reference|location|model|date of|delivery)|say if|let me know if (?:you can|that|it|this|the|you are (?:coming|able|free|around|still)|\S+day)) /;
/** Getting together for its own sake: without a slot or minutes there is no bound to it. */
const OPEN_MEETING =
  /^ (?:do you have|would you have|have you|are you (?:free|available|around)|when |what |meet|get together|sit down|have|do (?:a )?(?:lunch|coffee)|grab|buy|take|connect|catch up|see|set up|schedule|arrange|find|book (?:a|some) (?:time|call|meeting|chat|demo)|put|line up|come (?:by|in|over) (?:and|to) (?:talk|chat|discuss|see|tell|show)|visit)/;
/** "call me with the size", "e-mail me yes or no". */
const WITH_IT =
  / (?:with|to give me|to tell me|and tell me|and say|to say|to let me know) (?:the|your|a|an|its|his|her|whether|if|which|what) (?!you|any|few|quick|moment)\S+ | and (?:i|we) (?:will|can) (?:take|walk|talk|run|step) you through (?:it|this|that|the) /;
const CANNOT_COME =
  / (?:if|should) (?:you )?(?:are |be |need to |can not |cannot |want to |wish to |would like to |have to |prefer )?(?:not |un)?(?:able to |make it|come|attend|keep|move|cancel|change|reschedule|unable|a different|another|that (?:does|is) not|it (?:does|is) not)/;

/** A count the listener can bear: "three short questions", not "some questions". */
const FEW_QUESTIONS = / (?:two|three|a couple of|2|3) (?:\S+ )?(?:questions|queries) /;

/** Judges every ask in the light of the whole message; in the order of `asks`. */
export function narrowness(asks: readonly Ask[], reading: Reading): Openness[] {
  const talk = findDurations(reading.stream);
  const minutes = talk.at(0);
  return asks.map((ask) => one(ask, minutes, asks, reading));
}

/** Asks that a time-box bounds. */
const TALKS: ReadonlySet<Ask['ask']> = new Set<Ask['ask']>(['talk', 'meeting', 'callback', 'email-reply', 'text-reply']);

type Minutes = { minMinutes: number; maxMinutes: number } | undefined;

function one(ask: Ask, minutes: Minutes, asks: readonly Ask[], { options, stream }: Reading): Openness {
  const words = ask.predicate;
  const vague = VAGUE.test(words);
  if (minutes !== undefined && TALKS.has(ask.ask)) {
    const open =
      minutes.maxMinutes >= minutes.minMinutes * options.openRangeRatio &&
      minutes.maxMinutes - minutes.minMinutes > options.openRangeMinutes;
    if (open) return 'open-range';
    if (minutes.maxMinutes > options.longestTalkMinutes) return 'no-bound';
    if (/ pick your | anything | whatever | everything /.test(words)) return 'vague';
    return hasTopic(stream.norm, asks) ? 'narrow' : 'no-topic';
  }
  switch (ask.ask) {
    case 'confirm':
      return 'narrow';
    case 'answer':
      return answerOpenness(ask, vague);
    case 'other':
      return 'vague';
    case 'information':
    case 'favour':
      return vague || EDGELESS.test(words) ? 'vague' : 'narrow';
    case 'meeting':
      if (BOUNDED_DEED.test(words) || SLOT.test(words)) return vague && !SLOT.test(words) ? 'vague' : 'narrow';
      if (!OPEN_MEETING.test(words) && / (?:for|to|at|on|in|by) (?:one|a|an|the|our|my|this|your|NAME) /.test(words))
        return vague ? 'vague' : 'narrow';
      return vague ? 'vague' : 'no-bound';
    case 'talk':
      return vague ? 'vague' : 'no-bound';
    default:
      return BOUNDED_DEED.test(words) || WITH_IT.test(words) || CANNOT_COME.test(words) || CANNOT_COME.test(stream.norm)
        ? 'narrow'
        : 'no-topic';
  }
}

function answerOpenness(ask: Ask, vague: boolean): Openness {
  const words = ask.predicate;
  if (ask.frame === 'nominal')
    return (/ (?:question|query|yes|line|doubt|word) /.test(words) || FEW_QUESTIONS.test(words)) && !vague ? 'narrow' : 'vague';
  if (/^ (?:let (?:me|us) know|tell (?:me|us)|advise|say|know|find out|see|check)/.test(words)) {
    if (
      vague ||
      / (?:good|best|convenient|suitable|great) (?:time|day) | if you (?:are interested|(?:have|need|want|would like) (?:any|more|further|to (?:know|learn|discuss|talk|hear|chat|see|explore|meet)|some|help|a (?:quote|demo|chat|call|free)|anything)) | how (?:you|i|we|it) | more | about /.test(
        words,
      )
    )
      return 'vague';
    return / (?:if|whether|which|what|when|how many|how much|how long|where|who|the|your|yes|no|its|his|her) /.test(words)
      ? 'narrow'
      : 'no-topic';
  }
  return vague || SOUNDING.test(words) ? 'vague' : 'narrow';
}

const TOPIC =
  / (?:about|regarding|concerning|on|around|re|whether|to discuss|to ask|to show|to hear|to learn|to understand|to go|to look|to walk|to talk|over|role|job|position|question|decision|page|story|demo|project|offer|for) /;
const hasTopic = (norm: string, asks: readonly Ask[]): boolean => TOPIC.test(norm) || asks.some((ask) => ask.ask === 'answer');
