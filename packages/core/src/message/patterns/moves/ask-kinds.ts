import type { RequestKind } from '../../../documents/message.ts';

const when =
  '(?:(?:on |at |for |this |next |tomorrow |today |tonight |any )*(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|tonight|noon|midday|\\d{1,2}(?:[:.]\\d{2})?(?: (?:am|pm|oclock))?|january|february|march|april|may|june|july|august|september|october|november|december|the \\w+(?:th|st|nd|rd|lfth|first|second|third)|morning|afternoon|evening|week))';

/** What is asked for, told from the words after the frame; the first that fits is taken. */
const KINDS: readonly (readonly [RequestKind, RegExp])[] = [
  [
    'text-reply',
    / (?:text|whatsapp|ping|sms)(?: (?:me|us|back|it|PHONE|this|my|the|on|at|yes|no|your|NAME|,)|$)|^ (?:send|drop|shoot|fire) (?:me|us|over|back) (?:a |an )?(?:quick |short )?(?:text|whatsapp|sms|voice note|voice message|dm)/,
  ],
  [
    'email-reply',
    /^ (?:e-?mail|e mail|mail|write|message|dm|pm|write back) (?:me|us|to|back|EMAIL|it|NAME|at|(?:your|an|the) (?:answer|reply|response))|^ (?:drop|send|shoot|ping|fire) (?:me|us|over|off|back) (?:a |an |your )?(?:quick |short |brief )?(?:e-?mail|e mail|line|note|mail|message|reply|dm)|^ (?:reply|respond|answer|hit reply)(?: back)? (?:to|by|via|on|with) (?:my |the |that |this |your |an )?(?:e-?mail|e mail|mail|message|note|EMAIL)|^ hit reply|^ reply to EMAIL/,
  ],
  [
    'confirm',
    /^ (?:confirm|reconfirm|verify|acknowledge|double check|okay it|rsvp|sign off on|approve|authori[sz]e)\b|^ (?:call|ring|phone|text|email|reply|contact|let)(?: \S+){0,6}? (?:to|and) (?:re)?(?:confirm|verify|rsvp)\b|^ say (?:yes|no)|^ (?:let|give|tell) (?:me|us)(?: know| a)? (?:quick )?(?:yes or|a yes|either way|one way)/,
  ],
  [
    'meeting',
    new RegExp(
      `^ (?:meet|get together|come (?:to|by|in|along|over|out|down|and|up|for|round)|join|visit|drop (?:by|in)|stop by|pop (?:in|over|by|round)|swing by|sit down|attend|see (?:me|us|you|my|our|the|a|each)|have (?:a |an |some )?(?:lunch|coffee|dinner|drink|breakfast|meeting|beer|pint|cuppa|tea|demo|viewing)|grab|do (?:a |an )?(?:lunch|coffee|interview|demo|talk|session|fireside|panel|${when})|buy you|take you (?:to|out|for)|demo|speak at|talk at|present|host|come|make it|book|schedule|reschedule|set (?:up|a)|arrange|fix (?:up|a)|put (?:something|a|some time)|find (?:a|some) time|line up|organi[sz]e|diari[sz]e|pencil)\\b`,
    ),
  ],
  [
    'talk',
    /^ (?:talk|speak|chat|discuss|catch up|connect|jump on|hop on|get on|have (?:a |an |another |some |your )?(?:quick |brief |short |small |proper |little |wee |word|chat|call|conversation|discussion|minute|moment|few|couple|time|talk|an hour|hour|\d+|ten|five|fifteen|twenty|thirty|half)|pick your|go over|go through|run (?:something|an|a|it|through)|walk (?:you|me)|spare|give me (?:\d+|five|ten|fifteen|twenty|thirty|half|a few|a couple|a minute|some)|an hour|half an hour|(?:about |just )?(?:\d+|five|ten|fifteen|twenty|thirty|forty) (?:\S+ )?(?:minutes|mins|minute)|borrow|steal|grab|take (?:\d+|five|ten|fifteen|twenty|a few|up|some|a little)|get (?:\d+|five|ten|fifteen|twenty|some|a few|half|your (?:thoughts|advice|opinion|views|take|ear|feedback|perspective|wisdom|insight))|bounce|explore|learn|hear (?:more|about|your|what you)|tell you|share|show you|introduce|explain|see how|understand)\b/,
  ],
  [
    'other',
    /^ (?:fill (?:in|out)|complete|submit|use|visit|go to|log (?:in|on)|register|sign up|book)(?: \S+){0,6} (?:form|website|site|page|link|portal|app|online|line)\b/,
  ],
  [
    'callback',
    /^ (?:call|ring|phone) (?:or|and|about|regarding|,) |^ (?:bell|hit) (?:me|us)|^ contact |^ (?:do )?the needful|^ (?:call|ring|phone|telephone|buzz|contact|dial|page|try|reach|catch|get hold of|get)(?: (?:me|us|him|her|them|back|NAME|PHONE|on|at|the|our|my|in|this|again|when|once|if|by|before|after|to|so|and|,|\.|collect|today|tomorrow|tonight|anytime|any|as|first|through|for|about|regarding|concerning|please|soon|here|your|their|his|her)|\s*$)|^ (?:give|drop|shoot) (?:me|us|him|her|them|NAME|my|our|the|it|a)(?: \S+){0,4} (?:call|ring|buzz|shout|bell|tinkle|callback|holler|tingle|back)|^ (?:get|come|circle|ring|revert)(?: right| straight)? back|^ get in (?:touch|contact)|^ get hold|^ return (?:my|this|our|the|a)|^ (?:revert|respond|reply|touch base|make contact)|^ (?:speak|talk) (?:to|with) (?:me|us|NAME)|^ pick up|^ (?:hear|hearing|get a call|a call|call back|a callback|a quick call|a return call|a ring)|^ hear (?:back|from)|^ let (?:me|us) hear|^ do the needful/,
  ],
  [
    'answer',
    /^ (?:let (?:me|us) know|tell (?:me|us)|answer|advise|say (?:yes|no|if|whether|which|what|when)|know|ask|find out|check|see|explain|clarify|suggest|name|point me|recommend|think about it|decide|choose|pick|quote|share (?:with me|your|what))\b/,
  ],
  [
    'information',
    /^ (?:send|forward|share|provide|pass|give|get|e?mail|supply|fax|post|drop|let (?:me|us) have|resend|furnish|show|bring|fetch|submit|shoot)\b/,
  ],
];

/** The kind of a request from the words after its frame (as in the stream, starting with a space). */
export function askOf(predicate: string): RequestKind {
  for (const [kind, test] of KINDS) if (test.test(predicate)) return kind;
  return 'favour';
}
