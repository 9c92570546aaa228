import type { RequestKind } from '../../../documents/message.ts';
import type { Stream } from '../stream/stream.ts';
import type { FrameName } from './request-frames.ts';

/** Longest quote of a request, in tokens. */
export const LONGEST_ASK = 32;
/** Tokens looked at before a bare verb. */
const LEFT_CONTEXT = 9;

/** A request before it is judged. */
export interface Ask {
  /** First token of the quote, first token of what is asked for, last token. */
  first: number;
  verb: number;
  last: number;
  frame: FrameName;
  ask: RequestKind;
  confidence: number;
  /** The words from `verb` on to the end of the sentence, as in the stream, between spaces. */
  predicate: string;
}

/** The words from token `index` to the end of its sentence, between spaces. */
export function predicateAt(stream: Stream, index: number): { text: string; last: number } {
  let last = index;
  const words: string[] = [];
  for (let at = index; at < stream.tokens.length && at < index + LONGEST_ASK; at++) {
    const token = stream.tokens[at];
    if (token === undefined || (token.stop && token.norm !== ',')) break;
    words.push(token.norm);
    last = at;
  }
  return { text: ` ${words.join(' ')} `, last };
}

/** Up to `LEFT_CONTEXT` tokens before token `index`, inside its sentence. */
export function leftOf(stream: Stream, index: number): string {
  const words: string[] = [];
  for (let at = index - 1; at >= 0 && words.length < LEFT_CONTEXT; at--) {
    const token = stream.tokens[at];
    if (token === undefined || (token.stop && token.norm !== ',')) break;
    words.unshift(token.norm);
  }
  return ` ${words.join(' ')} `;
}
