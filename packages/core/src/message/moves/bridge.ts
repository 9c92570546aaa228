import type { BridgeKind, Move } from '../../documents/message.ts';
import { pattern } from '../grammar.ts';
import { hitsOf, quoteOf, type Stream } from '../stream/stream.ts';
import { CLASSES } from '../words/classes.ts';
import { leftOf } from './ask.ts';
import type { Reading } from './context.ts';

type Tie = readonly [BridgeKind, number, RegExp];
const make = (tie: BridgeKind, confidence: number, source: string): Tie => [tie, confidence, pattern(source, CLASSES)];

const CLASSED =
  "(?:(?:my|your|our|their|a|an|the|NAME 's) (?:<w> ){0,2}?<relation>(?: of (?:mine|yours|ours|NAME))?(?: ,)?(?: NAME)?|one of (?:your|our|my) (?:<w> )?<relations>(?: ,)?(?: NAME)?)";
const PERSON = `(?:NAME|${CLASSED})(?: ,? ?(?:at|from|in|over at|of|with|down at|here at|our <w>|your <w>|the <w>|a <w>) <gap:4>)?(?: ,)?(?: (?:who|whom|which) <gap:9>)?(?: ,)?`;
const SAID =
  '(?:said|says|say|told|tells|suggested|suggests|recommended|recommends|mentioned|mentions|thought|thinks|reckoned|reckons|figured|advised|urged|encouraged|referred|introduced|connected|pointed|passed|put|gave|gives|sent|steered|directed|insisted|spoke|speaks|asked|wanted|listed|named|swears|sings|sang|has (?:you|your)|had (?:a|nothing|only|some|good|nice|kind)|speaking highly|nudged|offered|shared|promised|wants|let me know|let us know)';
const ADVERBS = '(?:has |had |have |also |just |kindly |very |really |always |recently |was |keeps |once |both |and NAME |only )*';
const MEET =
  '(?:met|spoke|spoken|talked|chatted|emailed|corresponded|exchanged|swapped|bumped into|ran into|run into|crossed paths|got talking|got chatting|caught up|connected|hit it off|shook hands|sat|shared|overlapped|danced|queued|stood|danced|danced|agreed|discussed|arranged|touched base|danced|debated|argued|roomed|rode|flew|travelled|traveled|trained|walked|volunteered|played)';
const CUSTOMER =
  '(?:appointment|booking|reservation|order|application|enquiry|inquiry|request|quote|estimate|call|email|message|voicemail|note|letter|visit|interview|repair|prescription|delivery|test drive|referral|tenancy|session|lesson|class|check up|checkup|cleaning|consultation|viewing|fitting|complaint|ticket|submission|proposal|invitation|question|feedback|purchase|deposit|registration|survey|inspection|installation|service visit|follow up|results|test results|x ray|glasses|contact lenses|parcel|suit|dress|repeat prescription|renewal|lease renewal|mot|service|annual service|offer|time (?:yesterday|today|last|on|the other)|hospitality)';
const LAST =
  '(?:last|yesterday|today|this (?:morning|afternoon|week|month)|on <day>|on the|in <month>|earlier|the other|a (?:few|couple|week|month|year)|<number> (?:days|weeks|months|years)|back in|at (?:the|your|our|NAME)|when|about|tomorrow|next|<day>|before|over|with you|that|previously|recently|during|after|from)';

const TIES: readonly Tie[] = [
  // Somebody who sends the caller: "Priya at Northgate said you and I should talk".
  make(
    'referrer',
    0.95,
    `${PERSON} ${ADVERBS}${SAID} <gap:8>(?:you|your|yours|i call|i ring|i (?:should )?(?:get in touch|contact|reach)|me to (?:call|ring|contact|get in touch|phone|reach)|(?:call|ring|calling|ringing|contact|contacting) you|touch base)`,
  ),
  make(
    'referrer',
    0.95,
    `(?:was|were|am|been|got|have been|had been|are)? ?(?:given|passed|told|referred|recommended|introduced|sent|pointed|put|directed|connected|advised|suggested|handed|forwarded) <gap:7>(?:by|from|through|via) (?:NAME|${CLASSED})`,
  ),
  make(
    'referrer',
    0.95,
    `(?:on|at|upon|following|through|with|by|after) (?:the |a |an )?(?:kind |warm |strong )?(?:recommendation|suggestion|advice|request|behest|urging|referral|introduction|encouragement|insistence|intro|blessing) (?:of|from|by) (?:NAME|${CLASSED})|(?:at|on|with) (?:NAME|my <relation>|your <relation>|${CLASSED}) 's (?:suggestion|recommendation|request|urging|advice|behest|insistence|referral|introduction|say so)`,
  ),
  make(
    'referrer',
    0.95,
    `(?:got|get|had|have|found|took|obtained|received|have got) your (?:name|number|details|contact|contacts|email|card|mobile|info|information|phone number|contact details) (?:<w> ){0,2}?(?:from|off|through|via|by) (?:NAME|${CLASSED})|(?:a|your|my|the) (?:referral|recommendation|intro|introduction) (?:from|by|through|via) (?:NAME|${CLASSED})|(?:through|via|courtesy of|thanks to) (?:NAME|${CLASSED}) (?:who|,|at|i|we|and|from|that)`,
  ),
  make('referrer', 0.9, `(?:NAME|${CLASSED}) 's (?:recommendation|suggestion|referral|introduction|friend|request) <gap:4>(?:you|call|i)`),
  make(
    'mutual-contact',
    0.95,
    '(?:a |our |my |your |the )?(?:mutual|common|shared) (?:friend|contact|acquaintance|colleague|connection|client|friends|contacts|connections|acquaintances|colleagues|pal|mate)|(?:friend|friends|people|acquaintances?|<w>) in common',
  ),
  make(
    'mutual-contact',
    0.9,
    `(?:a |an )?(?:<w> )?(?:friend|colleague|student|client|patient|neighbou?r|cousin|classmate|<relation>) of (?:yours|NAME)|(?:i am|this is|it is|as|am|NAME ,) (?:NAME ,? ?)?(?:NAME 's|your) (?:<w> ){0,2}?(?:<relation>|friend|mum|mom|dad|class)`,
  ),
  make(
    'mutual-contact',
    0.9,
    'your (?:<w> ){0,2}?<relation>(?: ,)? NAME|NAME ,? (?:who )?(?:(?:has )?(?:worked|works|interned|studied|trained|rented|rents|lived|taught|reported|reports|clerked|served) (?:<w> ){0,3}?(?:for|with|under|at|from|to) (?:you|your)|is your|was your|your <relation>|your (?:former|old|new|previous)|from your|used to work (?:for|with|under) you)|(?:your|former|previous|ex) (?:employee|colleague|student|tenant|intern|trainee|assistant|nanny|team member) (?:, )?NAME',
  ),
  make(
    'mutual-contact',
    0.9,
    '(?:gave|given|listed|lists|list|named|put|has|provided|offered|used|cited) (?:you|your name|you down|us your name|me your name|us you|your details|your contact)(?: down)? (?:as|for) (?:a |an |her |his |their |one of |the |our )*(?:<w> )?(?:reference|references|referee|referees|emergency contact|next of kin|guarantor)|(?:i|we) (?:both )?(?:also )?(?:know|knew|work with|worked with|am married to|live with|went to school with|teach|coach|employ) your (?:<w> )?<relation>',
  ),
  make(
    'shared-organisation',
    0.9,
    '(?:we|you and i|you and me|both of us|the two of us|i and you) (?:both |all |also |once |used to |briefly )?(?:share a|share an|share the|shared a|shared an|worked|work|live|lived|served|belong|belonged|trained|play|played|volunteer|volunteered|serve|sing|train|coached|sit|rowed|fought) (?:<w> ){0,5}?(?:together|each other|next to|same|side by side|wall|office|floor|building|landlord|fence|alongside|desk|team|lab|platoon|choir|board|committee|committees|ship|club)|we both (?:know|knew|work|worked|served|belong|grew|play|played|sit|sat|serve|live|lived|trained|did|had|volunteer|coach|are|were|sing|have|started|came|learned|spent|sat|go|attend|support|sponsor|drive|own|teach|taught)',
  ),
  make(
    'shared-organisation',
    0.9,
    '(?:i )?(?:also |too |both )?(?:work|worked|am working|was working|served|serve|interned|clerked|studied|trained|live|lived|volunteer|volunteered|play|played|sing|sat|rent|rented|reported|report|taught|roomed|sit) (?:<w> ){0,5}?(?:with you|for you|under you|alongside you|beside you|next to you|near you|behind you|opposite you|across from you|to you|above you|below you|from you(?! (?:about|on|soon|if|by|at|and|,)))(?= (?:at|in|on|for|back|during|when|until|till|and|from|last|,|\\.|as|years|all|over|a|the) )',
  ),
  make(
    'shared-organisation',
    0.85,
    '(?:i am|am|from|in|with|on|at|of|took|taking|joined|take|attend|attended) (?:also )?(?:in |on |with |a member of |part of |one of )?your (?:<w> ){0,2}?(?:class|course|seminar|team|building|department|parish|church|street|road|choir|club|league|cohort|section|lecture|workshop|webinar|neighbou?r|neighbou?rs|tenant|tenants|students?|pupils?|block|floor|unit|congregation|ward|constituent|crew|squad|chapter|lodge|program|programme|regiment|platoon|old team|former students?|apprentices?)',
  ),
  make(
    'shared-organisation',
    0.8,
    '(?:NAME|<w>) (?:here )?from (?:the|our) (?:office|gym|team|class|club|choir|pta|parents association|lab|studio|allotment|church|committee|board|book club|running club|rowing club|flat|street|block|building|school run|third floor|<ordinal> floor|warehouse|night shift|day shift|residents association|reading group|co op|temple|mosque|parish|branch)|from (?:next door|upstairs|downstairs|across the (?:road|street|hall|way)|down the (?:road|street|hall|corridor)|number <number>|accounts|payroll|facilities|work|church|school|over the road)|(?:i am|we are|i live|we live|am) (?:<w> ){0,2}?(?:next door|upstairs from|downstairs from|across the (?:road|street|hall)|two doors|down the (?:road|street|hall) from|your neighbou?rs?)',
  ),
  make(
    'shared-school',
    0.9,
    '(?:fellow|also an?|too an?|another|as an?|i am an?|proud|old|am an?|same|both) (?:<w> ){0,3}?(?:alum|alumni|alumnus|alumna|alums|graduate|grad|grads|old boy|old girl|ex student|passout|pass out|batchmate|aggie|old boys)|(?:alumni|alumnae|alum) (?:<w> ){0,3}?(?:directory|network|list|office|association|event|evening|dinner|do|group|database|book|mentoring|chapter|programme|program)|class of (?:\\d+|ninety|eighty|seventy|two thousand|nineteen|the)',
  ),
  make(
    'shared-school',
    0.9,
    '(?:we|you and i|i|both) (?:both |also |all |too )?(?:went|studied|graduated|attended|read|did|were|was|took|trained|qualified|schooled)(?: <w>){0,7}? (?:together|with you|same (?:<w> )?(?:school|college|university|uni|class|year|course|programme|program|batch|degree|place|department|regiment)|year (?:above|below|after|behind|ahead of) you|years? (?:above|below|after|behind|ahead of|before) (?:you|yours|yourself)|as you (?:did|were)|at school with you|like you|just like you|as yourself|alma mater)|(?:your|our) (?:old )?(?:alma mater|school days|batch|college days|class reunion|reunion)|(?:like you|same as you|as you did)(?: ,)? i (?:also |too )?(?:went|studied|graduated|am|was|trained|worked|read|did|served|grew|came|started)|(?:where|as) you (?:also |both |yourself )?(?:studied|went|trained|graduated|worked|taught|did|read)',
  ),
  make(
    'shared-event',
    0.95,
    '(?:(?:i|we) (?:<adv*>)(?:also )?)?(?:met|saw|heard|watched|caught|enjoyed|attended|loved|was at|were at|sat (?:in on|through|in)|listened to) (?:you (?:<w> ){0,2}?(?:speak|speaking|talk|talking|present|presenting|play|perform|sing|lecture|read|at|on (?:the|stage|a) ?(?:panel|stage)?|give|giving)|your (?:<w> ){0,3}?(?:talk|keynote|session|panel|presentation|speech|lecture|reading|performance|seminar|webinar|workshop|recital|concert|exhibition|stand|booth|stall|open day|sermon|address|set|gig|class))',
  ),
  make(
    'shared-event',
    0.95,
    `(?:i|we) (?:<adv*>)(?:had |have |all |both |briefly |once |also )*met (?:you(?! (?:at home|yet))|your|each other|at|in|on|last|briefly|yesterday|through|over|when|once|there|during|${LAST})|(?:nice|great|good|lovely|pleasure|enjoyed|a pleasure|delight|wonderful|glad|fun) (?:to meet|meeting|to have met|talking (?:to|with)|chatting (?:to|with)|speaking (?:to|with)|to talk|to speak|seeing|to see|running into|to chat|bumping into|catching up|to catch up) (?:with |to )?you(?: (?:<w> ){0,3}?${LAST})|(?:sat|stood|seated|standing|sitting|queued) (?:right |just )?(?:next to|beside|behind|near|opposite|across from|with) (?:you|each other|one another)`,
  ),
  make(
    'earlier-contact',
    0.95,
    `(?:we|you and i|you and me|i and you|me and you|ourselves) (?:<adv*>)(?:had |have |were |both |last |all )*${MEET}(?= (?:with|to|at|in|on|about|for|and|over|briefly|last|yesterday|that|,|\\.|a|an|the|this|when|before|earlier|into|next|cards|numbers|emails|some|you|three|two|four|six|<number>|<w>))`,
  ),
  make(
    'earlier-contact',
    0.9,
    `(?:i|we|you and i|you and me) (?:<adv*>)(?:had |have had |were having |had had |did have |have |grabbed |shared |booked |had booked |arranged |set up |were to have |were supposed to have |said we would have )(?:a |an |that |our |some |the |<w> ){0,3}?(?:<chat>|date|oclock|agreement|deal)(?= (?:with you|${LAST}|down|booked|set|scheduled|arranged|in the diary|pencilled|together|planned|,))`,
  ),
  make(
    'earlier-contact',
    0.9,
    `(?:spoke|spoken|speaking|talked|chatted|speak|talking|conversation|chat|chatting|met|corresponded|in touch) (?:briefly |earlier |just )?(?:with|to) you (?:<w> ){0,2}?${LAST}`,
  ),
  make(
    'earlier-contact',
    0.9,
    `(?:our|that) (?:<w> ){0,2}?(?:<chat>|time together|discussions|agreement|contract|arrangement|correspondence|last)(?= (?:${LAST}|and|,|\\.|i|we|you|was|were|has|is) )`,
  ),
  make(
    'earlier-contact',
    0.9,
    `(?:return|returning|returned|answering|reply to|replying to|responding to|response to|thanks for|thank you for|regarding|about|got|received|have|had|confirm|confirming|reminder (?:about|of|for)|remind you (?:about|of)|reschedule|book|booking|following up on|follow up on|following up from|further to|reference to|re|for|discuss|with regard to|with regards to|in relation to|concerning|of|change|cancel|move|check on|status of|update on|on|processed|reviewed|looked at|reviewing|read) (?:your|the) (?:<w> ){0,3}?${CUSTOMER}(?= (?:to|for|about|on|with|at|of|from|last|yesterday|this|tomorrow|today|,|\\.|is|has|was|and|that|which|you|we|through|in|number|next|a|earlier|came|coming|due|ready|before|so|if|because|since|the|when|<day>))`,
  ),
  make(
    'earlier-contact',
    0.9,
    '(?:thanks|thank you|thankful|grateful|appreciate|appreciated)(?: so much| very much| again| you| a lot| a million)*(?: for| you)? (?:you )?(?:for )?(?:meeting|seeing|taking the time|speaking|talking|calling|chatting|coming|stopping by|visiting|showing|hosting|having|sending|the (?:chat|call|coffee|lunch|talk|tour|email|meeting|conversation|interview|drink|pint|lift|introduction)|your (?:email|call|message|order|visit|interest in our <w>|enquiry|inquiry|application|hospitality|letter|note|voicemail|help (?:last|on|with|yesterday)|time (?:last|on|yesterday|the other))|getting back|returning|answering|replying|booking|letting me)',
  ),
  make(
    'earlier-contact',
    0.9,
    `you (?:<adv*>)(?:had |have |already |all |once |very kindly |were kind enough to |were good enough to |ve )*(?:called|rang|phoned|emailed|wrote|texted|messaged|left|asked|requested|enquired|inquired|applied|came|visited|stopped|dropped|popped|bought|ordered|booked|signed|registered|filled|submitted|sent|gave|lent|offered|promised|told|invited|introduced|hired|interviewed|taught|treated|fixed|sold|attended|joined|contacted|reached out|looked at|spoke|talked|test drove|tried|helped|wanted me|borrowed|rented|donated|enrolled|sat|saw me|met|trained|coached|placed|dropped off|picked up|bid|tendered|mentioned|said|judged|marked|supervised|quoted|painted|rented|ordered|returned|reviewed|rejected|passed on|turned (?:me|us) down|let us|let me|had me|had us|were (?:in|looking|asking|kind|at (?:our|my|the)|after|on|with)|enter|entered|drove|wanted)(?= (?:me|us|our|my|about|at|by|in|for|a|an|the|that|to|with|with|over|back|some|one|your|yesterday|on|last|this|into|no|it|if|when|off|from|earlier|is|was|you|out|,|\\.|through|up|round|two|three|i))`,
  ),
  make(
    'earlier-contact',
    0.85,
    '(?:i|we) (?:<adv*>)(?:had |have |just |also |already )*(?:emailed|wrote to|written to|texted|messaged|interviewed with|applied (?:to|for|at)|submitted|handed|promised|quoted|sent|gave|showed|delivered|installed|fitted|treated|sold|fixed|serviced|posted) (?:<w> ){0,3}?(?:you|your|yours|to you|with you)|(?:the|that|an|my|our) (?:<w> ){0,2}?(?:email|letter|proposal|quote|estimate|resume|cv|application|invoice|sample|samples|note|plans|draft|package|brochure|figures|text|documents|contract|invitation|report|portfolio|manuscript|article|pitch) (?:that )?(?:i|we) (?:<adv*>)(?:had |have |just )*(?:sent|emailed|mailed|gave|wrote|shared|posted|submitted|dropped|delivered|left|forwarded)|(?:i|we) (?:have |ve )?(?:<adv*>)?emailed (?:you|over|across|the)|(?:i) (?:<adv*>)(?:had |have )*(?:applied|interviewed)(?= (?:for|to|with|at|last|on|in|<w>))|my (?:<w> ){0,2}?(?:application|interview|resume|cv|submission|order|appointment|booking)(?= (?:for|with|at|last|on|from|that|is|was|to|,|in|and|i|which|tomorrow|number|\\.))',
  ),
  make(
    'earlier-contact',
    0.85,
    '(?:as|like) (?:we |you |i |was )?(?:discussed|agreed|promised|mentioned|requested|arranged|asked|said|suggested)|(?:have|got|had|we ve got) you (?:down|booked|scheduled|in|pencilled in|penciled in|in the diary)(?: <w>){0,2} (?:for|on|at|with|to|tomorrow|next|this)|you are (?:booked|scheduled|due|expected|registered|enrolled|confirmed|signed up|coming|down)(?: <w>){0,2} (?:for|on|at|in|to|with|tomorrow|next|this)|(?:seeing|expecting|looking forward to (?:seeing|meeting|having)|look forward to (?:seeing|meeting|having)) you (?:<w> ){0,2}?(?:on|tomorrow|at|next|this|today|<day>|for)|(?:last time|when|since|after|before) (?:we|you and i) (?:last |first |next )?(?:spoke|met|talked|saw|chatted|were|did|worked|had|emailed)|(?:since|after) (?:we )?last (?:spoke|met|talked)|(?:when|while|after|since) you (?:were|came|visited|stopped|called|rang|left|bought|signed|moved|stayed|ordered|dropped|picked) (?:<w> ){0,4}?(?:in|at|by|here|us|me|our|with|from|out|round|over)',
  ),
  make(
    'earlier-contact',
    0.8,
    'your (?:<w> ){0,3}?(?:is|are) (?:now |all )?(?:ready|due|in stock|finished|repaired|fixed|done|here|waiting|booked|scheduled|overdue|back from|coming up)|(?:meeting|appointment|interview|session|lesson|call|lunch|dinner|party|rehearsal|viewing|fitting|get together|practice|game|shift)(?: <w>){0,2}? (?:tomorrow|next|this|on (?:<day>|the|<month>)|at|today|<day>)|(?:you|your) (?:<w> )?(?:owe|owed|lent|left|forgot)(?= (?:me|your|a|the|us|behind)) ',
  ),
];

const FALSE_TIES: readonly Tie[] = [
  make(
    'false-tie',
    0.9,
    '(?:companies|businesses|business|executives|professionals|homeowners|people|leaders|folks|owners|someone|somebody|investors|parents|drivers|customers|firms|organi[sz]ations|managers|families|individuals|talent|seniors|clients|candidates|students|landlords|teams|<w>s) (?:just |exactly |much )?(?:like|such as) (?:you|yours|yourself|yourselves)',
  ),
  make(
    'false-tie',
    0.85,
    '(?:came across|come across|found|find|saw|see|noticed|discovered|seen|stumbled (?:on|upon|across)|looked at|checked out|viewed|looking at|spotted|visited|browsing|reading|read|researching|researched) (?:you |your )(?:<w> ){0,4}?(?:on|through|profile|website|site|ad|advert|listing|page|company|business|post|details|house|property|roof|online|linkedin|job|number|name|vacancy|in the|resume|review|reviews|firm|posting|advertisement|work|work online)|(?:your|the) (?:<w> )?(?:ad|advert|listing|posting|profile|advertisement|vacancy|website|webpage|linkedin)(?: (?:on|in|at|for|says))?',
  ),
  make(
    'false-tie',
    0.8,
    '(?:our|my|some|public|the) (?:research|records|database|system|list|data|algorithm)(?: <w>){0,2} (?:show|shows|indicate|indicates|suggest|suggests|tell|says|found|picked|flagged)|(?:followed|admired|following|been a fan of|fan of|watched|loved|long admired) (?:you|your)|you (?:have been|are|were) (?:pre )?(?:selected|chosen|identified|shortlisted|qualified|approved|eligible|preapproved)|(?:work|worked|working|help|helped|helping|partner|partnered) (?:with )?(?:other |many |several |lots of |similar |hundreds of |a lot of )*(?:companies|businesses|firms|homeowners|people|families|organi[sz]ations|clients|residents|professionals|owners|business owners)|in your (?:area|neighbou?rhood|industry|sector|space|field|town|city|street)',
  ),
];

/** Denied, conditional or asked about: no tie. */
const DENIED =
  / (?:never|not|have not|did not|haven t|if|unless|whether|do not know|no one|nobody|yet to|in case|once|would love to have|should|could|would|please|until|hope|hoping|want|like) (?:\S+ ){0,3}$/;
/** Told by a machine, an advertisement or a book: not said to the caller. */
const NOT_TO_CALLER =
  / (?:recording|website|advert|ad|profile|linkedin|article|book|report|podcast|interview|sign|brochure|posting|listing|blog|paper|magazine) (?:\S+ ){0,2}(?:says|said)/;

/** Ties between caller and called, true and false. */
export function findBridges(reading: Reading): Move[] {
  const moves: Move[] = [];
  for (const [tie, confidence, test] of [...TIES, ...FALSE_TIES]) {
    for (const hit of hitsOf(reading.stream, test)) {
      const left = leftOf(reading.stream, hit.first);
      if (tie !== 'false-tie' && (DENIED.test(left) || NOT_TO_CALLER.test(` ${hit.norm} `))) continue;
      const quote = quoteOf(reading.stream, reading.words, hit.first, hit.last);
      if (quote === undefined || moves.some((move) => move.charStart < quote.charEnd && quote.charStart < move.charEnd)) continue;
      const via = viaOf(reading.stream, hit.first, hit.last);
      moves.push({ kind: 'bridge', ...quote, tie, confidence, ...(via === undefined ? {} : { via }) });
    }
  }
  return moves;
}

/** The first name inside the tie. */
function viaOf(stream: Stream, first: number, last: number): string | undefined {
  for (let index = first; index <= last; index++) {
    const token = stream.tokens[index];
    if (token?.norm === 'NAME') return stream.text.slice(token.charStart, token.charEnd);
  }
  return undefined;
}
