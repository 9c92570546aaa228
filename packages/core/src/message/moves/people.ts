import type { Message, Move } from '../../documents/message.ts';
import { pattern } from '../grammar.ts';
import { type Hit, hitsOf, quoteOf } from '../stream/stream.ts';
import { CLASSES } from '../words/classes.ts';
import type { Reading } from './context.ts';

/** The people of the message, and the moves that name them. */
export interface People {
  names: Message['people'];
  moves: Move[];
}

const HELLO =
  "(?:hi|hello|hey|hiya|howdy|dear|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|g'day|gday|greetings|namaste|yo|hallo|hullo|top of the morning)";
const HELLOS = `${HELLO}(?: (?:there|again|to you|everyone|all|team|mate|love|sir|madam|,|and|${HELLO}))*`;
const FIRM =
  '(?:from|with|at|of|for|over at|out of|representing|calling|ringing|phoning|here|speaking|again|your|in|on|and|,|\\.|back|over|down|next|about|just|!)';

const GREETING = pattern(`(?:${HELLOS}|NAME ,? ?${HELLO})(?: ,)?(?: (?:is this |this message is for |this is for |for )?NAME)?`, CLASSES);
/** Where the called person's name stands, the surest first. */
const RECIPIENT: readonly RegExp[] = [
  pattern(
    `${HELLOS}(?: ,)? (?:(?:is this|is that|am i speaking (?:to|with)|this is a message for|this is for|message for|it is for|i am (?:calling|looking) for|may i speak to|can i speak to) )?(?<name>NAME)(?! (?:here|speaking|calling|from|with|at) )`,
    CLASSES,
  ),
  pattern(
    "(?:this (?:message|call) is (?:for|intended for)|a message for|message for|i am (?:calling|trying to reach|looking for|trying to get hold of|ringing) (?:for )?|(?:is|was) (?:this|that)(?: ,)?|is this still|trying to reach|trying to get|looking for|hoping to (?:reach|speak to|catch)|calling for|speaking (?:to|with)|reached) (?<name>NAME)(?! 's (?:office|house|line))",
    CLASSES,
  ),
  pattern(
    `(?<= \\. )(?<name>NAME) (?:,|!|\\.|\\?)(?: (?:${HELLO}|how are you|oh)(?: (?:there|again|sir|madam))?(?: ,| !| \\.)?)* (?:(?:it is|this is|i am|my name|NAME|you|we|your|here is|${HELLO}|hope|could|can|would|just|thanks|thank|sorry|please|do|quick|a quick|i |<w>) ?)`,
    CLASSES,
  ),
  pattern(`(?:so|and|but|thanks|thank you|sorry|please|anyway|look|cheers|bye|well|listen)(?: ,)? (?<name>NAME)(?= [,.!?] )`, CLASSES),
  pattern(`(?<= , )(?<name>NAME)(?= (?:,|\\.|!|\\?) (?:i|we|you|could|can|would|it|my|this|please|thank|thanks|let|do|call) )`, CLASSES),
];
/** Where the caller says who it is. */
const CALLER: readonly RegExp[] = [
  pattern(`(?:my (?:full )?name (?:is|'s)|the name is|name is) (?<name>NAME)`, CLASSES),
  pattern(
    `(?:this is|it is|this is only|it is only|it is just|this here is|it is me ,|it is me|me again ,|you are through to|you are speaking to)(?: ,)? (?:just |only |still |your (?:old )?<relation> ,? ?|the <w> ,? ?)?(?<name>NAME)(?= ${FIRM} )`,
    CLASSES,
  ),
  pattern(
    `(?<=(?: \\.| ,| !| \\?| and| so| again| ${HELLO}| NAME) )(?<name>NAME)(?: ,)? (?:here|speaking|calling|ringing|phoning|on the line|this side|this end)(?= )`,
    CLASSES,
  ),
  pattern(`i am (?:called )?(?<name>NAME)(?= ${FIRM} |$)`, CLASSES),
  pattern(`${HELLO}(?: there| ,)*(?: NAME)? (?:,|\\.|!) (?<name>NAME) (?:from|with|at|of|here|,|in|on|calling)`, CLASSES),
  pattern(`(?<= \\. )NAME (?:,|!)(?: ${HELLO} ,)? (?<name>NAME)(?= (?:,|\\.|from|with|at|here|calling) )`, CLASSES),
  pattern(`(?<= \\. )${HELLO} (?<name>NAME) (?:from|with|calling from) NAME`, CLASSES),
  pattern(`(?<= \\. )(?<name>NAME)(?: ,)? (?:from|with|at|of) (?:NAME|the|your)`, CLASSES),
  pattern(
    `(?:thanks|thank you|cheers|bye|regards|yours|best|again|so|PHONE|EMAIL|that is|ask for|it is|love) (?:,|\\.|!) (?<name>NAME) (?:,|\\.|!)(?= (?:\\.|PHONE|EMAIL|bye|thanks|thank|cheers|again|\\d))`,
    CLASSES,
  ),
  pattern(`(?:again|once more|once again)(?: ,)? (?:it is|this is|my name is|that is) (?<name>NAME)`, CLASSES),
];
const AFFILIATION = pattern(
  `(?:NAME|here|SPELT|calling|ringing|speaking|i am|we are)(?: ,)? (?<firm>(?:(?:a|an|the|your|their|one of the) (?:<w> ){1,4}?)?(?:calling |ringing |speaking |over |down )?(?:from|with|at|of|for|on behalf of|representing) (?:the |your |our |a |an )?(?:NAME(?: (?:and|of|for|in) (?:the )?NAME)*|<w>(?: (?:office|department|team|desk|clinic|bank|surgery|practice|company|firm|agency|school|shop|garage))))|(?:i am (?:a|an|the|your) (?:<w> ){1,5}?(?:with|from|at|for|of|in) (?:the )?(?:NAME|<w>))`,
  CLASSES,
);

const FIRST_WORDS = 30;

/** Reads who calls and who is called. */
export function findPeople({ stream, words }: Reading): People {
  const moves: Move[] = [];
  const text = (index: number | undefined): string | null => {
    const quote = index === undefined ? undefined : quoteOf(stream, words, index, index);
    return quote === undefined ? null : quote.quote.replace(/\s+/g, ' ');
  };
  for (const hit of hitsOf(stream, GREETING)) {
    const quote = hit.first < FIRST_WORDS ? quoteOf(stream, words, hit.first, hit.last) : undefined;
    if (quote !== undefined && !moves.some((move) => move.kind === 'greeting')) moves.push({ kind: 'greeting', ...quote, confidence: 0.9 });
  }
  const caller = firstName(CALLER.map((test) => hitsOf(stream, test)));
  const recipient = firstName(
    RECIPIENT.map((test) => hitsOf(stream, test)),
    caller,
  );
  if (caller !== undefined) {
    const quote = quoteOf(stream, words, caller, caller);
    if (quote !== undefined) moves.push({ kind: 'caller-name', ...quote, confidence: 0.9 });
  }
  for (const hit of hitsOf(stream, AFFILIATION)) {
    const quote = quoteOf(stream, words, hit.first + 1, hit.last);
    if (quote !== undefined && !moves.some((move) => move.kind === 'affiliation'))
      moves.push({ kind: 'affiliation', ...quote, confidence: 0.7 });
  }
  const called = text(recipient);
  const calling = text(caller);
  return { names: { caller: calling, recipient: called !== null && calling?.startsWith(called) ? null : called }, moves };
}

/** Token of the first name that the surest pattern finds, other than token `not`. */
function firstName(found: readonly (readonly Hit[])[], not?: number): number | undefined {
  for (const hits of found) {
    for (const { name } of hits) if (name !== undefined && name !== not) return name;
  }
  return undefined;
}
