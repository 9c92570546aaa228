import { because, leansOnDate } from './because.ts';
import { minutesAfterAsk, takesTime } from './minutes.ts';
import type { SpeechParts } from './parts.ts';
import { atNumber, on, primaryReply } from './primary-reply.ts';
import { replyOptions } from './reply.ts';
import { DROP_ORDER, type Slot, slot } from './slot.ts';

/** What an ask goes with: each of them stands in a sentence of its own, and the number after them. */
export interface AskWith {
  deadline?: string | undefined;
  minutes?: boolean;
  /** The question before it was put to the listener already: the ask is no second one. */
  asked?: boolean;
  /** Nothing was named yet that could be "it". */
  first?: boolean;
}

/** A reason that points to the date stands right behind it. */
const inOrder = (parts: SpeechParts, minutes: Slot[], reason: Slot[]): Slot[] =>
  leansOnDate(parts) ? [...reason, ...minutes] : [...minutes, ...reason];

/** The ask for the reply: a sentence of its own where it has a date or minutes, else in one with the number. */
export function ask(parts: SpeechParts, given: AskWith): Slot[] {
  // After "could you send it?" comes "please call".
  const more = { ...given, asked: given.asked || (parts.question?.requests === true && !given.first) };
  const reason = more.deadline ? because(parts) : [];
  const minutes = more.minutes ? minutesAfterAsk(parts) : [];
  const after = inOrder(parts, minutes, reason);
  switch (primaryReply(parts)) {
    case 'email':
      return emailAsk(parts, more, after);
    case 'call':
      if (!more.deadline && after.length === 0 && !parts.question?.tells) return callAtNumber(parts, more);
      return [...slot('ask', callBack(parts, more)), ...after, ...slot('number', numberSaid(parts))];
    default: {
      const { say } = parts;
      const by = more.deadline && ` ${more.deadline}`;
      const answer = [say`Please let me know${by}.`, !more.asked && say`Could you get back to me${by}?`, say`Please get back to me${by}.`];
      return [...slot('ask', answer), ...after];
    }
  }
}

function callBack({ say, brief, question }: SpeechParts, { deadline, asked, first }: AskWith): (string | false)[] {
  const by = deadline && ` ${deadline}`;
  if (question?.tells && first && by) return [say`Please call me back${by}.`, say`Please give me a call${by}.`];
  if (question?.tells)
    return first
      ? [say`Please call me back when you get this.`, say`Please give me a call when you get this.`]
      : [say`Please call me back about it${by}.`, say`Could you give me a call about it${by}?`, say`Could you call me back about it${by}?`];
  return [
    !asked && say`Could you call me back${by}?`,
    say`Please call me back${by}.`,
    !asked && say`Could you give me a call${by}?`,
    say`Please give me a call${by}.`,
    say`Please call me${by}.`,
    !asked && say`Could you call me${by}?`,
    !asked && !atNumber(brief.region) && say`Could you ring me${by}?`,
    !atNumber(brief.region) && say`Please ring me${by}.`,
  ];
}

function callAtNumber(parts: SpeechParts, { asked }: AskWith): Slot[] {
  const { say, brief, numbers } = parts;
  const number = numbers[0]?.said;
  const to = on(brief.region);
  return slot('ask', [
    !asked && say`Could you call me back? My number is ${number}.`,
    say`Please call me ${to} ${number}.`,
    !asked && say`Could you give me a call? You can reach me ${to} ${number}.`,
    say`Please call me back ${to} ${number}.`,
    !asked && say`Could you call me ${to} ${number}?`,
    !atNumber(brief.region) && say`Please ring me ${to} ${number}.`,
    say`Please give me a call ${to} ${number}.`,
    say`Please call me back. My number is ${number}.`,
  ]);
}

/** The number, told and not asked. */
export function numberSaid({ say, brief, numbers }: SpeechParts): string[] {
  const number = numbers[0]?.said;
  return [
    say`My number is ${number}.`,
    say`You can reach me ${on(brief.region)} ${number}.`,
    say`Here is my number: ${number}.`,
    say`I am ${on(brief.region)} ${number}.`,
  ];
}

/** An answer by e-mail; a thing that was asked for is sent, and needs no answer. */
function emailAsk(parts: SpeechParts, { deadline, asked, first }: AskWith, between: Slot[]): Slot[] {
  const { say, email, question } = parts;
  const by = deadline && ` ${deadline}`;
  const sends = first ? undefined : question?.sends;
  if (sends && !deadline)
    return [
      ...between,
      ...slot('ask', [
        say`Please e-mail ${sends} to me at ${email}.`,
        say`You can e-mail ${sends} to me at ${email}.`,
        say`Please send ${sends} to ${email}.`,
      ]),
    ];
  const asks = sends
    ? [say`Please e-mail ${sends} to me${by}.`, say`I am hoping to have ${sends}${by}.`, say`I would need ${sends}${by}.`]
    : [
        !asked && say`Could you reply by e-mail${by}?`,
        say`Please send me a short e-mail${by}.`,
        !asked && say`Could you answer by e-mail${by}?`,
        question && !question.tells && !question.sends && say`Please e-mail me your answer${by}.`,
        say`Please reply by e-mail${by}.`,
      ];
  const address = [say`My address is ${email}.`, say`My e-mail address is ${email}.`, say`The address is ${email}.`];
  if (between.length > 0 || sends) return [...slot('ask', asks), ...between, ...slot('number', address)];
  // Ask and address in one breath leave room where an address is long.
  const whole = asks.flatMap((one, index) => (one ? [`${one} ${address[index % address.length]}`] : []));
  return slot('ask', [
    ...whole,
    say`Please e-mail me at ${email}${by}.`,
    !asked && say`Could you e-mail me at ${email}${by}?`,
    say`Please write to me at ${email}${by}.`,
  ]);
}

/** How to answer before anything else: the number, the address, or who arranges it. */
export function answerFirst(parts: SpeechParts): Slot[] {
  const { say, numbers, email, brief } = parts;
  const number = numbers[0]?.said;
  switch (primaryReply(parts)) {
    case 'call':
      return slot('number', [
        say`In case we get cut off, my number is ${number}.`,
        say`Let me give you my number first: ${number}.`,
        say`In case I get cut off, you can reach me ${on(brief.region)} ${number}.`,
      ]);
    case 'email':
      return slot('number', [
        say`In case we get cut off, my e-mail address is ${email}.`,
        say`Let me give you my e-mail address first: ${email}.`,
        say`In case I get cut off, you can write to me at ${email}.`,
      ]);
    default:
      return replyOptions(parts, 'other');
  }
}

/** The ask after it was said how to answer. */
export function askAfterAnswer(parts: SpeechParts): Slot[] {
  const { say, deadline, question } = parts;
  const by = deadline && ` ${deadline}`;
  const after = inOrder(parts, takesTime(parts) ? [] : minutesAfterAsk(parts), deadline ? because(parts) : []);
  switch (primaryReply(parts)) {
    case 'call':
      return [...slot('ask', callBack(parts, { deadline, asked: question?.requests === true })), ...after];
    case 'email': {
      const sends = question?.sends;
      const asks = sends
        ? [say`Please e-mail ${sends} to me${by}.`, say`Please send ${sends} to me${by}.`]
        : [
            question && !question.tells && say`Please e-mail me your answer${by}.`,
            say`Please reply by e-mail${by}.`,
            say`Could you send me a short e-mail${by}?`,
          ];
      return [...slot('ask', asks), ...after];
    }
    default:
      return ask(parts, { deadline, minutes: true });
  }
}

/** The second number, said once. */
export function secondNumber({ say, numbers }: SpeechParts): Slot[] {
  const second = numbers[1];
  if (!second) return [];
  const options = second.label
    ? [say`My ${second.label} number is ${second.said}.`, say`The ${second.label} number is ${second.said}.`]
    : [say`My other number is ${second.said}.`];
  return slot('second-number', options, { drop: DROP_ORDER.secondNumber });
}

/** The number once more: "that" is only what was just said. */
export function repeat({ say, numbers }: SpeechParts, justSaid: boolean): Slot[] {
  const number = numbers[0]?.said;
  if (!number) return [];
  return slot(
    'repeat',
    justSaid
      ? [say`Again, that is ${number}.`, say`Once more: ${number}.`, say`So that is ${number}.`, say`Again: ${number}.`]
      : [
          say`My number again is ${number}.`,
          say`Again, my number is ${number}.`,
          say`My number once more: ${number}.`,
          say`Once more, my number is ${number}.`,
          say`The number again is ${number}.`,
          say`My number again: ${number}.`,
        ],
  );
}
