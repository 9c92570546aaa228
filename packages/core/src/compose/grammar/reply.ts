import type { BriefReplyChannel } from '../../brief/brief.ts';
import { sayAddress } from '../../spoken/address.ts';
import type { SpeechParts } from './parts.ts';
import { on, type PrimaryReply } from './primary-reply.ts';
import { DROP_ORDER, type Slot, slot } from './slot.ts';

/** "Noreen the secretary" and "our secretary, Mercy" as a sentence goes on after them. */
const apposed = (name: string) =>
  /, /.test(name) ? `${name},` : name.replace(/^(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?) (the \p{Ll}.*)$/u, '$1, $2,');

const begun = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Someone of the listener's: "your wife", "any nurse"; said to him of whom it was typed, "her assistant Lucas" is his. */
const THEIRS = /^(?:your|his|her|their|any|any of (?:the|your)) /i;

/** Someone else who can set a time where one is asked for, and take or give the answer elsewhere: an assistant by name, or whoever it is. */
function helperOptions({ say, question, brief }: SpeechParts, name: string | undefined): string[] {
  const typed = name ?? '';
  const meets = brief.objective === 'meeting' || question?.about === 'time';
  if (THEIRS.test(typed)) {
    const theirs = apposed(
      typed.replace(/^(?:his|her|their) ((?:\p{L}+ )*\p{L}+) (\p{Lu}\p{Ll}+)$/u, '$2, your $1').replace(/^(?:his|her|their) /i, 'your '),
    );
    if (meets)
      return [
        say`Or ${theirs} can set up a time with me.`,
        say`${begun(theirs)} can also set up a time with me.`,
        say`Or ${theirs} can find a time with me.`,
        say`Or ${theirs} can arrange a call with me.`,
      ];
    return [
      say`Or ${theirs} can call me back.`,
      say`Or ${theirs} can give me a call.`,
      say`${begun(theirs)} can also call me back.`,
      say`If that is easier, ${theirs} can call me back.`,
    ];
  }
  // Who it is was not said: no assistant is made of a partner or a treasurer.
  const who = name ? apposed(name) : 'my assistant';
  if (!meets)
    return [
      say`Or ${who} can take your answer.`,
      say`${begun(who)} can also take your answer.`,
      say`If that is easier, ${who} can take your answer.`,
      say`If I am out, ${who} can take your answer.`,
      say`Or ${who} can pass on your answer.`,
      say`${begun(who)} can take your answer too.`,
    ];
  return [
    say`Or ${who} can set up a time with you.`,
    say`Or ${who} can find a time with you.`,
    say`If that is easier, ${who} can find a time with you.`,
    say`Or ${who} can arrange a call with you.`,
    say`Or ${who} can schedule a call with you.`,
  ];
}

function emailOptions({ say, email, question }: SpeechParts): (string | false)[] {
  const sends = question?.sends;
  if (sends)
    return [
      say`You can e-mail ${sends} to me at ${email}.`,
      say`Or e-mail ${sends} to me at ${email}.`,
      say`Or just send ${sends} to ${email}.`,
    ];
  return [
    say`Or e-mail me at ${email}.`,
    say`You can also write to me at ${email}.`,
    say`If e-mail is easier, write to me at ${email}.`,
    say`You can also e-mail me at ${email}.`,
    say`An e-mail to ${email} works too.`,
    say`Or send an e-mail to ${email}.`,
    say`Or write to ${email}.`,
    say`If you would rather write, my e-mail is ${email}.`,
  ];
}

function channelOptions(parts: SpeechParts, channel: BriefReplyChannel): (string | false)[] {
  const { say, numbers, brief } = parts;
  const address = channel.address && sayAddress(channel.address);
  switch (channel.channel) {
    case 'email':
      return emailOptions(parts);
    case 'text':
      return numbers.length > 0
        ? [
            say`Or text me ${on(brief.region)} that number.`,
            say`A text to that number works too.`,
            say`You can also text me there.`,
            say`If a text is easier, text me ${on(brief.region)} the same number.`,
          ]
        : [say`You can also text me.`];
    case 'assistant':
      return helperOptions(parts, channel.name);
    case 'calendar':
      return [
        say`You can also pick a time in my calendar, at ${address}.`,
        say`Or book a time in my calendar at ${address}.`,
        say`If it is easier, choose a time in my calendar: ${address}.`,
        say`Or pick a time online: ${address}.`,
        say`Or book a time at ${address}.`,
        say`Or pick a time at ${address}.`,
        say`My calendar is at ${address}.`,
      ];
    case 'web':
      return brief.register === 'formal'
        ? [say`You may also answer online, at ${address}.`, say`Or answer online at ${address}.`]
        : [say`You can also answer online, at ${address}.`, say`Or answer online at ${address}.`];
  }
}

/** The other ways to answer: the first one always, a further one where there is room. */
export function replyOptions(parts: SpeechParts, primary: PrimaryReply): Slot[] {
  // With an e-mail asked for, the number is the other way already.
  const byNumber = primary === 'email' && parts.numbers.length > 0;
  const others = parts.brief.replyChannels.filter(({ channel }) => !(channel === 'email' && primary === 'email'));
  return others.flatMap((channel, index) =>
    slot('reply', channelOptions(parts, channel), { drop: index === 0 && !byNumber ? undefined : DROP_ORDER.secondNumber }),
  );
}

/** With an e-mail asked for, the number is the easier way for those who would rather talk. */
export function numberAsOption({ say, brief, numbers }: SpeechParts): Slot[] {
  const number = numbers[0]?.said;
  if (!number) return [];
  return slot('number', [
    say`Or call me ${on(brief.region)} ${number}.`,
    say`Or give me a call: ${number}.`,
    say`You can also call me ${on(brief.region)} ${number}.`,
    say`If a call is easier, my number is ${number}.`,
    say`If you would rather talk, call me ${on(brief.region)} ${number}.`,
  ]);
}
