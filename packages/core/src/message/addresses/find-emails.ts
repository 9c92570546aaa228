import type { EmailAddress } from '../../documents/message.ts';
import type { CharRange } from '../../documents/span.ts';
import type { Transcript } from '../../documents/transcript.ts';
import { quoteAt } from '../quote.ts';
import { type Token, tokenize } from '../spoken-numbers/tokens.ts';
import { domainAt } from './domain.ts';
import { type Example, exampleAfter } from './example-after.ts';
import { isLedTo, localPartBefore, SURENESS } from './local-part.ts';
import { isLetterToken } from './pieces.ts';
import { spelledAfter } from './spelled-after.ts';
import { withoutSpellingAids } from './spelling-aids.ts';

/** An address and where it stands. */
export interface FoundEmail extends CharRange {
  address: string;
  confidence: number;
}

/**
 * E-mail addresses of the message, written ("jim@example.com"), spoken ("jim at example dot com", "j-i-m at …") or as a
 * recogniser mixes the two, in the order they were first said. `confidence` says how surely a listener could write it down.
 */
export function findEmails(transcript: Transcript): EmailAddress[] {
  const found = new Map<string, EmailAddress>();
  for (const { address, confidence, charStart, charEnd } of locateEmails(transcript.text)) {
    const mention = quoteAt(transcript, charStart, charEnd);
    const known = found.get(address);
    if (known) {
      known.mentions.push(mention);
      known.confidence = Math.max(known.confidence, confidence);
    } else found.set(address, { address, mentions: [mention], confidence });
  }
  return [...found.values()];
}

/** Every address of a text, in order. */
export function locateEmails(text: string): FoundEmail[] {
  // Cheap: without "at" or "@" there is none.
  if (!/@|\bat\b/i.test(text)) return [];
  const tokens = withoutSpellingAids(tokenize(text));
  const found: FoundEmail[] = [];
  let taken = 0;
  for (let index = 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.text !== '@' && token?.text !== 'at') continue;
    const email = emailAround(tokens, index);
    if (!email || email.charStart < taken || holdsAnother(tokens, index, email)) continue;
    found.push(email);
    taken = email.charEnd;
  }
  return found;
}

/** "by e-mail at grace at example dot com": the address is that around the second "at", not one of "e-mail". */
function holdsAnother(tokens: readonly Token[], anchor: number, { charEnd }: FoundEmail): boolean {
  const leads = tokens[anchor]?.text === 'at' && LEADS.has(tokens[anchor - 1]?.text ?? '');
  return (
    leads &&
    tokens.some((token, i) => i > anchor + 1 && token.charEnd <= charEnd && /^(?:at|@)$/.test(token.text) && emailAround(tokens, i))
  );
}

/** What an address is called before it is said. */
const LEADS: ReadonlySet<string> = new Set(['mail', 'e-mail', 'email', 'me', 'us', 'address', 'reached', 'reach', 'write']);

function emailAround(tokens: readonly Token[], anchor: number): FoundEmail | null {
  const sign = tokens[anchor]?.text === '@';
  // "jim at sign example dot com".
  const next = tokens[anchor + 1]?.text === 'sign' ? anchor + 2 : anchor + 1;
  const domain = domainAt(tokens, tokens[next]?.text === ',' ? next + 1 : next, sign ? 'sign' : 'at');
  if (!domain) return null;
  const joined = sign && !(tokens[anchor]?.spaced ?? true);
  const example = exampleAfter(tokens, anchor, domain.end);
  if (example) return ofExample(tokens, example, domain);
  const local = localPartBefore(tokens, anchor, joined);
  const last = tokens[domain.end - 1];
  if (!local || !last) return null;
  if (!sign && !isSpoken(tokens, local.start, domain.end) && !isLedTo(tokens, local.start)) return null;
  const spelling = joined ? null : spelledAfter(tokens, domain.end, local.text);
  return {
    address: `${spelling?.text ?? local.text}@${domain.text}`.toLowerCase(),
    confidence: (spelling?.confidence ?? local.confidence) * domain.confidence,
    charStart: tokens[local.start]?.charStart ?? 0,
    charEnd: last.charEnd,
  };
}

function ofExample(tokens: readonly Token[], { text, start, end }: Example, domain: { text: string; confidence: number }): FoundEmail {
  return {
    address: `${text}@${domain.text}`.toLowerCase(),
    confidence: SURENESS.word * domain.confidence,
    charStart: tokens[start]?.charStart ?? 0,
    charEnd: tokens[end - 1]?.charEnd ?? 0,
  };
}

/** Whether any part of an address is said rather than written: a "dot", a spelled letter. */
const isSpoken = (tokens: readonly Token[], start: number, end: number): boolean =>
  tokens.slice(start, end).some((token) => token.text === 'dot' || isLetterToken(token));
