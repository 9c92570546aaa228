import { worksOnThings } from './person-nouns.ts';
import { worksWithPets } from './pets.ts';
import type { Segment } from './segments.ts';
import { isStatement, isTelegram, lacksSubject, wholeStatement } from './statement.ts';

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

/** What theirs does to the caller's: "your sprinkler is flooding my basement". */
const DOES_HARM = /^your [^?]*? (?:is|are|keeps?) \p{L}+ing (?:my|our|into|onto|over|all|at night)\b/iu;
/** What did not happen is told: nobody asks whether it has not. */
const NEGATIVE =
  /^(?:my|our|the|your|i|we|you|he|she|nobody|nothing|no one) ?(?:(?!(?:if|who|that|when)\b)[\p{L}'’-]+ ){0,4}?(?:(?:has|have|had|did|does|do|was|were|is|are|will) (?:still )?(?:not|never)|(?:has|have|had|did|does|do|was|were|is|are)n['’]t|never|won['’]t)\b/iu;
/** What went wrong. */
const PROBLEM =
  /^(?:my|our|the|your|his|her|their|there|he|she|they|it) (?!.*\bstill (?:available|open|on|free)\b).*\b(?:is|are|was|were|has|have|keeps?|ran|stopped|broke) .*?\b(?:again|broken|leaking|out of order|blocked|run out|working|wrong|damaged|missing|stuck|cracked|overdue|too loud)\b(?<!(?:is|are) working)|^(?:my|our|the) .+? (?:is|are) (?:out|down|dead|flooded|frozen)$|^(?:my|our|the) [\p{L}’' -]+? (?:ran out|broke down|stopped working|is leaking|keeps [\p{L}]+ing)\b/iu;
/** What the other said once. */
const PROMISED = /^you (?:offered|promised|said|mentioned|asked|agreed|told me|wanted me|were going to)\b/i;
/** Whom the caller cares for. */
const NEEDS =
  /^(?:(?:my|our) [\p{L}’'-]+|(?!you|we|he|she|they|it|who|what|anyone|someone|does|do)[\p{L}’'-]+) needs (?:his|her|its|their|an?|some|to|new|more|help)\b/iu;
/** A time or a place that changed, or is at the caller's. */
const MOVED =
  /^(?!is\b|are\b|was\b)[\p{L}’' -]+? (?:(?:is|was|has been|got) )?(?:moved|pushed|changed|switched|postponed) (?:to|back|until)\b|^[\p{L}’' -]+? (?:is|are) at (?:my|our) (?:place|house|home|office|shop)\b/iu;
const CONTRADICTS = /^(?:my|our|the|i|we) .+ but .+/i;

/** What only the listener knows or decides, typed as a statement: "the role is still open", "milo can switch groups". */
const THEIRS =
  /^(?!(?:i|we|it)\b).*\b(?:still|available|possible|hiring|any(?:one|thing|body)?|allowed|included|required|eligible|yet|vacan\w+|gets|or not)\b|^(?!(?:i|we|it)\b).*\bha(?:s|ve) (?:\w+ )?(?:room|space|time|places?|openings?)\b|\b(?:is|are) (?:open|free)\b(?! (?:at|from|until))|\b(?:for|with|under) you\b/i;
const THEIRS_TO_DO = /^(?!(?:i|we|it)\b)[^,]*?\b(?:can|could|may|might)(?! ?not\b)\b/i;
const DONE_BY = /\b(?:is|are) (?!needed|due|required|wanted)\p{L}+ by \p{L}*day\b/iu;
const OF_THEM = /^(?:you|y[’']all|yous|ye|he|she|they)\b|^your\b[^,]*? (?:is|are|was|were|has|have|do|does|did)\b/i;
/** What one tells the other to do, or that the other did. */
const INSTRUCTS =
  /^you(?:['’]ll| will| would|['’]d)? (?:(?:only |also |just )?need to|must|have to|should(?! i)|left|forgot|dropped|missed|owe|won|are (?:invited|due|booked|late|overdue|on (?:the|our)|welcome)|can (?:pick|collect|come|drop|keep|bring|fetch|stop|ignore|have (?:it|them|your))|may (?:collect|pick|bring))\b/i;
/** One's own wish, doubt or plan: asked by the composer as what it asks for. */
const WISHES =
  /^(?:i|we)(?:['’](?:m|d|re|ve)| am| was| were| are| would| have| had| have been)*(?: (?:just|really|also|only))* (?:want|wanted|need|hope|hoping|wish|like|love|wonder|wondering|wondered|looking|trying|after|interested|curious|calling|asking|should|could|may|supposed|allowed|eligible|have (?:an?|one|another|this) (?:quick |small )?question|would)\b|^(?:i|we)['’]d\b|^(?:i|we) (?:have|had) to\b(?! (?:cancel|leave|miss|move|postpone|skip|decline|tell|say))/i;
/** "your results are back and I'd like to discuss them". */
const AND_I = /^(?!(?:is|are|can|could|would|will|do|does|did)\b).* and (?:I|we)(?:['’]d| would| want| need| wonder| hope)\b/i;
/** Beside a question what begins so is told: "your policy lapses on the 1st". */
const LIKELY = /^(?:your|my|our|the|his|her|their) [^,]*\b\p{L}{4,}s (?:on|at|in|by|from|today|tomorrow|next|this)\b/iu;
/** Said whole, and understood as what it hopes for. */
const HOPES =
  /^(?:we|i)(?:['’]d| would) (?:be (?:\w+ )?(?:honou?red|delighted|grateful|glad|happy|pleased|thrilled)|(?:really |greatly )?appreciate)\b/i;

/** What one asks another to do. */
const REQUESTS = /^(?:please|kindly|can|could|would|will|let|tell|send|give|ask)\b/i;

/** "can't make the tutorial", "running late", "found ur phone": the "I" left out. */
function withSubject(text: string): string {
  const lowered = text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  if (/^(?:back|home|there|away) (?:at|by|on|in|from|until)\b/i.test(text)) return `I will be ${lowered}`;
  if (/^can (?:do|make|come|bring|meet|be|pick|start|drop|fit|deliver|send)\b(?! (?:you|we|i|they)\b)/i.test(text)) return `I ${lowered}`;
  if (/^off (?:sick|ill|work|today|tomorrow)\b/i.test(text)) return `I am ${lowered}`;
  if (
    /^(?:can['’]?t|cannot|won['’]t|couldn['’]t|didn['’]t|did not|have not|haven['’]t|do not have|don['’]t have|have to cancel) (?!i\b|you\b|we\b|he\b|she\b|it\b|they\b|there\b|the\b|my\b|your\b|our\b)/i.test(
      text,
    ) ||
    lacksSubject(text) ||
    /^will be (?:late|there|away|out)\b/i.test(text)
  )
    return `I ${lowered}`;
  if (/^(?:coming|arriving|leaving) (?:tomorrow|today|tonight|now|at|\p{Lu}\p{L}+day)\b/u.test(text) && /instead|late/.test(text))
    return `I am ${lowered}`;
  if (
    /^(?:picking|dropping|bringing|sending|leaving|driving|fetching|giving|taking|holding|keeping|having|doing|writing|ringing|fixing|moving) (?:you|him|her|them|it|the|my|your|our|an?)\b/i.test(
      text,
    )
  )
    return `I am ${lowered}`;
  if (/^(?:running|stuck|unable|not able|going to be|gonna be)\b|^(?:sick|ill|late)(?:$| (?:today|tomorrow|for|with|on)\b)/i.test(text))
    return `I am ${lowered.replace(/(?<!and) will be\b/, ' and will be')}`;
  return text;
}

/** How what was typed is told: surely, by a form that nobody asks in, or as it stands, for want of a question. */
export interface News {
  /** As it follows "that": its first word small. */
  clause: string;
  /** False where a question may have been meant. */
  sure: boolean;
}

/** Thanks and the like are said as they are. */
const SAID = /^(?:thank you|thanks|congratulations|congrats|happy|merry|sorry|apologies)\b/i;
/** Told in more than one breath: "rain Monday so we start Tuesday". */
const RUNS_ON = /\b(?:so|and|but|because|cos) (?:I|we|you|they|he|she|it)\b (?!(?:can|could|would)\b)\p{L}/iu;

/**
 * What one sentence tells; undefined where something is asked. `role`: what the caller is, for who works on others' things tells when they are ready.
 * `beside`: another sentence asks, so that this one only leads to it.
 */
export function newsOf({ text: typed, marked }: Segment, role: string, beside: boolean): News | undefined {
  if (marked) return undefined;
  if (SAID.test(typed)) return beside ? { clause: typed, sure: true } : undefined;
  if (beside && /^need (?!you\b|it\b)[\p{L}\d]/iu.test(typed)) return { clause: `I ${typed.replace(/^N/, 'n')}`, sure: true };
  const bare = wholeStatement(withSubject(typed.trim()), worksWithPets(role));
  const rest = bare.replace(LEAD_IN, '');
  const told = TOLD.test(bare) && rest !== '' && !/^(?:whether|if|about)\b/i.test(rest);
  if (!told && ASKS.test(bare) && !HOPES.test(bare) && !AND_I.test(bare)) return undefined;
  const sure =
    told ||
    [PROBLEM, PROMISED, NEEDS, MOVED, NEGATIVE, CONTRADICTS, YOURS_IS, CALLERS_OWN, INSTRUCTS, DOES_HARM, AND_I].some((form) =>
      form.test(bare),
    ) ||
    (worksOnThings(role) && DONE_FOR.test(bare)) ||
    isTelegram(typed) ||
    HOPES.test(bare);
  // "unless you still need it" is no question.
  const main = bare.replace(/,? (?:but|unless|because|so that|in case|until|if)\b.*$/i, '');
  const asks = WISHES.test(bare) || (!beside && [THEIRS, THEIRS_TO_DO, DONE_BY, OF_THEM].some((form) => form.test(main)));
  const says = isStatement(bare) || (beside && LIKELY.test(bare)) || (RUNS_ON.test(bare) && !REQUESTS.test(bare));
  if (!sure && (asks || !says)) return undefined;
  const clause = (told ? rest : bare).replace(
    /^(?:The|A|An|My|Your|Our|Their|His|Her|Its|You|We|They|He|She|It|There|This|That|These|Those|Both|All|Some)\b/,
    (word) => word.toLowerCase(),
  );
  return { clause, sure };
}
