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

/** Whoever else can be spoken to, as a sentence names them: "Noreen, the secretary,", "Lucas, your EA,". */
function helperNamed(typed: string | undefined): string {
  // Who it is was not said: no assistant is made of a partner or a treasurer.
  if (!typed) return 'my assistant';
  if (!THEIRS.test(typed)) return apposed(typed);
  return apposed(
    typed.replace(/^(?:his|her|their) ((?:\p{L}+ )*\p{L}+) (\p{Lu}\p{Ll}+)$/u, '$2, your $1').replace(/^(?:his|her|their) /i, 'your '),
  );
}

/** What the helper does: sets a time where one is asked for, and takes or gives the answer elsewhere. */
function helperDoes({ question, brief }: SpeechParts, name: string | undefined): string[] {
  const meets = brief.objective === 'meeting' || question?.about === 'time';
  if (THEIRS.test(name ?? ''))
    return meets ? ['set up a time with me', 'find a time with me', 'arrange a call with me'] : ['call me back', 'give me a call'];
  return meets
    ? ['set up a time with you', 'find a time with you', 'arrange a call with you', 'schedule a call with you']
    : ['take your answer', 'pass on your answer'];
}

/** The words by which a script says who else can be spoken to; undefined where the brief names nobody. */
export function helperIn({ brief }: SpeechParts): string | undefined {
  const channel = brief.replyChannels.find((one) => one.channel === 'assistant');
  return channel && `${helperNamed(channel.name)} can`;
}

function helperOptions(parts: SpeechParts, name: string | undefined): string[] {
  const { say } = parts;
  const who = helperNamed(name);
  const does = helperDoes(parts, name);
  const [first = '', second = first] = does;
  // "Kim or Brad" has its "or" already.
  const or = / or /.test(who) ? begun(who) : `Or ${who}`;
  const answers = /^take /.test(first);
  return [
    say`${or} can ${first}.`,
    ...(answers || THEIRS.test(name ?? '') ? [say`${begun(who)} can also ${first}.`] : []),
    say`If that is easier, ${who} can ${second}.`,
    ...(answers ? [say`If I am out, ${who} can ${first}.`, say`${begun(who)} can ${first} too.`] : []),
    ...does.slice(1).map((one) => say`${or} can ${one}.`),
  ];
}

/** Both other ways in one breath, where thirty seconds have no room for a sentence each. */
function helperOrEmail(parts: SpeechParts, name: string | undefined): string[] {
  const { say, email, question } = parts;
  const who = helperNamed(name);
  const does = helperDoes(parts, name);
  const write = question?.sends ? say`e-mail ${question.sends} to me at ${email}` : say`e-mail me at ${email}`;
  return does.flatMap((one) => [
    say`You can also ${write}, or ${who} can ${one}.`,
    say`Or ${write}, or ${who} can ${one}.`,
    ...(THEIRS.test(name ?? '') ? [] : [say`${begun(who)} can also ${one}, or ${write}.`]),
  ]);
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

/** The other ways to answer: the first one always, a further one where there is room; an address and somebody to speak to may share a sentence. */
export function replyOptions(parts: SpeechParts, primary: PrimaryReply): Slot[] {
  // With an e-mail asked for, the number is the other way already.
  const byNumber = primary === 'email' && parts.numbers.length > 0;
  const others = parts.brief.replyChannels.filter(({ channel }) => !(channel === 'email' && primary === 'email'));
  const helper = others.find(({ channel }) => channel === 'assistant');
  if (helper && others.length === 2 && others.some(({ channel }) => channel === 'email'))
    return slot('reply', helperOrEmail(parts, helper.name), { short: [...emailOptions(parts), ...helperOptions(parts, helper.name)] });
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
