/** What someone was told and did not ask: a mark, "whether", "wondering" make it a question. */
const ASKS = /\?\s*$|\b(?:whether|wonder(?:ing)?|if you|do you know|any news)\b|^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|who|what|which|when|where|why|how|please)\b/i;
const LEAD_IN = /^(?:(?:just |i )?(?:wanted|want|calling|letting you know|to let you know|to tell you)(?: to (?:say|tell you|let you know))?(?: that)?|fyi|good news|bad news|i['’]?m calling to (?:say|let you know|tell you)(?: that)?|let (?:you|him|her|them) know(?: that)?|tell (?:you|him|her|them)(?: that)?)[:,]? /i;
const TOLD = /^(?:just |i )?(?:wanted to (?:say|tell you|let you know)|(?:calling )?to (?:say|tell you|let you know)|letting you know|i['’]?m calling to (?:say|let you know|tell you)|fyi|let (?:him|her|them) know|tell (?:him|her|them))\b/i;
const STATE =
  'ready|done|finished|complete|completed|here|in$|waiting|confirmed|cancelled|canceled|delayed|booked|postponed|fixed|repaired|mended|found|approved|off$|on (?:its|the|their) way|due|moved|changed|accepted|rejected|rescheduled|cleaned|delivered|shipped|serviced|arrived|scheduled|processed|missing|overdue';
/** Said of the listener's own things, or by who works on them: "your car is ready", "Biscuit is ready to be picked up". */
const YOURS_IS = new RegExp(`^(?:all )?(?:of )?your\\b[^?]*?(?: (?:is|are|was|were)| has been| have been| has| have|[’']s) (?:now |all |finally |almost )?(?:${STATE})\\b`, 'iu');
const DONE_FOR = new RegExp(`^(?!my |your |our )[^?]*? (?:is|are|will be) (?:now |all |finally )?(?:ready|done|finished|repaired|mended)\\b(?!.*\\bby \\p{L}+day)`, 'iu');
/** What the caller did, has, or is about to do. */
const CALLERS_OWN =
  /^(?:i|we) (?:have (?:to (?:cancel|leave|miss|move|postpone|skip|decline)|your|the|got|found|moved|sent|left|booked|received|finished|had|changed|decided)|['’]ve |got |found |moved |sent |left |booked |received |finished |changed |decided |passed |signed |paid |fixed |posted |dropped |put |picked |accepted |am (?!(?:hoping|looking|wondering|calling|after|interested|supposed|allowed|eligible|trying|on the (?:list|waiting))\b)|are (?!(?:hoping|looking|wondering|calling|after|interested|supposed|allowed|eligible|trying)\b)|will (?!need\b)|can(?:['’]t|not) |won['’]t )|^(?:i|we)['’](?:ve|ll) |^i['’]m (?!(?:hoping|looking|wondering|calling|after|interested|trying)\b)|^we['’]re (?!(?:hoping|looking|wondering|calling|interested|trying)\b)/i;

/** What did not happen is told: nobody asks whether it has not. */
const NEGATIVE = /^(?:my|our|the|your|i|we|you|he|she|nobody|nothing|no one) ?(?:(?!(?:if|who|that|when)\b)[\p{L}'’-]+ ){0,4}?(?:(?:has|have|had|did|does|do|was|were|is|are|will) (?:still )?(?:not|never)|(?:has|have|had|did|does|do|was|were|is|are)n['’]t|never|won['’]t)\b/iu;
const CONTRADICTS = /^(?:my|our|the|i|we) .+ but .+/i;

/** "can't make the tutorial", "running late": the "I" left out. */
function withSubject(text: string, marked: boolean): string {
  if (marked) return text;
  const lowered = text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  if (/^(?:can['’]?t|cannot|won['’]t|couldn['’]t|didn['’]t|haven['’]t|don['’]t have|have to cancel) (?!i\b|you\b|we\b|he\b|she\b|it\b|they\b|there\b|the\b|my\b|your\b|our\b)/i.test(text)) return `I ${lowered}`;
  if (/^(?:running|stuck|unable|not able|going to be|gonna be|sick|ill|late)\b/i.test(text)) return `I am ${lowered}`;
  if (/^will be (?:late|there|away|out)\b/i.test(text)) return `I ${lowered}`;
  return text;
}

/** What is told, as the clause after "that"; undefined where something is asked. `isFromTrade`: the caller works on others' things. */
export function newsOf(typed: string, isFromTrade: boolean): string | undefined {
  const bare = withSubject(typed.trim().replace(/[.!\s]+$/, ''), /\?/.test(typed));
  const rest = bare.replace(LEAD_IN, '');
  const told = TOLD.test(bare) && rest !== '' && !/^(?:whether|if|about)\b/i.test(rest);
  if (!told && (ASKS.test(bare) || /\?/.test(typed))) return undefined;
  if (!told && !NEGATIVE.test(bare) && !CONTRADICTS.test(bare) && !YOURS_IS.test(bare) && !CALLERS_OWN.test(bare) && !(isFromTrade && DONE_FOR.test(bare))) return undefined;
  return (told ? rest : bare).replace(/^(?:The|A|An|My|Your|Our|Their|His|Her|Its|You|We|They|He|She|It|There|This|That|These|Those)\b/, (word) => word.toLowerCase());
}
