import type { BridgeKind } from '../../../documents/message.ts';
import { pattern } from '../grammar.ts';
import { CLASSES } from '../words/classes.ts';

/** One way to tell a tie, as a pattern over the stream in which relation nouns are REL (RELS for several people). */
export interface Tie {
  tie: BridgeKind;
  confidence: number;
  pattern: RegExp;
  /** What the words before it must not be. */
  unless?: RegExp;
}

const make = (tie: BridgeKind, confidence: number, source: string, unless?: RegExp): Tie => ({
  tie,
  confidence,
  pattern: pattern(source, TIE_CLASSES),
  ...(unless === undefined ? {} : { unless }),
});

const TIE_CLASSES = {
  ...CLASSES,
  // A verb in the past: the ending, or the common verbs without it.
  past: '(?!interested|indeed|need|feed|speed|exceed|proceed|succeed|hundred|red|bed|shed|wed|united|limited|supposed|concerned|unrated|related|excited|pleased|delighted|based|detailed|aged)[a-z]{2,}ed|met|said|told|thought|caught|brought|sought|overheard|reckoned|gave|sent|left|came|went|took|got|ran|rang|spoke|wrote|bought|sold|taught|saw|heard|sat|put|lent|lost|led|made|found|kept|held|drove|flew|rode|sang|swam|built|caught|paid|did|had|was|were|let|fought|shook|chose|drew|fell|grew|knew|stood|swore|threw|wore|won|brought|dealt|fed|lit|set|cut|bid|read|quit|spent|stole|swept|woke|rented|lay|led|spilt|spelt|dropped|begun|began|did',
  // What the listener did towards the caller.
  deed: 'asked|called|rang|phoned|emailed|wrote|texted|messaged|left|requested|enquired|inquired|applied|came|visited|stopped|dropped|popped|ordered|booked|signed|registered|filled|filed|submitted|sent|gave|lent|offered|promised|said|mentioned|told|invited|introduced|hired|interviewed|taught|treated|fixed|sold|attended|joined|contacted|reached|tried|helped|borrowed|rented|donated|enrolled|trained|coached|placed|returned|rejected|turned|let|chartered|reported|recommended|chose|led|judged|marked|supervised|showed|drove|test drove|subscribed|scheduled|cancelled|canceled|reserved|paid|deposited|viewed|inspected|looked|commissioned|supplied|quoted|delivered|handed|brought|picked|put|shook|took|agreed|bid|entered|passed|photographed|managed|ran (?:our|my|the)|bought (?:from|our|my|the|a <w> from|your)|forgot|noticed my|fell|stood|shouted|waved|saved|picked|volunteered|suggested|wanted (?:me|us)|painted|catered|designed|printed|stayed|saw (?:me|us|my|our)|liked (?:my|our|the)|admired (?:my|our)|praised|complimented|checked|recovered|downloaded|reviewed (?:my|our)|owned|kept',
  // What the caller did for the listener.
  service:
    'sent|emailed|gave|showed|promised|told|quoted|painted|fixed|fitted|installed|delivered|sold|built|repaired|serviced|treated|taught|coached|did|handled|drove|photographed|cleaned|catered|cut|designed|printed|wrote|returned|answered|met|interviewed|recovered|borrowed|bought|ordered|rented|texted|messaged|mailed|posted|shipped|packed|moved|roofed|plumbed|wired|mended|made|baked|framed|hung|tuned|trimmed|planted|nursed|examined|scanned|tested|seated|served|hosted|looked after|took care of|worked (?:for|with|on|under|alongside)|clerked for|interned (?:for|with|under)|studied (?:under|with)|trained (?:with|under)|played (?:with|for|against)|sang with|sat (?:with|behind|beside|near|next to)|rented from|bought (?:<w> ){0,4}?from|owe|owed|beat|helped|lent|left (?:<w> ){0,3}?(?:with|at)|voted for|campaigned for|reported to|booked|registered|enrolled|measured|valued|surveyed|drew up|prepared|completed|finished|processed|mentioned|discussed|arranged|scheduled',
  // One person: a name, or a relation with whose it is.
  person:
    "(?:(?:my|your|our|their|his|her|a|an|the|NAME 's) (?:<w> ){0,2}?REL(?: of (?:mine|yours|ours|NAME))?(?: ,)?(?: NAME)?|NAME|one of (?:your|our|my) (?:<w> )?RELS(?: ,)?(?: NAME)?)",
  group:
    'group|club|team|committee|board|class|course|choir|pta|gym|office|church|chapel|mosque|temple|parish|market|residency|panel|conference|union|workshop|trip|floor|building|flat|flats|lab|programme|program|batch|school|college|university|regiment|squadron|platoon|band|orchestra|association|allotment|allotments|co op|network|chapter|league|cohort|seminar|summit|expo|fair|barbecue|wedding|party|reunion|training|meetup|hackathon|festival|tour|retreat|camp|crew|ship|hall|corridor|night shift|day shift|bus|train|flight|queue|tournament|race|marathon|rally|run|scouts|guides|cubs|rotary|lodge|society|guild|troupe|cast|production|project|cafe|pub|chess|yoga|pilates|spin|night|evening|game|match',
  chat: 'call|chat|conversation|talk|meeting|lunch|coffee|dinner|drink|drinks|beer|pint|interview|word|tea|breakfast|catch up|session|zoom|discussion|visit|appointment|exchange|emails?|correspondence|demo|brunch|cuppa|consultation|introduction|tour|viewing|screening|natter|yarn|encounter|debrief|date|walk|round|game|fitting|review|check ?up|mediation|hearing|tasting|trial|rehearsal|slot|oclock',
  deal: 'appointment|booking|reservation|order|application|enquiry|inquiry|request|quote|estimate|call|email|e mail|message|note|letter|visit|interview|repair|prescription|delivery|test drive|tenancy|session|lesson|consultation|viewing|fitting|complaint|ticket|submission|proposal|invitation|question|feedback|purchase|deposit|registration|survey|inspection|installation|results?|x rays?|glasses|lenses|parcel|suit|dress|renewal|mot|annual service|return|form|paperwork|samples?|draft|cylinder|cake|keys?|frame|portrait|tyres?|tires?|boiler|passport|donation|gift|scan|blood test|check up|cleaning|subs|repeat|referral|entry|manuscript|thesis',
  when: 'last|yesterday|today|this (?:morning|afternoon|week|month|evening)|tonight|on <day>|on the|in <month>|in \\d+|earlier|the other|back in|a (?:few|couple|week|month|year)|<number> (?:days|weeks|months|years)|next|tomorrow|before|previously|recently|<day>|once|ago|at (?:the|your|our|NAME)',
};

const SAYS =
  '(?:is asking|says?|tells?|thinks?|reckons?|suggests?|mentions|recommends|swears|insists|wants|speaks|speaking|sends|gives|lists|puts|promises|sings|asks|keeps|knows|works|has|have|hopes|vouches|is (?:your|on your)|was (?:your|on your)|used to|would like)';
/** Names in these places are the caller's, the listener's or a firm's own. */
const NOT_A_THIRD = / (?:is|am|from|at|with|of|for|hi|hello|hey|dear|morning|afternoon|evening|, from|name|in|on|behalf of|representing) $/;
/** The listener's deed is only wished for, asked about or imagined. */
const UNREAL =
  / (?:if|whether|did|do|would|could|should|will|can|may|might|wish|unless|until|till|once|in case|hope|hoping|have|had|were|are|is|was|what|how|ever|imagine|ensure|making sure|make sure|get|getting|help|make|love it if|like it if|grateful if|before|as soon as|suppose|supposing|glad|because i thought|not sure|wondering|after) (?:\S+ )?$/;
/** What anyone can read or see is no tie. */
const PUBLIC =
  / (?:i|we) (?:\S+ )?(?:see|saw|seen|read|notice|noticed|understand|heard|hear|gather|believe|found|learned|learnt|discovered|figured|thought|think|bet|guess|assume|imagine|expect|feel|felt|noticed that|am sure|was sure) (?:that |about |how |online |somewhere |where )?$/;
/** Ties, the surest first. */
export const TIES: readonly Tie[] = [
  make(
    'mutual-contact',
    0.95,
    '<person> (?:is|was) (?:<adv*>)(?:a |an |the )?(?:<w> )?REL (?:of|to) (?:us both|both of us|both|ours|yours and mine|mine and yours|you and me)',
  ),
  make(
    'shared-organisation',
    0.9,
    '(?:like you|same as you|as you are)(?: ,)? (?:also )?(?:a|an) (?:<w> ){0,2}?(?:member|fellow|resident|tenant|parent|owner|trustee|volunteer|governor|season ticket holder|subscriber) (?:of|at|in|with) ',
  ),
  make('earlier-contact', 0.85, 'you (?:<adv*>)(?:had|have had|got|did) (?:<w> ){1,6}?with (?:us|me) <when>', UNREAL),
  make(
    'earlier-contact',
    0.9,
    'you have (?:a|an|your) (?:<w> ){0,2}?(?:appointment|booking|reservation|interview|session|lesson|cleaning|viewing|fitting|test drive|meeting)(?= (?:with|on|at|tomorrow|this|next|for|coming|scheduled|today) )|(?:thanks|thank you)(?: so much| very much| again)* for (?:your (?:<w> ){0,2}?(?:purchase|order|donation|gift|business|custom|loyalty)|(?!your)<w>ing (?:<w> ){0,4}?(?:our|us|my|me)(?= ))|we (?:were|are) (?:both )?(?:supposed|due|meant|scheduled|to have|going) (?:to )?(?:meet|speak|talk|have|chat|see|sit)|(?:calling|ringing|phoning|getting) (?:you back|back to you)|i <adv*>(?:had |have )?(?:submitted|sent|dropped|handed|put|turned|uploaded|emailed)(?: in| off| over)? my (?:<w> ){0,2}?(?:resume|cv|application|portfolio|forms?|paperwork|references)',
    / (?:if|will|would|of) $/,
  ),
  make(
    'mutual-contact',
    0.9,
    "<person> (?:is|was|'s) your (?:<w> )?REL|NAME (?:says|said|sends|asked me to say) (?:hello|hi|his|her|their|regards|to say)|(?:speaking|talking|spoke|talked|chatting|chatted) (?:to|with) <person><tail:8> your name|your name (?:came up|was given|was passed)",
    UNREAL,
  ),
  make(
    'shared-organisation',
    0.85,
    '(?:down|across|along|up|over) the (?:hall|corridor|road|street|way|lane|landing) from (?:you|your)|(?:took|take|taking|attended|joined|did|finished|am taking) your (?:<w> ){0,2}?<group>|(?:i|we) used to (?:work|live|play|sing|report|study|teach|sit|train|serve|ride|fish|sail) <gap:4>(?:you|your|together)|(?:i|we) (?:<past>|am|work|live|teach) <gap:8>(?:same as you|just like you|as you did)',
    UNREAL,
  ),
  make('shared-event', 0.85, '(?:saw|spotted|noticed) you at (?:the|your|our|NAME)'),
  make(
    'referrer',
    0.8,
    `(?:he|she|they) <adv*>(?:has |had |have )?(?:said|says|told|tells|mentioned|mentions|reckons|reckoned|thought|thinks|suggested|suggests|gave|recommended|swears) <gap:6>(?:you|your|yours)(?! (?:can|could|would|will|should) )`,
    / (?:who|and he|and she|everyone|people|if|what) $/,
  ),
  make('mutual-contact', 0.85, "your (?:<w> )?REL (?:<past>|<w>s|has <past>|is|'s) (?:<w> ){0,3}?(?:my|our|me|us)(?= )", UNREAL),
  make('shared-organisation', 0.85, '(?:i|we) (?:was|were) <gap:8>with you (?:in|at|on|for|when|back|during|last|until|till|from)'),
  // Somebody who sends the caller or knows both: "your deputy, Carol, ran our course and said you're the one".
  make(
    'referrer',
    0.95,
    `<person>(?:(?: ,)? (?:at|from|in|over at|of|with|down at|here at|on|our|your|the|a|and NAME)<tail:5>)?(?:(?: ,)? (?:who|whom|which|that)<tail:9>)?(?: ,)? (?:<adv*>)(?:has |had |have |very |kindly |recently |once |both )*(?:<past>|${SAYS}|(?:is|'s|was) <w>ing) (?:<gap:10>(?:you|your|yours|yourself)|<gap:4>(?:i (?:should )?(?:call|ring|get in touch|contact|reach|try)|me to (?:call|ring|contact|get in touch|phone|reach|try)|touch base|we should (?:talk|speak|meet|connect)))`,
    NOT_A_THIRD,
  ),
  make(
    'referrer',
    0.95,
    `(?:given|passed|told|referred|recommended|introduced|sent|pointed|put|directed|connected|advised|suggested|handed|forwarded|got|get|had|have|found|took|obtained|received|recommendation|suggestion|advice|request|behest|urging|referral|introduction|intro|encouragement|insistence|blessing|number|name|details|through|via|courtesy|thanks) (?:<w> ){0,6}?(?:by|from|through|via|off|of|to|on to|onto) <person>(?= (?:,|\\.|who|at|and|i|we|in|from|over|!|about|on|that|as|because|so|said|yesterday|last) )`,
    / (?:i|we|you|he|she) (?:have|had|found|took|got|get|will) $/,
  ),
  make(
    'referrer',
    0.95,
    `(?:got|get|had|have|found|took|obtained|received|been given|given|handed) (?:your|you 're) (?:<w> )?(?:name|number|details|contacts?|email|card|mobile|info|information) (?:<w> ){0,2}?(?:from|off|through|via|by) (?:<person>|the <w>)`,
  ),
  make(
    'referrer',
    0.9,
    "(?:on|at|with) (?:NAME|(?:my|your|our) (?:<w> )?REL(?: NAME)?) 's (?:<w> )?(?:suggestion|recommendation|request|urging|advice|behest|insistence|referral|introduction|say so|word|blessing)",
  ),
  make('referrer', 0.85, '<person> (?:on|in|at|from|over in) your (?!area|neighbou?rhood|industry)<w>', NOT_A_THIRD),
  make(
    'referrer',
    0.9,
    `<person> <gap:5>(?:gave|given|listed|lists|list|named|names|put|puts|provided|offered|used|cited|cites|down|gives) <gap:5>(?:reference|references|referee|referees|emergency contact|next of kin|guarantor|as (?:her|his|their|a) (?:<w> ){0,4})|(?:reference|references|referee)(?: check)? (?:on|for|about) NAME|(?:checking|check) (?:a )?references? `,
    undefined,
  ),
  make(
    'mutual-contact',
    0.95,
    "(?:a |our |my |your |the )?(?:mutual|common|shared) (?:REL|RELS|connections?|contacts)|(?:REL|RELS|people|<w>) in common|REL of (?:yours|NAME)|(?:(?:i am|this is|it is|as|am|,|, i am) )?(?:NAME |, )*NAME 's (?:<w> ){0,2}?(?:REL|boy|girl|lad|eldest|youngest|widow|old <w>)",
  ),
  make(
    'mutual-contact',
    0.9,
    "(?:i|we) (?:both )?(?:also |once )?(?:know|knew|work with|worked with|am married to|was married to|live with|went to school with|teach|coach|employ|manage|look after|play with|studied with|went out with) (?:your (?:<w> )?REL|NAME 's)|your (?:<w> ){0,2}?REL(?: ,)? NAME|NAME ,? (?:who )?(?:your REL|your (?:former|old|new|previous|ex)|from your)",
    UNREAL,
  ),
  make(
    'mutual-contact',
    0.9,
    '(?:(?:i am|it is|this is|am|NAME ,?|only|just) )(?:only |just |NAME ,? ?|also )*your (?:<w> ){0,2}?(?:REL|ex \\w+)(?= )',
    / (?:with|about|from|for|to|of|by) $/,
  ),
  make(
    'shared-organisation',
    0.9,
    '(?:we|you and i|you and me) (?:are |were |have |had |did )?both|(?:we|you and i|you and me|both of us|the two of us|i and you) (?!might|could|can|should|would|will|may|shall)(?:all |also |once |used to |briefly )?(?:are |were |have |had )?(?:share an?|share the|shared an?|shared that|share our|shared our|<w>)(?: <w>){0,6}? (?:together|each other|one another|next to|in the same|at the same|on the same|same <w>|side by side)|we share (?:a|an|the|our)|we shared',
  ),
  make(
    'shared-organisation',
    0.85,
    '(?:worked|work|working|served|serve|interned|clerked|studied|trained|lived?|volunteered|volunteer|played?|sang|sing|sat|rent|rented|reported|report|taught|roomed|flew|sailed|rowed|overlapped) (?:<w> ){0,6}?(?:with you|for you|under you|alongside you|beside you|next to you|near you|behind you|opposite you|across (?:the <w> )?from you|above you|below you|with your|for your|under your|two doors|next door|your (?:<w> ){0,2}?(?:REL|tenant|student|class|team|course|seminar|building|department|parish|church|street|road|choir|club|league|section|lecture|cohort|house|office|lab|batch|squad|crew|shop|programme|program|junior|senior|year|district|constituency|ward))(?= )|(?:am|was|were|been) (?:<w> ){0,3}?(?:your (?:<w> ){0,2}?(?:REL|ex \\w+|junior|senior)|(?:in|on|at|from|with|of|under|above|below|across from|opposite|behind|beside|next to|near) (?:you(?= (?:in|at|on|back|during|when|last|for|,|\\.|that|the) )|your (?:<w> ){0,2}?<group>))(?= )',
    / (?:would|to|like|love|could|can|will|not|never|who|they|he|she|please|hope|want) (?:be )?(?:\S+ )?$/,
  ),
  make(
    'shared-organisation',
    0.8,
    "from (?:the|our|your|NAME 's|NAME) ?(?:<w> ){0,3}?<group>(?= (?:,|\\.|!|here|in|last|at|on|and|i|we|again|calling|about|you|just|with|it|could|can|your|the|that) )|(?:in|on|at|with|through|from|of) (?:our|your) (?:<w> ){0,2}?(?:<group>)(?= (?:,|\\.|!|in|last|and|at|on|we|i|back) )|from (?:next door|upstairs|downstairs|across the (?:road|street|hall|way)|down the (?:road|street|hall|corridor)|(?:number|flat|apartment|unit|room|suite|house) (?:<number>|\\w+)|accounts|payroll|facilities|work|church|school|over the road|book club|the other side of)|two doors (?:down|up|along)|(?:<number>|a) doors? down|next door(?: to| neighbou?r)",
  ),
  make(
    'shared-school',
    0.9,
    "(?:alum|alums|alumni|alumnus|alumna|alumnae|old boy|old girl|batchmate|passout|your (?:junior|senior|batch|alma mater)|our alma mater|fellow NAME|class of (?:'|ninety|eighty|seventy|two thousand|nineteen|oh|\\d+)|(?:fellow|also an?|another|proud|a) (?:<w> ){0,2}?(?:grad|graduate|alum|alumni)(?= (?:,|\\.|and|who|from|class|too|like|here) )|(?:year|years|batch|batches|class|classes|grade) (?:above|below|after|behind|ahead of|before|junior to|senior to|your) ?(?:you|yours|me)?)",
    / (?:the|for|seeking|any|of|our) (?:recent |new )?$/,
  ),
  make(
    'shared-school',
    0.9,
    '(?:like you|same as you|as you did|just like yourself|like yourself)(?: ,)? i (?:have |had )?(?:also |too )?(?:been|<past>|am|went)|i (?:<past>|went) (?:at|for|with|in|to) <gap:3>NAME(?: ,)? (?:too|as well)|i (?:also|too) (?:<past>|work|live|serve|teach|coach|play|go|went) <gap:4>(?:NAME|there|same)|same (?:<w> ){0,2}?(?:school|college|university|uni|class|year|course|programme|program|batch|degree|department|regiment|team|company|firm|church|gym|street|building|village|town|club|board|choir|estate)(?: (?:as|with) (?:you|yours|your <w>))?',
  ),
  make(
    'shared-event',
    0.95,
    '(?:saw|heard|watched|caught|enjoyed|attended|loved|was at|were at|sat (?:in on|through|in)|listened to|see|hear|in the (?:audience|room|crowd) (?:for|at|when)|came to|at|after|about|from) (?:you (?:<w> ){0,2}?(?:speak|speaking|talk|talking|present|presenting|play|perform|sing|lecture|read|on (?:the|stage|a) ?(?:panel|stage)?|give|giving)|your (?:<w> ){0,3}?(?:talk|keynote|panel|presentation|speech|lecture|reading|performance|seminar|webinar|workshop|recital|concert|exhibition|stand|booth|stall|open day|open house|sermon|gig|masterclass|launch|show))',
    UNREAL,
  ),
  make(
    'shared-event',
    0.9,
    `(?:i|we|you and i) (?:<adv*>)(?:had |have |both |briefly |all )*met(?! with (?:a|the|our)) ?|(?:nice|great|good|lovely|pleasure|enjoyed|delight|wonderful|glad|fun|honour|honor) (?:to meet|meeting|to have met|talking|chatting|speaking|to talk|to speak|seeing|to see|running into|to chat|bumping into|catching up|to catch up|working) (?:with |to )?you(?= (?:<w> ){0,3}?<when>)|(?:sat|stood|seated|standing|sitting|queued|walked|danced|rode) (?:right |just )?(?:next to|beside|behind|near|opposite|across from|with|together)`,
    / (?:not|never|if|should|could|hope|yet|we have yet to) (?:\S+ )?$/,
  ),
  make(
    'earlier-contact',
    0.95,
    `(?:we|you and i|you and me|i and you|me and you) (?:<adv*>)(?:had |have |were |all |last |once |briefly )*(?:spoke|spoken|talked|chatted|emailed|corresponded|exchanged|swapped|were (?:introduced|paired|seated|put)|bumped into|ran into|run into|crossed paths|caught up|connected|shook hands|agreed|discussed|arranged|touched base|debated|argued|traded|texted|messaged|go (?:way )?back|overlapped|left it|were (?:saying|talking|discussing|chatting)|said we|were to|shook)(?= )(?! (?:to|with) (?!you|your|each|one))`,
    / (?:not|never|if|should|could) $/,
  ),
  make(
    'earlier-contact',
    0.9,
    `(?:i|we|you and i|you and me) (?:<adv*>)(?:had |have had |were having |have |grabbed |shared |booked |arranged |set up |were to have |were supposed to have |did )(?:a |an |that |our |some |the |<w> ){0,3}?<chat>(?= (?:with you|<when>|down|booked|set|scheduled|arranged|in the|pencilled|together|planned|,|about|and|over|for|\\.) )`,
    / (?:would|could|should|can|if|might|may|to|we ve) (?:\S+ )?$/,
  ),
  make(
    'earlier-contact',
    0.9,
    `(?:spoke|spoken|speaking|talked|chatted|speak|talking|conversation|chat|chatting|met|corresponded|in touch|dealt|worked|trained|flew|served) (?:briefly |earlier |just )?(?:with|to) you (?:<w> ){0,2}?<when>`,
    / (?:to|not|look forward|looking forward to|love|like) $/,
  ),
  make(
    'earlier-contact',
    0.9,
    `(?:our|that) (?:<w> ){0,3}?(?:<chat>|time together|agreement|contract|arrangement|last)(?= (?:<when>|and|,|i|we|you|was|were|has|is|at|with|about|over|from|here|that|on|\\.) )`,
    / (?:all|hear|try|join|attend|schedule|book) (?:of )?$/,
  ),
  make(
    'earlier-contact',
    0.85,
    `(?:returning|returned|answering|replying to|responding to|in response to|got|received|have|had|processed|reviewed|looked at|reviewing|finished|completed|confirm|confirming|reminder (?:about|of|for)|remind you (?:about|of)|reschedule|following up (?:on|from|about)|follow up (?:on|from|about)|following on from|further to|missed|miss|in (?:reference|regards?|response|relation) to|with (?:reference|regard|regards) to|in relation to|status of|update on|regarding|about|concerning|on|re|for|discuss|of|with|change|cancel|move|check on|since|after|before|from) (?:your (?:<w> ){0,3}?<deal>|the (?:<w> ){0,3}?(?:email|letter|quote|estimate|interview|proposal|appointment|message|invitation|viewing|fitting|booking))(?= (?:to|for|about|on|with|at|of|from|last|yesterday|this|tomorrow|today|,|\\.|is|has|was|and|that|which|you|we|through|in|number|next|a|earlier|came|coming|due|ready|before|so|if|because|since|the|when|<day>|ending|back|now) )`,
    / (?:more|learn|any|hear|to|send|schedule|book|free|a|no|about) (?:\S+ )?$/,
  ),
  make(
    'earlier-contact',
    0.85,
    "your (?!(?:<w> ){0,3}?(?:account|warranty|computer|business|listing|loan|balance|payment|eligibility|profile|website|site|package|service|subscription|company|time|area|license|licence|name|number|credit|identity|card|vehicle|email) )(?:<w> ){0,4}?(?:is|are|was|were|'s) (?:now |all |still |already |just )?(?:ready|due|in stock|in|finished|repaired|fixed|done|here|waiting|booked|scheduled|overdue|back|coming up|for (?:delivery|collection)|missing|confirmed|expiring|up for|on (?:<day>|the|its way)|tomorrow|at <clock>|with us)(?= )|your <deal> (?:ending|number|of|from|on|for|with|dated|expires|came|has|was|needs)",
    / (?:if|when|what|is|are|whether|like|that|of) (?:\S+ )?$/,
  ),
  make(
    'earlier-contact',
    0.9,
    '(?:thanks|thank you|thankful|grateful|appreciate|appreciated)(?: so much| very much| again| you| a lot| a million)*(?: for)? (?:you )?(?:for )?(?:meeting|seeing|taking the time|speaking|talking|calling|chatting|coming|stopping|visiting|showing|hosting|sending|having me|getting back|returning|answering|replying|booking|letting me|buying|ordering|choosing us|the (?:chat|call|coffee|lunch|talk|tour|email|meeting|conversation|interview|drink|pint|lift|introduction|loan)|your (?:email|call|message|order|visit|enquiry|inquiry|application|hospitality|letter|note|voicemail|reply|question|help (?:last|on|with|yesterday)|time (?:last|on|yesterday|the other)))',
  ),
  make(
    'earlier-contact',
    0.9,
    'you (?:<adv*>)(?:had |have |already |all |once |very kindly |were kind enough to |were good enough to |kindly )*(?:asked|called|rang|phoned|emailed|wrote|texted|messaged|requested|enquired|inquired|applied|visited|booked|ordered|registered|signed|told|invited|reached out|contacted|left)(?= )',
    UNREAL,
  ),
  make(
    'earlier-contact',
    0.85,
    'you (?:<adv*>)(?:had |have |already |once |very kindly |were kind enough to |were good enough to |kindly |guys )*(?!(?:recently|just) )(?:<deed>|had (?:me|us|my|our)|were (?:in|at (?:our|my|the)|asking|after|on our|with us|kind|down|right)|(?:recently |just )?(?:spoke|talked|met|chatted|worked|flew|studied|served|sat|travelled|trained|played|ran|sang) (?:<w> ){0,3}?(?:with|to|together|at|in|next|beside|on))(?= )',
    new RegExp(`${UNREAL.source}|${PUBLIC.source}`),
  ),
  make(
    'earlier-contact',
    0.85,
    '(?:i|we|our (?:<w> )?<w>) (?:<adv*>)(?:had |have |also |already |last |once )*<service> (?:(?!like|that|if|to|because|such|for people|when|how|what|why)<w> ){0,4}?(?:you|your|yours)(?! (?:like|can|could|would|might|may|should|are|re|will|and your|business|company|website|site|profile|area|industry|competitors?|neighbou?rs?|peers|name|listing|ad|advert|space|sector|neighbou?rhood|town|online|post|industry|RELS|needs) )',
    UNREAL,
  ),
  make(
    'earlier-contact',
    0.85,
    '(?:the|that|an|my|our|a|those) (?:<w> ){0,2}?(?:email|e mail|letter|proposal|quote|estimate|resume|cv|application|invoice|samples?|note|plans?|draft|package|brochure|figures|text|documents?|contract|invitation|report|portfolio|manuscript|article|pitch|form|photos?|link|offer|order) (?:that |which )?(?:i|we) (?:<adv*>)(?:had |have )*(?:sent|emailed|mailed|gave|wrote|shared|posted|submitted|dropped|delivered|left|forwarded|made|handed)|(?:i|we) (?:have )?(?:<adv*>)(?:emailed|sent) (?:you|over|across|my|the|in my)|i (?:<adv*>)(?:had |have )*(?:applied|interviewed|auditioned|bid)(?= )|my (?:<w> ){0,2}?(?:application|interview|submission|appointment|booking|audition|placement)(?= (?:for|with|at|last|on|from|that|is|was|to|,|in|and|i|which|tomorrow|number|\\.) )',
    / (?:not|will|never) $/,
  ),
  make(
    'earlier-contact',
    0.85,
    '(?:as|like) (?:we |you |i |was )?(?:discussed|agreed|promised|mentioned|requested|arranged|asked|said|suggested)|(?:have|got|had) you (?:<w> ){0,2}?(?:down|booked|scheduled|in|pencilled|penciled)(?: in)? (?:for|on|at|with|to|tomorrow|next|this)|you are (?:now |first |all )*due|you are (?:now |first |all )*(?:booked|scheduled|due|expected|registered|enrolled|confirmed|signed up|coming|down|next|first)(?: <w>){0,2} (?:for|on|at|in|to|with|tomorrow|next|this|today)|(?:seeing|expecting|looking forward to (?:seeing|meeting|having)|look forward to (?:seeing|meeting|having)) you (?:<w> ){0,2}?(?:on|tomorrow|at|next|this|today|<day>|for)|(?:last time|when|since|after|before) (?:we|you and i) (?:last |first |next )?(?:<past>)|since (?:we )?last|when you (?:were|<past>)|reminder (?:about|of|for|that) (?:the|your|our|we|you)|remind(?:ing)? you (?:about|of|that|we)',
  ),
  make(
    'earlier-contact',
    0.8,
    '(?:meeting|appointment|interview|session|lesson|lunch|dinner|rehearsal|viewing|fitting|practice|game|shift|review|hearing|check up|surgery|scan|class|test drive|oclock)(?: <w>){0,2}? (?:is )?(?:(?:on|for|this|next) )?(?:tomorrow|today|<day>|the <ordinal>)(?= )|(?:you|your) (?:<w> )?(?:owe|owed|lent|forgot)(?= (?:me|your|a|the|us|behind|to) )|you have got (?:my|our)|(?:hello|hi|hey) again ,? ?NAME',
    / (?:a|an|free|any|for a|have a|schedule a|another|quick|brief|phone|minute|short|book a|arrange a|set up a) (?:\S+ )?$/,
  ),
];

/** What only sounds like a tie. */
export const FALSE_TIES: readonly Tie[] = [
  make(
    'false-tie',
    0.9,
    '(?:<w>s|people|folks|business|talent|someone|somebody|RELS|anyone) (?:just |exactly |much )?(?:like|such as) (?:you|yours|yourself|yourselves)(?= )',
    / (?:i|we) (?:\S+ )?$/,
  ),
  make(
    'false-tie',
    0.85,
    '(?:came across|come across|found|find|saw|see|noticed|discovered|seen|stumbled (?:on|upon|across)|looked at|checked out|viewed|looking at|spotted|browsing|reading|read|researching|researched) (?:you |your )(?:<w> ){0,4}?(?:on|through|profile|website|site|ad|advert|listing|page|company|business|post|details|house|property|roof|online|linkedin|job|vacancy|in the|resume|reviews?|firm|posting|advertisement|work)|(?:your|the) (?:<w> )?(?:ad|advert|listing|posting|profile|advertisement|vacancy|webpage|linkedin)(?: (?:on|in|at|for|says))?',
  ),
  make(
    'false-tie',
    0.8,
    '(?:our|my|some|public|the) (?:research|records|database|system|list|data|algorithm)(?: <w>){0,2} (?:shows?|indicates?|suggests?|tells?|says|found|picked|flagged)|(?:followed|admired|following|been a fan of|fan of|long admired) (?:you|your)|you (?:have been|are|were) (?:pre )?(?:selected|chosen|identified|shortlisted|qualified|approved|eligible|preapproved)|(?:work|worked|working|help|helped|helping|partner|partnered) (?:with )?(?:other |many |several |lots of |similar |hundreds of |a lot of )*(?:companies|businesses|firms|homeowners|people|families|organi[sz]ations|RELS|residents|professionals|owners|business owners)|in your (?:area|neighbou?rhood|industry|sector|space|field|town|city)',
  ),
];
