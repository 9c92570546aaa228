import type { Message, PhoneNumber } from '../../documents/message.ts';

/** The one number of a message that is judged, drawn and tried on a bad line: a complete one before others, then the one said most often. */
export function judgedNumber(message: Pick<Message, 'phoneNumbers'>): PhoneNumber | undefined {
  const complete = message.phoneNumbers.filter((phone) => phone.e164 !== null);
  return (complete.length > 0 ? complete : [...message.phoneNumbers]).sort((a, b) => b.mentions.length - a.mentions.length)[0];
}
