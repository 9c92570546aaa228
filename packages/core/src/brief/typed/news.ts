/** What someone was told and did not ask: a mark, "whether", "wondering" make it a question. */
const ASKS =
  /\?\s*$|\b(?:whether|wonder(?:ing)?|if you|do you know|any news)\b|^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|who|what|which|when|where|why|how|please)\b/i;
const LEAD_IN =
  /^(?:(?:just |i )?(?:wanted|want|calling|letting you know|to let you know|to tell you)(?: to (?:say|tell you|let you know))?(?: that)?|fyi|good news|bad news|i['’]?m calling to (?:say|let you know|tell you)(?: that)?|let (?:you|him|her|them) know(?: that)?|tell (?:you|him|her|them)(?: that)?)[:,]? /i;
const TOLD =
  /^(?:just |i )?(?:wanted to (?:say|tell you|let you know)|(?:calling )?to (?:say|tell you|let you know)|letting you know|i['’]?m calling to (?:say|let you know|tell you)|fyi|let (?:him|her|them) know|tell (?:him|her|them))\b/i;
const STATE =
  'ready|done|finished|complete|completed|here|in$|waiting|confirmed|cancelled|canceled|delayed|booked|postponed|fixed|repaired|mended|found|approved|off$|on (?:its|the|their) way|due|moved|changed|accepted|rejected|rescheduled|cleaned|delivered|shipped|serviced|arrived|scheduled|processed|missing|overdue';
/** Said of the listener's own things, or by who works on them: "your car is ready", "Biscuit is ready to be picked up". */
const YOURS_IS = new RegExp(
  `^(?:the|all) [^?]*?\\byou (?:ordered|left|dropped off|brought|asked for|lent|bought)\\b[^?]*? (?:is|are|has|have) (?:been )?(?:now )?(?:${STATE})\\b|^your [^?]*? (?:went through|came in|came back|arrived|got here)\\b|^(?:all )?(?:of )?your\\b[^?]*?(?: (?:is|are|was|were)| has been| have been| has| have|[’']s) (?:now |all |finally |almost )?(?:${STATE})\\b`,
  'iu',
);
const DONE_FOR =
  /^(?!my |your |our )[^?]*? (?:is|are|will be) (?:now |all |finally )?(?:ready|done|finished|repaired|mended)\b(?!.*\bby \p{L}+day)/iu;
/** What the caller did, has, or is about to do. */
const CALLERS_OWN =
  /^(?:i|we) (?:hurt |broke |lost |missed |forgot |have (?:to (?:cancel|leave|miss|move|postpone|skip|decline)|your|the|got|found|moved|sent|left|booked|received|finished|had|changed|decided)|['’]ve |got |found |moved |sent |left |booked |received |finished |changed |decided |passed |signed |paid |fixed |posted |dropped |put |picked |accepted |am (?!(?:hoping|looking|wondering|calling|after|interested|supposed|allowed|eligible|trying|on the (?:list|waiting))\b)|are (?!(?:hoping|looking|wondering|calling|after|interested|supposed|allowed|eligible|trying)\b)|will (?!need\b)|can(?:['’]t|not) |won['’]t )|^(?:i|we)['’](?:ve|ll) |^i['’]m (?!(?:hoping|looking|wondering|calling|after|interested|trying)\b)|^we['’]re (?!(?:hoping|looking|wondering|calling|interested|trying)\b)/i;

/** What did not happen is told: nobody asks whether it has not. */
const NEGATIVE =
  /^(?:my|our|the|your|i|we|you|he|she|nobody|nothing|no one) ?(?:(?!(?:if|who|that|when)\b)[\p{L}'’-]+ ){0,4}?(?:(?:has|have|had|did|does|do|was|were|is|are|will) (?:still )?(?:not|never)|(?:has|have|had|did|does|do|was|were|is|are)n['’]t|never|won['’]t)\b/iu;
/** What went wrong. */
const PROBLEM =
  /^(?:my|our|the|your|his|her|their|there) (?!.*\bstill (?:available|open|on|free)\b).*\b(?:is|are|was|were|has|have|keeps?|ran|stopped|broke) .*?\b(?:again|broken|leaking|out of order|blocked|run out|working|wrong|damaged|missing|stuck|cracked|overdue|too loud)\b(?<!(?:is|are) working)|^(?:my|our|the) .+? (?:is|are) (?:out|down|dead|flooded|frozen)$|^(?:my|our|the) [\p{L}’' -]+? (?:ran out|broke down|stopped working|is leaking|keeps [\p{L}]+ing)\b/iu;
/** What the other said once. */
const PROMISED = /^you (?:offered|promised|said|mentioned|asked|agreed|told me|wanted me|were going to)\b/i;
/** Whom the caller cares for. */
const NEEDS =
  /^(?:(?:my|our) [\p{L}’'-]+|(?!you|we|he|she|they|it|who|what|anyone|someone|does|do)[\p{L}’'-]+) needs (?:his|her|its|their|an?|some|to|new|more|help)\b/iu;
/** A time or a place that changed, or is at the caller's. */
const MOVED =
  /^(?!is\b|are\b|was\b)[\p{L}’' -]+? (?:(?:is|was|has been|got) )?(?:moved|pushed|changed|switched|postponed) (?:to|back|until)\b|^[\p{L}’' -]+? (?:is|are) at (?:my|our) (?:place|house|home|office|shop)\b/iu;
const CONTRADICTS = /^(?:my|our|the|i|we) .+ but .+/i;

/** "can't make the tutorial", "running late": the "I" left out. */
function withSubject(text: string, marked: boolean): string {
  if (marked) return text;
  const lowered = text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  if (
    /^(?:can['’]?t|cannot|won['’]t|couldn['’]t|didn['’]t|haven['’]t|don['’]t have|have to cancel) (?!i\b|you\b|we\b|he\b|she\b|it\b|they\b|there\b|the\b|my\b|your\b|our\b)/i.test(
      text,
    )
  )
    return `I ${lowered}`;
  if (/^(?:running|stuck|unable|not able|going to be|gonna be)\b|^(?:sick|ill|late)(?:$| (?:today|tomorrow|for|with|on)\b)/i.test(text))
    return `I am ${lowered}`;
  if (/^will be (?:late|there|away|out)\b/i.test(text)) return `I ${lowered}`;
  return text;
}

/** What is told, as the clause after "that"; undefined where something is asked. `isFromTrade`: the caller works on others' things. */
export function newsOf(typed: string, isFromTrade: boolean): string | undefined {
  const bare = withSubject(typed.trim().replace(/[.!\s]+$/, ''), /\?/.test(typed));
  const rest = bare.replace(LEAD_IN, '');
  const told = TOLD.test(bare) && rest !== '' && !/^(?:whether|if|about)\b/i.test(rest);
  if (!told && (ASKS.test(bare) || /\?/.test(typed))) return undefined;
  if (
    !told &&
    !PROBLEM.test(bare) &&
    !PROMISED.test(bare) &&
    !NEEDS.test(bare) &&
    !MOVED.test(bare) &&
    !NEGATIVE.test(bare) &&
    !CONTRADICTS.test(bare) &&
    !YOURS_IS.test(bare) &&
    !CALLERS_OWN.test(bare) &&
    !(isFromTrade && DONE_FOR.test(bare))
  )
    return undefined;
  return (told ? rest : bare).replace(
    /^(?:The|A|An|My|Your|Our|Their|His|Her|Its|You|We|They|He|She|It|There|This|That|These|Those)\b/,
    (word) => word.toLowerCase(),
  );
}
