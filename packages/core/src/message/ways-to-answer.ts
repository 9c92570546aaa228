import type { Move, ReplyChannel } from '../documents/message.ts';
import type { Transcript } from '../documents/transcript.ts';
import { quoteAt } from './quote.ts';
import type { TokenLine } from './token-line.ts';

/** Where the listener is told what to do or may do: behind a stop, "please", "or", "you can", "could you", "feel free to". Looked for where words begin. */
const TO_YOU =
  '\\b(?=\\w)(?<=^|[.?!,] |PHONE |EMAIL |TIME |\\b(?:and|or|but|so|then|please|just|kindly|simply|also|always|instead|either|better|alternatively|otherwise|easier|quicker|simpler|handier|maybe|perhaps) |\\b(?:can|could|may|might|will|would) you (?:please |just |also |kindly |maybe )?|\\byou (?:can|could|may|might|are free to|are welcome to|are able to|prefer to|would rather|like to) (?:also |always |just |either |even |as well )?|\\b(?:free|welcome|easier|easiest|simpler|quicker|handier) to )';

/** Messages that are written. */
const BY_TEXT = '(?:text message|text|whatsapp|sms|dm|imessage|signal|telegram|slack)';
const BY_MAIL = '(?:e mail|email)';
const WRITTEN = `(?:${BY_TEXT}|${BY_MAIL})`;
/** An order to the listener, not what the caller or others do: "put a hi", "shout yes or no". */
const ANY_ORDER = '(?!(?:i|we|he|she|it|they|not|no|who|that|this|these|the|a|an|my|our|your|is|are|was|were|as|in|at|if|when)\\b)\\w+';
const OTHER_THAN_I = '(?:my|our) (?:\\w+ ){1,3}?';
/** Where somebody takes calls for others. */
const DESK =
  '(?:(?:\\w+ )?office|front desk|desk|reception|switchboard|surgery|practice|clinic|secretary|receptionist|assistant|coordinator|registrar|scheduler)';
const A_TIME = '(?:time|date|slot|call|meeting|chat|visit|talk|appointment|hour|moment|day)';
/** To set a time for somebody, or to take an answer. */
const ARRANGE = `(?:set (?:up (?:something|a ${A_TIME}|it|one|that)|(?:something|it|one|that|this|a ${A_TIME}) up)|(?:arrange|book|schedule|organi[sz]e|find|agree|pencil)(?: (?:you|us|me))? (?:in\\b|something|it|one|that|either|both|a (?:\\w+ )?${A_TIME})|(?:fix|settle|sort out) a (?:\\w+ )?${A_TIME}|take (?:a message|messages|your (?:answer|reply|call|order|booking|message|details|name)|the (?:answer|message|reply|booking))|pass (?:it|the message|your \\w+|messages|word|anything) (?:on|along|to me)|put you (?:down|in|through)|note (?:it|your \\w+))`;
const CAN = '(?:can|will|could|would|is able to|(?:is|are) (?:happy|glad|there) to) (?:also |always |easily |gladly |happily |then )?';
/** What such a person does as a habit. */
const ARRANGES =
  '(?:notes it|(?:books|schedules|arranges|handles|takes) (?:those|them|these|messages|appointments|bookings|answers|calls|names)|(?:takes|notes|keeps) (?:my|our|the|your) (?:messages|calls|answers?|bookings|appointments))';

/** What is said of a way that will do. */
const SERVES =
  '(?:will do|would do|works|does (?:it|the job|the trick)|(?:is|would be|will be) (?:\\w+ )?(?:fine|ok|okay|good|great|best|easiest|easier|enough|welcome|perfect|plenty))\\b';

/** Not the thing to be sent, which is another ask: "email me the contract". */
const NO_OBJECT = '(?! (?:a|an|the|your|any|some|whatever|that|those|these|all|over|about)\\b)';

/** Ways to answer other than calling the number, in other words than the stock ones; each tells the listener who takes the answer, or how. */
const WAYS: readonly (readonly [ReplyChannel, string])[] = [
  ['text', `${TO_YOU}(?:text|whatsapp|message|dm|sms) (?:me|us)\\b${NO_OBJECT}`],
  ['email', `${TO_YOU}(?:e mail|email|write to) (?:me|us)\\b${NO_OBJECT}`],
  ['email', `${TO_YOU}write (?:me|us) (?:back|a (?:line|note|word|few words|few lines))\\b`],
  [
    'email',
    `${TO_YOU}(?:drop|shoot|fire|send|pop|flick|ping) (?:me|us) (?:back )?(?:a|an|one) (?:\\w+ )?(?:line|note|e mail|email|postcard)\\b`,
  ],
  [
    'text',
    `${TO_YOU}(?:drop|shoot|fire|send|pop|flick|ping) (?:me|us) (?:back )?(?:a|an|one) (?:\\w+ )?(?:text|message|whatsapp|dm|sms)\\b`,
  ],
  [
    'text',
    `${TO_YOU}(?:reply|respond|answer|revert|get back|come back|let (?:me|us) know|tell (?:me|us)|reach (?:me|us)|get (?:me|us)|contact (?:me|us))(?: (?!not\\b)\\w+){0,3}? (?:by|via|over|on|with|through) (?:a |an )?(?:quick |return )?${WRITTEN}\\b`,
  ],
  [
    'text',
    `${TO_YOU}${ANY_ORDER}(?: (?!(?:not|i|we|he|she|they|it)\\b)\\w+){0,4}? (?:by|via|over|on|through) (?:a |an )?(?:quick |return )?${BY_TEXT}\\b`,
  ],
  [
    'email',
    `${TO_YOU}${ANY_ORDER}(?: (?!(?:not|i|we|he|she|they|it)\\b)\\w+){0,4}? (?:by|via|over|through) (?:a |an )?(?:quick |return )?${BY_MAIL}\\b`,
  ],
  ['text', `(?<=\\b(?:phone|call|calling|ringing) )or (?:by )?${BY_TEXT}\\b`],
  ['email', `(?<=\\b(?:phone|call|calling|ringing) )or (?:by )?${BY_MAIL}\\b`],
  [
    'assistant',
    '(?<=\\bor (?:just )?)(?:tell|leave (?:it|word) with|give it to) (?!(?:me|us|him|her|them|it|you|your|the|a|an|that|this|what|if|whether|how|why|when|someone|somebody|anyone|anybody|people|everyone)\\b)(?:(?:my|our) )?\\w+',
  ],
  ['text', `\\b(?:texting|messaging|whatsapping)(?: (?:me|us))? ${SERVES}`],
  ['email', `\\b(?:e mailing|emailing)(?: (?:me|us))? ${SERVES}`],
  ['text', '(?<=\\bor (?:just )?)(?:text|message) (?:me )?if (?:you|that|it)\\b'],
  ['email', '(?<=\\bor (?:just )?)(?:write|e mail|email) (?:(?:to )?me )?if (?:you|that|it)\\b'],
  ['text', `\\b(?:a|an) (?:\\w+ ){0,2}?${WRITTEN}(?: (?:back|to me|to PHONE|to (?:this|that|the same|my) number))? ${SERVES}`],
  ['assistant', `(?:\\b${OTHER_THAN_I}|(?<=^|[.?!,] |\\b(?:and|or|but|there|out) )the ${DESK} (?:\\w+ )?)(?:${CAN}${ARRANGE}|${ARRANGES})`],
  ['assistant', `\\b\\w+ (?:at|in|on) (?:my|our|the) (?:\\w+ )?${DESK} (?:${CAN}${ARRANGE}|${ARRANGES})`],
  ['assistant', `\\b(?!(?:i|we|you|it|who|he|she|they) )\\w+ ${CAN}(?:take|note|pass on|pass along) your (?:answer|reply)\\b`],
  [
    'assistant',
    '\\b(?!(?:i|we|you|it|that|this) )\\w+ (?:also )?(?:has|keeps|holds|runs|manages|looks after|handles|minds) (?:my|our) (?:diary|calendar|schedule|appointments|bookings|appointment book|datebook)\\b',
  ],
  [
    'assistant',
    `${TO_YOU}(?:arrange|book|set up|fix|schedule|settle|pick|agree|find|organi[sz]e) (?:a|the|any) (?:\\w+ )?(?:time|slot|date|day|hour) (?:with|through|via) (?!me\\b|us\\b|you\\b|your\\b|no\\b|an?\\b)(?:(?:my|our|the) )?\\w+`,
  ],
  [
    'assistant',
    `${TO_YOU}(?:set|sort|fix) (?:something|it) (?:up|out) (?:with|through|via) (?!me\\b|us\\b|you\\b|your\\b|no\\b|an?\\b)(?:(?:my|our|the) )?\\w+`,
  ],
  [
    'assistant',
    `${TO_YOU}(?:ring|call|phone|try|dial|go through|speak to|contact) (?:(?:my|our|the) )?(?:${DESK}) and (?:ask for|ask them|say|tell|leave)\\b(?: me\\b)?`,
  ],
  [
    'assistant',
    `${TO_YOU}leave (?:word|a message|a note|an answer|your (?:answer|reply|order)|the answer) (?:with|at) (?!me\\b|us\\b|the (?:tone|beep)\\b)(?:(?:my|our|the) )?\\w+(?: (?:at|in|on) (?:my|our|the) (?:\\w+ )?${DESK})?`,
  ],
];
const COMPILED = WAYS.map(([channel, source]) => [channel, new RegExp(source, 'gu')] as const);

/** How far these words are believed. House rule, checked on the corpus, whose labels agree with nearly all of them. */
const CONFIDENCE = 0.95;

/** The ways to answer that closed words of grammar tell; each stretch once. In order. */
export function waysToAnswer({ line, inText }: TokenLine, transcript: Transcript): Extract<Move, { kind: 'reply-option' }>[] {
  const found = COMPILED.flatMap(([channel, pattern]) =>
    [...line.matchAll(pattern)].map(({ 0: words, index }) => ({ channel, from: index, to: index + words.trimEnd().length })),
  ).sort((a, b) => a.from - b.from || b.to - a.to);
  return found
    .filter(({ from }, place) => found.slice(0, place).every((earlier) => earlier.to <= from))
    .map(({ channel, from, to }) => {
      const { charStart, charEnd } = inText(from, to);
      return { kind: 'reply-option', ...quoteAt(transcript, charStart, charEnd), channel, confidence: CONFIDENCE };
    });
}
