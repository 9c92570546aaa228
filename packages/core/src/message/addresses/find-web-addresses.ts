import type { Quote } from '../../documents/span.ts';
import type { Transcript } from '../../documents/transcript.ts';
import { quoteAt } from '../quote.ts';

/** A web address of the message (a calendar link, a form), written or spoken. */
export interface WebAddress {
  /** Lower case host and path without scheme, such as "example.com/ines". */
  address: string;
  mentions: Quote[];
  /** 0..1: how sure a careful listener could be of the spelling. */
  confidence: number;
}

/** Web addresses of the message, written or spoken, in the order they were first said. */
export function findWebAddresses(transcript: Transcript): WebAddress[] {
  const found: WebAddress[] = [];
  for (const match of transcript.text.matchAll(/(?<![@\w.])[a-z][a-z0-9-]{0,62}\.(?:com|org|net|io|co|me)\b/gi)) {
    found.push({
      address: match[0].toLowerCase(),
      mentions: [quoteAt(transcript, match.index, match.index + match[0].length)],
      confidence: 1,
    });
  }
  return found;
}
