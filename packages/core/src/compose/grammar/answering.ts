import type { BriefReplyChannel } from '../../brief/brief.ts';
import { isDescription } from '../../typed/person.ts';
import { sayAddress } from '../spoken-address.ts';
import type { SpeechParts } from './parts.ts';
import { DROP_ORDER, type Slot, slot } from './slot.ts';

/** The way to answer that is asked for; the others are offered. */
export type PrimaryReply = 'call' | 'email' | 'other';

/** A call where there is a number and the person does not prefer an e-mail; an e-mail where there is an address. */
export function primaryReply({ brief, numbers, email }: SpeechParts): PrimaryReply {
  if (email && (brief.goal === 'email-reply' || numbers.length === 0)) return 'email';
  return numbers.length > 0 ? 'call' : 'other';
}

const atNumber = (region: string) => region === 'US' || region === 'CA';
const on = (region: string) => (atNumber(region) ? 'at' : 'on');

/** The ask for a call that says how long it takes; the short wordings leave that out. */
export function askForMinutes(parts: SpeechParts, deadline: string | undefined): Slot[] {
  const { brief, say, numbers, minutes } = parts;
  const number = numbers[0]?.said;
  if (!minutes || primaryReply(parts) !== 'call') return ask(parts, deadline);
  const by = deadline && ` ${deadline}`;
  const { amount, adjective } = minutes;
  return slot(
    'ask',
    [
      say`Could you call me back${by}, for ${amount}? My number is ${number}.`,
      say`I am hoping for ${adjective} call${by}. You can reach me ${on(brief.region)} ${number}.`,
      say`Could you give me ${amount} on the phone${by}? My number is ${number}.`,
    ],
    { short: ask(parts, deadline).flatMap(({ options }) => options) },
  );
}

/** The ask for the reply. `deadline` is left out where it was said already. */
export function ask(parts: SpeechParts, deadline: string | undefined): Slot[] {
  const { brief, say, numbers, email } = parts;
  const number = numbers[0]?.said;
  const by = deadline && ` ${deadline}`;
  switch (primaryReply(parts)) {
    case 'email':
      return slot('ask', [
        say`Could you reply by e-mail${by}, to ${email}?`,
        say`Please send me a short e-mail${by}, to ${email}.`,
        say`Would you answer by e-mail${by}? My address is ${email}.`,
        say`Please e-mail me your answer${by}: ${email}.`,
      ]);
    case 'call':
      return slot('ask', [
        say`Could you call me back${by}? My number is ${number}.`,
        say`Please call me${by} ${on(brief.region)} ${number}.`,
        say`Would you give me a call${by}? You can reach me ${on(brief.region)} ${number}.`,
        say`Please call me back${by} ${on(brief.region)} ${number}.`,
        !atNumber(brief.region) && say`Could you ring me${by} on ${number}?`,
        say`Would you call me back${by}? My number is ${number}.`,
        say`Would you call me${by} ${on(brief.region)} ${number}?`,
        say`Could you phone me${by} ${on(brief.region)} ${number}?`,
        say`It would be good to talk${by}: could you call me ${on(brief.region)} ${number}?`,
      ]);
    default:
      return slot('ask', [say`Could you get back to me${by}?`, say`Please let me know${by}.`, say`Would you let me know${by}?`]);
  }
}

/** How to answer before anything else: the number, the address, or who arranges it. */
export function answerFirst(parts: SpeechParts): Slot[] {
  const { brief, say, numbers, email } = parts;
  const number = numbers[0]?.said;
  switch (primaryReply(parts)) {
    case 'call':
      return slot('number', [
        say`My number is ${number}.`,
        say`You can reach me ${on(brief.region)} ${number}.`,
        say`Here is my number: ${number}.`,
      ]);
    case 'email':
      return slot('number', [
        say`My e-mail address is ${email}.`,
        say`You can write to me at ${email}.`,
        say`Here is my e-mail address: ${email}.`,
      ]);
    default:
      return replyOptions(parts);
  }
}

/** The ask after it was said how to answer. */
export function askAfterAnswer(parts: SpeechParts): Slot[] {
  const { say, deadline } = parts;
  const by = deadline && ` ${deadline}`;
  switch (primaryReply(parts)) {
    case 'call':
      return slot('ask', [
        say`Could you call me back${by}?`,
        say`Please give me a call${by}.`,
        say`Would you call me${by}?`,
        say`Please call me back${by}.`,
      ]);
    case 'email':
      return slot('ask', [
        say`Could you e-mail me your answer${by}?`,
        say`Please reply by e-mail${by}.`,
        say`Would you send me a short e-mail${by}?`,
      ]);
    default:
      return ask(parts, deadline);
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

/** Someone else who can set a time: an assistant by name, or whoever it is, "my husband". */
function helperOptions({ say }: SpeechParts, name: string | undefined): string[] {
  if (name && isDescription(name)) {
    const who = name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
    return [say`${who} can also set a time.`, say`You can also arrange a time with ${name}.`, say`Or ${name} can set a time with you.`];
  }
  const [apposed, who] = name ? [`, ${name},`, `, ${name}`] : ['', ''];
  return [
    say`My assistant${apposed} can also set up a time.`,
    say`You can also arrange a time with my assistant${who}.`,
    say`Or my assistant${apposed} can find a time with you.`,
    say`Or ask my assistant${apposed} for a time.`,
  ];
}

function channelOptions(parts: SpeechParts, channel: BriefReplyChannel): string[] {
  const { say, email, numbers, brief } = parts;
  const address = channel.address && sayAddress(channel.address);
  switch (channel.channel) {
    case 'email':
      return [
        say`Or e-mail me at ${email}.`,
        say`Or write to ${email}.`,
        say`If e-mail is easier, write to ${email}.`,
        say`You can also e-mail me at ${email}.`,
        say`An e-mail to ${email} works too.`,
        say`My e-mail is ${email}.`,
        say`Or reply to ${email}.`,
        say`Or send an e-mail to ${email}.`,
      ];
    case 'text':
      return numbers.length > 0
        ? [
            say`Or text me ${on(brief.region)} that number.`,
            say`A text to that number works too.`,
            say`You can also text me there.`,
            say`If a text is easier, text me on the same number.`,
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
        say`My calendar is at ${address}.`,
      ];
    case 'web':
      return brief.register === 'formal'
        ? [say`You may also answer online, at ${address}.`, say`Or reply online at ${address}.`]
        : [say`You can also answer online, at ${address}.`, say`Or reply online at ${address}.`];
  }
}

/** The other ways to answer: the first one always, a further one where there is room. */
export function replyOptions(parts: SpeechParts): Slot[] {
  const primary = primaryReply(parts);
  // With an e-mail asked for, the number is the other way already.
  const byNumber = primary === 'email' && parts.numbers.length > 0;
  const others = parts.brief.replyChannels.filter(({ channel }) => !(channel === 'email' && primary === 'email'));
  const slots = others.flatMap((channel, index) =>
    slot('reply', channelOptions(parts, channel), { drop: index === 0 && !byNumber ? undefined : DROP_ORDER.secondNumber }),
  );
  // With an e-mail asked for, the number is the easier way for those who would rather talk.
  const number = parts.numbers[0]?.said;
  if (primary !== 'email' || !number) return slots;
  const { brief, say } = parts;
  return [
    ...slot('number', [
      say`Or call me ${on(brief.region)} ${number}.`,
      say`You can also call me ${on(brief.region)} ${number}.`,
      say`If a call is easier, I am ${on(brief.region)} ${number}.`,
      say`If you would rather talk, call me ${on(brief.region)} ${number}.`,
    ]),
    ...slots,
  ];
}

/** The number once more. */
export function repeat({ say, numbers }: SpeechParts): Slot[] {
  const number = numbers[0]?.said;
  if (!number) return [];
  return slot('repeat', [
    say`Again, that is ${number}.`,
    say`Once more: ${number}.`,
    say`The number again: ${number}.`,
    say`That number once more: ${number}.`,
    say`Again, my number is ${number}.`,
    say`I will say it again: ${number}.`,
    say`Again: ${number}.`,
    say`That was ${number}.`,
    say`So that is ${number}.`,
  ]);
}
