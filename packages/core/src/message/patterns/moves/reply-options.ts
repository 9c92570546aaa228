import type { Move, ReplyChannel } from '../../../documents/message.ts';
import { pattern } from '../grammar.ts';
import { hitsOf, quoteOf } from '../stream/stream.ts';
import { CLASSES } from '../words/classes.ts';
import { leftOf } from './ask.ts';
import type { Reading } from './context.ts';

const make = (channel: ReplyChannel, source: string): readonly [ReplyChannel, RegExp] => [channel, pattern(source, CLASSES)];

const OPTIONS: readonly (readonly [ReplyChannel, RegExp])[] = [
  make('email', '(?:(?:my|the|our) )?(?:(?:email|mail|address|write)(?: (?:address|me|us|is|to|at|on|it is|back))* )?EMAIL'),
  make(
    'email',
    '(?:email|e mail|mail) (?:me|us|it|back|the office|my <w>|your (?:answer|reply|response|thoughts|availability|cv|resume))|(?:by|via|over|through|on|an|to my|to the|with an|or) (?:e )?email(?: address)? ?(?:(?:is|works|will|would|if|too|also|either|whichever|whatever|suits|me|back|does|to me|at EMAIL|EMAIL|fine|instead|as well)|(?= [,.?!]))|(?:drop|send|shoot|ping|fire|write) (?:me|us|over|back) (?:a |an )?(?:quick |short |brief |one line )?(?:email|line|note|mail|reply)|(?:answer|return) (?:the|my|that|this) (?:last |earlier )?(?:email|mail|message|note|invite|invitation)|(?:reply|respond|answer|say)(?: <w>){0,3}? (?:to|by|via|in|on|over|with) (?:my |the |that |this |our |a |an |class )*(?:email|mail)|(?:reply|respond|answer|replying|responding) (?:to|by|via|with|on) (?:my |the |that |this |it |an )?(?:earlier |last )?(?:email|mail|message|note|invite|invitation)|hit reply|(?:answer|reply to) (?:that|it)(?= (?:email|whenever|when|if|there|by|in|[,.]))|write (?:to )?(?:me|us)|email (?:is|works|also works|will do|is fine|is easiest|is best|is better)',
  ),
  make(
    'text',
    '(?:reply|respond|answer|say)(?: <w>){0,3}? (?:to|by|via|in|on|over|with) (?:my |the |that |this |our |a |an |<w> )*?(?:text|whatsapp|message|chat|group)|(?:send|leave|drop|shoot) (?:me|us) (?:a |an )?(?:quick )?(?:voice note|voice message|dm|message|text|whatsapp)|(?:answer|reply to) (?:the|my|that) text|message (?:me|us)|(?:text|whatsapp|sms|imessage|ping|dm|signal|telegram) (?:me|us|back|it|this|that|the|on|at|PHONE|yes|no|either|works|is|or|to|number|message|will|also|too|your|if)|(?:a |by |via |or |on |over |through |send |drop |shoot )(?:quick |me |us |a |an )*(?:text|whatsapp|sms|text message|dm|direct message|linkedin message|message on linkedin|wechat|facebook message|slack)(?: (?:message|me|us|back|to|works|is|will|does|if|too|also|either|on))?',
  ),
  make(
    'assistant',
    '(?:my|our|the|his|her) (?:<w> )?(?:assistant|pa|secretary|office|receptionist|reception|ea|clerk|aide|deputy|agent|manager|daughter|son|executive assistant|scheduler|front desk|colleague|office manager|coordinator|partner|wife|husband)(?: ,? ?NAME)?(?: ,)? (?:can|will|could|would|is able to|is happy to|has my|has the|keeps|handles|books|takes|schedules|arranges|coordinates|looks after) <w>|(?:call|ring|speak to|speak with|talk to|reach|contact|ask for|ask|tell|get|have|through|email|leave (?:it|word|a message|a note|your answer) with|leave word with|with) (?:my|our) (?:<w> )?(?:assistant|pa|secretary|receptionist|reception|ea|scheduler|office manager)(?: ,? ?NAME)?|NAME (?:in|at) (?:my|our) office (?:can|will|has|keeps)|(?:NAME|she|he) (?:can|will) (?:schedule|book|set up|arrange|set|find|fix) (?:it|a|the|us|you|something)|leave (?:word|a note|a message|it|them|your <w>) (?:with|at|in|on|under) (?:the |my |our |NAME|reception)(?:<w> ?)?',
  ),
  make(
    'calendar',
    '(?:calendar|booking|scheduling|calendly|meeting|diary) (?:link|page|invite|invitation)|calendly|(?:book|pick|choose|grab|schedule|reserve) (?:a |any |your |yourself )?(?:a )?(?:slot|time|spot|appointment|place) <gap:3>(?:on|at|from|through|via|in|using) (?:my|our|the) (?:<w> )?(?:calendar|website|site|page|link|app|diary|portal)|(?:accept|decline|answer|respond to|reply to) (?:the|my|that|our) (?:calendar |meeting )?(?:invite|invitation)',
  ),
  make(
    'web',
    '(?:fill (?:in|out)|complete|use|submit|through|via|on|visit|online at|book online|reply|respond|register|sign up|go to|rsvp)(?: <w>){0,5}? (?:the |our |your |a |short |online |quick |simple |contact |web )*(?:form|website|site|portal|app|webpage|web page|link|online|page|chat)(?: (?:on|at|in) (?:our|the|my) (?:site|website|page|email))?|(?:online|website|web site) (?:at|is)|<w>(?:\\.com|\\.org|\\.net|\\.co\\.uk|\\.ie|\\.in|\\.io)|www(?: dot)?(?: <w>){0,3} dot (?:com|org|net|co|ie|in)',
  ),
  make(
    'other',
    '(?:pop|drop|stop|swing|call|come) (?:by|in|into|round|over|up)(?: (?:to|and))? (?:<w> ){0,3}?(?:office|desk|shop|store|stand|booth|stall|reception|house|place|flat|door|any time|anytime|whenever|to say)|(?:leave|put|slip|pop|stick|drop) (?:me |us )?(?:a |your |it |the )?(?:note|message|answer|reply|word|letter|card|key|keys|<w>)? ?(?:under|through|on|at|with|in|behind) (?:the |my |our )?(?:<w> )?(?:door|desk|letterbox|reception|pigeonhole|mailbox|counter|conductor|porter|concierge|neighbour|neighbor|board|windscreen|bar|fridge)|(?:tell|grab|catch|find|nab|collar|see) me (?:at|in|after|before|when|on) (?:the |our |next |lunch|class|church|work|practice|training|school|<day>)|(?:send|write) (?:me )?(?:a )?(?:letter|postcard|fax)',
  ),
];

/** Told of something done or to come from the caller, or refused: no offer to the listener. */
const NOT_OFFERED =
  / (?:send|shoot|email|forward|drop) you (?:\S+ ){0,7}$| (?:i|we|they|he|she|i have|we have|i just|i also|i will|we will|i am going to|we ll|i had|i was|that i|which i|and i|that we) (?:<adv> |just |also |already |then |now |even |can |could |have |has |had |sent you |sent |will |be )*(?:to |by |an |a |via |in |the |my |follow up |follow |it )*$|(?:do not|not|never|no|without|cannot|can not|rather than|instead of|hate|nor|dont) (?:\S+ ){0,2}$| (?:sent|sending|received|got|read|saw|seen|wrote|about|regarding|following up on|from|mentioned in|replied to|answered|ignored|follow up with|followed up with|followed|of|had|your|confirmed|confirm|given|drop you|send you|shoot you|email you|sent you|leave you) (?:you |to |the |an |a |my |your |our |last |by |via |over |that |it |with )*$/;

/** Other ways to answer than calling the number. */
export function findReplyOptions({ stream, words }: Reading): Move[] {
  const moves: Move[] = [];
  for (const [channel, test] of OPTIONS) {
    for (const hit of hitsOf(stream, test)) {
      const left = leftOf(stream, hit.first);
      if (!hit.norm.includes('EMAIL') && NOT_OFFERED.test(left)) continue;
      if (
        hit.norm.includes('EMAIL') &&
        / (?:your address|you at|to you|have you (?:at|as|down)|sent (?:it|you|this|that|them)|emailed) (?:\S+ ){0,3}$/.test(left)
      )
        continue;
      if (channel === 'text' && / (?:reply|press|standard|rates|text (?:is|was)) $/.test(left)) continue;
      const quote = quoteOf(stream, words, hit.first, hit.last);
      if (quote !== undefined && !moves.some((move) => move.charStart < quote.charEnd && quote.charStart < move.charEnd))
        moves.push({ kind: 'reply-option', ...quote, channel, confidence: 0.8 });
    }
  }
  return moves;
}
