import type { PhoneMention, PhoneNumber } from '../documents/message.ts';
import { oneDigitOff } from '../message/phone-numbers/index.ts';
import { spokenNumber } from './number-groups.ts';
import { placeOf, quoted } from './place.ts';
import type { Concern, TipInput } from './tip.ts';

/** The digit that is least sure where one more or one fewer would make a number of a plan. Digits that were said stay. */
export function unsureHere(phone: PhoneNumber): Concern[] {
  const [mention] = phone.mentions;
  if (mention === undefined || phone.e164 !== null) return [];
  const sureness = (mention.digits ?? []).flatMap(({ confidence }) => confidence ?? []);
  const off = oneDigitOff(phone.digits, sureness, undefined);
  if (off === null) return [];
  const { place, missing, alternatives } = off;
  const numbers = alternatives.map((digits) => `“${spokenNumber({ e164: null, digits })}”`);
  const time = mention.digits?.[place];
  return [
    {
      message: `Unsure here: a digit may be ${missing ? 'missing' : 'one too many'}.`,
      evidence: `Digit ${place + 1}, ${phone.digits[place]}, is the least sure; with it ${missing ? 'twice' : 'left out'} this would be a number that exists.`,
      fix: `Say it once more if you meant ${numbers.join(' or ')}.`,
      severity: 'hint',
      cost: 0,
      ...placeOf(mention),
      ...(time === undefined ? {} : { start: time.start, end: time.end }),
    },
  ];
}

/** Most words between two times one number is said: "I hope your week goes well. Again, …". House rule. */
const MOST_WORDS_BETWEEN = 8;

/** Two numbers that are the same but for a digit, said one after the other: a slip in one of them, or two lines of one house. */
export function nearlySame({ message, transcript }: Pick<TipInput<unknown>, 'message' | 'transcript'>, phone: PhoneNumber): Concern[] {
  for (const other of message.phoneNumbers) {
    const places = differences(phone.digits, other.digits);
    const mention: PhoneMention | undefined = other.mentions[0];
    if (places.length !== 1 || mention === undefined || !isSaidAgain(transcript.text, phone, mention)) continue;
    const told = places.map((at) => `digit ${at + 1} is ${phone.digits[at]}, and ${other.digits[at]} here`);
    return [
      {
        message: 'Two numbers differ in hardly anything.',
        evidence: `${quoted(mention.quote)}: ${told.join('; ')}.`,
        fix: `If it is one number, say it the same each time: “${spokenNumber(phone)}”. If they are two, say whose each is.`,
        severity: 'hint',
        cost: 0,
        ...placeOf(mention),
      },
    ];
  }
  return [];
}

/** Places in which two rows of equal length differ; none for rows of different length. */
function differences(one: string, other: string): number[] {
  if (one.length !== other.length) return [];
  return [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]));
}

/** Whether one mention follows another with hardly a word between, and none that tells two lines apart. */
function isSaidAgain(text: string, phone: PhoneNumber, other: PhoneMention): boolean {
  return phone.mentions.some(({ charStart, charEnd }) => {
    const between = charEnd <= other.charStart ? text.slice(charEnd, other.charStart) : text.slice(other.charEnd, charStart);
    const words = between.match(/[\p{L}’']+/gu) ?? [];
    return words.length <= MOST_WORDS_BETWEEN && !words.some((word) => /^(?:or|and)$/i.test(word));
  });
}
