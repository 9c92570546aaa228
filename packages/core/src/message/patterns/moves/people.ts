import type { Message, Move } from '../../../documents/message.ts';
import { pattern } from '../grammar.ts';
import { hitsOf, quoteOf, type Stream } from '../stream/stream.ts';
import { CLASSES } from '../words/classes.ts';
import type { Reading } from './context.ts';

/** The people of the message, and the moves that name them. */
export interface People {
  names: Message['people'];
  moves: Move[];
}

const HELLO =
  "(?:hi|hello|hey|hiya|howdy|dear|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|g'day|gday|greetings|namaste|namaskar|yo|hallo|hullo|hola|alright|all right|aye aye|top of the morning)";
const DEAR =
  '(?:there|again|to you|everyone|all|team|folks|guys|mate|love|luv|sir|madam|dear|darling|babe|hun|dude|cuz|bro|boss|honey|sweetie|buddy|pal|man|pet|duck|kiddo|stranger|neighbou?r)';
const HELLOS = `${HELLO}(?: (?:${DEAR}|,|and|so|${HELLO}))*`;

const GREETING = pattern(`(?:${HELLOS}|NAME ,? ?${HELLO})(?: ,)?(?: (?:is this |this message is for |this is for |for )?NAME)?`, CLASSES);
/** A place where a name stands; `within` is the number of tokens from the start in which it counts. */
interface NamePlace {
  pattern: RegExp;
  within?: number;
}
const place = (source: string, within?: number): NamePlace => ({
  pattern: pattern(source, CLASSES),
  ...(within === undefined ? {} : { within }),
});

/** Tokens in which a message opens. */
const OPENING = 14;
const FOLLOWS = `(?:it is|this is|i am|i|my|you|your|we|could|can|would|hope|sorry|thanks|thank|just|quick|calling|${HELLO})`;
const IS = '(?:this is|it is|that is|it is me ,|it is me|me again ,|you are through to|you are speaking to|this here is|that was)';

/** Where the called person's name stands, the surest first. */
const RECIPIENT: readonly NamePlace[] = [
  place(
    `${HELLOS}(?: ,)? (?:(?:is this|is that|am i speaking (?:to|with)|this is a message for|this is for|message for|it is for|i am (?:calling|looking) for|may i speak to|can i speak to) )?(?<name>NAME)(?! (?:here|speaking|calling|from|with|at|on the line) )`,
    24,
  ),
  place(
    "(?:this (?:message|call) is (?:for|intended for)|a message for|message for|i am (?:calling|trying to reach|looking for|trying to get hold of|ringing|after) (?:for )?|(?:is|was) (?:this|that)(?: ,)?|is this still|trying to reach|trying to get|looking for|hoping to (?:reach|speak to|catch)|calling for|speaking (?:to|with)|reached) (?<name>NAME)(?! 's )",
  ),
  place(`(?:NAME|SPELT)(?:(?: ,)? (?:from|with|at|of|in|over at)<tail:6>)? for (?<name>NAME)(?= [,.!?] )`, 24),
  place(
    `(?<= \\. )(?:oh |well |so |ah |okay |my goodness |, )*(?<name>NAME)(?: (?:sir|madam|ji))?(?: [,!.?](?! (?:PHONE|EMAIL|\\.) )| (?=${FOLLOWS} ))`,
    OPENING,
  ),
  place(`(?:so|and|but|thanks|thank you|sorry|please|anyway|look|cheers|bye|well|listen|oh|goodness)(?: ,)? (?<name>NAME)(?= [,.!?] )`),
  place('(?<= , )(?<name>NAME)(?= [,.!?] (?:i|we|you|could|can|would|it|my|this|please|thank|thanks|let|do|call|hello|hi|good) )'),
];
/** Where the caller says who it is, the surest first. */
const CALLER: readonly NamePlace[] = [
  place("(?:my (?:full |first )?name (?:is|'s)|the name is|name is|my name|myself) (?<name>NAME)"),
  place(`${IS}(?: ,)? (?:only |still |your (?:<w> ){1,3}?,? ?|the <w> ,? ?|(?:the|your|a|an) (?:<w> ){1,5}?, )?(?<name>NAME)(?! 's )`),
  place(
    `(?<=(?: \\.| ,| !| \\?| and| so| again| servant| ${HELLO}| NAME) )(?<name>NAME)(?: ,)? (?:here|speaking|calling|ringing|phoning|on the line|this side|this end)(?= )`,
  ),
  place('i am (?:called )?(?<name>NAME)(?= (?:from|with|at|of|,|\\.|and|the|a|calling|your|here|!|over|in|on) )', 40),
  place(
    `${HELLOS}(?: ,)?(?: NAME)? [,.!?] (?:${HELLO} ,? ?|again ,? ?)?(?<name>NAME)(?= (?:from|with|at|of|here|,|\\.|!|in|on|calling|over|and) )`,
    20,
  ),
  place(`(?<= \\. )NAME [,!.?](?: ${HELLOS} [,.!])? (?<name>NAME)(?= (?:,|\\.|from|with|at|here|calling|in|of|!) )`, OPENING),
  place(`(?<= \\. )${HELLO} (?<name>NAME) (?:from|with|calling from) NAME`, OPENING),
  place('(?<= [.!] )(?<name>NAME)(?: ,)? (?:from|with|at|of) (?:NAME|the|your)', 20),
  place('(?<= [.!?] )(?<name>NAME) [,.!] (?=(?:PHONE|EMAIL|\\. $))'),
  place('(?:thanks|thank you|cheers|bye|regards|yours|best|again|PHONE|EMAIL|ask for|love|it is) [,.!] (?<name>NAME) [,.!]'),
  place('(?<= [.!?] )(?<name>NAME) (?=\\. )'),
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
  const caller = firstName(stream, CALLER);
  const recipient = firstName(stream, RECIPIENT, caller);
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

/** Token of the first name that the surest place holds, other than token `not`. */
function firstName(stream: Stream, places: readonly NamePlace[], not?: number): number | undefined {
  for (const { pattern: test, within } of places) {
    for (const { first, name } of hitsOf(stream, test)) {
      if (name !== undefined && name !== not && (within === undefined || first < within)) return name;
    }
  }
  return undefined;
}
