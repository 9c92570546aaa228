import type { Quote } from '../../documents/span.ts';
import type { Transcript } from '../../documents/transcript.ts';
import { quoteAt } from '../quote.ts';
import { DIGIT_WORDS } from '../spoken-numbers/number-words.ts';
import { type Token, tokenize } from '../spoken-numbers/tokens.ts';
import { domainAt, dotAt } from './domain.ts';
import { locateEmails } from './find-emails.ts';
import { isJoiningMark, isLetterToken } from './pieces.ts';

/** A web address of the message (a calendar link, a form), written or spoken. */
export interface WebAddress {
  /** Lower case host and path without scheme, such as "example.com/ines". */
  address: string;
  mentions: Quote[];
  /** 0..1: how sure a careful listener could be of the spelling. */
  confidence: number;
}

/** Words after which a whole host name is said, so that several words may be one name ("at elm street dot com"). */
const LEADING: ReadonlySet<string> = new Set([
  'at',
  'to',
  'on',
  'is',
  'its',
  'visit',
  'see',
  'from',
  'website',
  'site',
  'page',
  'via',
  'through',
]);
/** Furthest a leading word may be from the dot, in tokens. House rule. */
const MAX_NAME_WORDS = 3;
/** How sure one can be of a host said in words. House rule. */
const SPOKEN = 0.85;

/** Web addresses of the message, written or spoken ("example dot com slash ines"), in the order they were first said. */
export function findWebAddresses(transcript: Transcript): WebAddress[] {
  const { text } = transcript;
  if (!/\bdot\b|\.[a-z]/i.test(text)) return [];
  const emails = locateEmails(text);
  const tokens = tokenize(text);
  const found = new Map<string, WebAddress>();
  let taken = 0;
  let email = 0;
  for (let index = 1; index < tokens.length; index += 1) {
    if (index < taken || dotAt(tokens, index) === 0) continue;
    const web = webAround(tokens, index, taken);
    if (!web) continue;
    const charStart = tokens[web.start]?.charStart ?? 0;
    const charEnd = tokens[web.end - 1]?.charEnd ?? charStart;
    taken = web.end;
    while ((emails[email]?.charEnd ?? Number.POSITIVE_INFINITY) <= charStart) email += 1;
    if ((emails[email]?.charStart ?? Number.POSITIVE_INFINITY) < charEnd) continue;
    const mention = quoteAt(transcript, charStart, charEnd);
    const known = found.get(web.address);
    if (known) known.mentions.push(mention);
    else found.set(web.address, { address: web.address, mentions: [mention], confidence: web.confidence });
  }
  return [...found.values()];
}

interface Found {
  address: string;
  start: number;
  end: number;
  confidence: number;
}

function webAround(tokens: readonly Token[], dot: number, notBefore: number): Found | null {
  const start = Math.max(notBefore, nameStart(tokens, dot));
  const domain = start < dot ? domainAt(tokens, start, 'nothing') : null;
  if (!domain || domain.end <= dot) return null;
  const path = pathAfter(tokens, domain.end);
  const written = tokens[dot]?.text === '.';
  const address = (domain.text + path.text).toLowerCase().replace(/^www\./, '');
  return { address, start, end: path.end, confidence: domain.confidence * (written ? 1 : SPOKEN) };
}

/** Where the host name that ends before a dot starts: one word or spelled letters, or all words since one that leads to it. */
function nameStart(tokens: readonly Token[], dot: number): number {
  let start = dot - 1;
  // "w w w dot example", "b b c dot co": letters belong together.
  while (isLetterToken(tokens[start]) && isLetterToken(tokens[start - 1])) start -= 1;
  while (isJoiningMark(tokens, start - 1, '-')) start -= 2;
  if (tokens[dot]?.text === '.') return start;
  for (let count = 1; count <= MAX_NAME_WORDS; count += 1) {
    const before = tokens[start - count];
    if (before?.kind !== 'word') break;
    if (LEADING.has(before.text)) return start - count + 1;
  }
  return start;
}

/** "/ines", "slash ines", "forward slash book dash a dash call". */
function pathAfter(tokens: readonly Token[], from: number): { text: string; end: number } {
  let text = '';
  let end = from;
  for (let position = from; ; ) {
    const slash = slashLength(tokens, position);
    const part = slash > 0 ? pathPart(tokens, position + slash) : null;
    if (!part) return { text, end };
    text += `/${part.text}`;
    position = part.end;
    end = part.end;
  }
}

function slashLength(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (token?.text === 'slash' || (token?.text === '/' && tokens[index + 1]?.spaced === false)) return 1;
  return token?.text === 'forward' && tokens[index + 1]?.text === 'slash' ? 2 : 0;
}

function pathPart(tokens: readonly Token[], index: number): { text: string; end: number } | null {
  let text = '';
  let position = index;
  for (;;) {
    const token = tokens[position];
    if (token?.kind !== 'word' && token?.kind !== 'digits') return text === '' ? null : { text, end: position };
    text += position > index ? String(DIGIT_WORDS.get(token.text) ?? token.text) : token.text;
    position += 1;
    const hyphen = tokens[position];
    if (hyphen?.text === 'dash' || hyphen?.text === 'hyphen' || isJoiningMark(tokens, position, '-_')) {
      text += hyphen?.text === '_' ? '_' : '-';
      position += 1;
    } else if (!(isLetterToken(token) && isLetterToken(tokens[position])) && tokens[position]?.spaced !== false)
      return { text, end: position };
  }
}
