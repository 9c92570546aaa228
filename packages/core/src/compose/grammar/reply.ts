import type { BriefReplyChannel } from '../../brief/brief.ts';
import { isDescription } from '../../brief/typed/person.ts';
import { sayAddress } from '../../spoken/address.ts';
import type { SpeechParts } from './parts.ts';
import { on, type PrimaryReply } from './primary-reply.ts';
import { DROP_ORDER, type Slot, slot } from './slot.ts';

/** Someone else who can set a time: an assistant by name, or whoever it is, "my husband". */
function helperOptions({ say }: SpeechParts, name: string | undefined): string[] {
  if (name && isDescription(name)) {
    const who = name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
    return [say`${who} can also set a time.`, say`You can also arrange a time with ${name}.`, say`Or ${name} can set a time with you.`];
  }
  // "Theo in my office": who the assistant is, not where.
  const called = name?.replace(/ (?:in|at|from|on) (?:my|our|the)\b.*$/i, '');
  const [apposed, who] = called ? [`, ${called},`, `, ${called}`] : ['', ''];
  return [
    say`My assistant${apposed} can also set up a time.`,
    say`You can also arrange a time with my assistant${who}.`,
    say`Or my assistant${apposed} can find a time with you.`,
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
