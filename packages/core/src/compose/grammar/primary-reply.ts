import type { SpeechParts } from './parts.ts';

/** The way to answer that is asked for; the others are offered. */
export type PrimaryReply = 'call' | 'email' | 'other';

/** A call where there is a number and the person does not prefer an e-mail; an e-mail where there is an address. */
export function primaryReply({ brief, numbers, email }: SpeechParts): PrimaryReply {
  if (email && (brief.goal === 'email-reply' || numbers.length === 0)) return 'email';
  return numbers.length > 0 ? 'call' : 'other';
}

/** North America calls "at" a number. */
export const atNumber = (region: string) => region === 'US' || region === 'CA';
/** "at 415" in North America, "on 07700" elsewhere. */
export const on = (region: string) => (atNumber(region) ? 'at' : 'on');
