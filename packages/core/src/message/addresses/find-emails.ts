import type { EmailAddress } from '../../documents/message.ts';
import type { Transcript } from '../../documents/transcript.ts';
import { quoteAt } from '../quote.ts';

/** E-mail addresses of the message, written or spoken, in the order they were first said. */
export function findEmails(transcript: Transcript): EmailAddress[] {
  const found = new Map<string, EmailAddress>();
  for (const match of transcript.text.matchAll(/\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}\b/g)) {
    const address = match[0].toLowerCase();
    const mention = quoteAt(transcript, match.index, match.index + match[0].length);
    const known = found.get(address);
    if (known) known.mentions.push(mention);
    else found.set(address, { address, mentions: [mention], confidence: 1 });
  }
  return [...found.values()];
}
