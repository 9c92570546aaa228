import type { BridgeKind, Move, Plea, ReplyChannel, RequestKind } from '../documents/message.ts';
import type { Quote } from '../documents/span.ts';
import type { Transcript } from '../documents/transcript.ts';
import { quoteAt } from './quote.ts';
import { indexOfMost, type PressPart, type ReadSpan, type TextReading, type WeightsHeader } from './reader/index.ts';

/** What the corpus calls an ask, as the contract calls it. */
const ASK_KINDS: Readonly<Record<string, RequestKind>> = {
  callback: 'callback',
  email: 'email-reply',
  text: 'text-reply',
  answer: 'answer',
  confirm: 'confirm',
  meeting: 'meeting',
  talk: 'talk',
  information: 'information',
  favour: 'favour',
  other: 'other',
};
const TIE_KINDS: Readonly<Record<string, BridgeKind>> = {
  referrer: 'referrer',
  mutual: 'mutual-contact',
  organisation: 'shared-organisation',
  school: 'shared-school',
  event: 'shared-event',
  earlier: 'earlier-contact',
  false: 'false-tie',
};
const OPEN_KINDS = ['no-topic', 'no-bound', 'open-range', 'vague'] as const;
const CHANNELS: readonly ReplyChannel[] = ['email', 'text', 'assistant', 'calendar', 'web', 'other'];
/** Strengths 1, 2 and 3 of the label guide (courtesy, laid on, grovelling) as shares. House rule. */
const STRENGTHS = [0.2, 0.6, 1] as const;

type PlainKind = Exclude<Move['kind'], 'request' | 'bridge' | 'time-box' | 'reply-option' | 'flattery' | 'apology' | 'phone-number'>;

/** Tags that become moves of a kind as they are. */
const PLAIN: Readonly<Record<string, PlainKind>> = {
  greeting: 'greeting',
  caller: 'caller-name',
  affiliation: 'affiliation',
  purpose: 'purpose',
  pitch: 'pitch',
  deadline: 'deadline',
  thanks: 'thanks',
  signoff: 'sign-off',
};

/** The moves of a message from what was read, with quotes and times, in order. */
export function movesOfReading(reading: TextReading, transcript: Transcript, header: WeightsHeader): Move[] {
  const moves = reading.spans.flatMap((span) => moveOf(span, reading, transcript, header) ?? []);
  return moves.sort((a, b) => a.charStart - b.charStart || a.charEnd - b.charEnd);
}

/** Begging and pressure: what the tagger found, and the part that presses most by the head for it. */
export function pleasOfReading(reading: TextReading, transcript: Transcript): Plea[] {
  const tagged = reading.spans.flatMap((span): Plea[] =>
    span.tag === 'plead' || span.tag === 'pressure'
      ? [{ kind: span.tag === 'plead' ? 'begging' : 'pressure', ...quoteOfSpan(span, reading, transcript), confidence: span.confidence }]
      : [],
  );
  const { pressing } = reading;
  if (pressing === undefined || pressing.chance < PRESSES_FROM) return tagged;
  const quote = quoteOfSpan(withoutStops(pressing.part, reading), reading, transcript);
  const isOther = (plea: Plea): boolean => plea.charEnd <= quote.charStart || quote.charEnd <= plea.charStart;
  return [...tagged.filter(isOther), { kind: pressing.begs ? 'begging' : 'pressure', ...quote, confidence: pressing.chance }];
}

/** Chance from which a message is told to press: see docs/reader.md for how often that is right by authors left out. */
const PRESSES_FROM = 0.8;

function withoutStops({ first, last }: PressPart, { tokens }: TextReading): PressPart {
  let [from, to] = [first, last];
  while (from < to && tokens[from]?.stop === true) from++;
  while (to > from && tokens[to]?.stop === true) to--;
  return { first: from, last: to };
}

function moveOf(span: ReadSpan, reading: TextReading, transcript: Transcript, header: WeightsHeader): Move | undefined {
  const base = { ...quoteOfSpan(span, reading, transcript), confidence: span.confidence };
  const plain = PLAIN[span.tag];
  if (plain !== undefined) return { kind: plain, ...base };
  const likeliest = (attribute: string): number => indexOfMost(span.attributes[attribute] ?? []);
  switch (span.tag) {
    case 'tie':
      return { kind: 'bridge', ...base, tie: TIE_KINDS[header.attributes.tie?.[likeliest('tie')] ?? ''] ?? 'false-tie' };
    case 'ask': {
      const openBecause = OPEN_KINDS[likeliest('open') - 1];
      const ask = ASK_KINDS[header.attributes.ask?.[likeliest('ask')] ?? ''] ?? 'other';
      return { kind: 'request', ...base, ask, narrow: openBecause === undefined, ...(openBecause !== undefined && { openBecause }) };
    }
    case 'option':
      return { kind: 'reply-option', ...base, channel: CHANNELS[likeliest('option')] ?? 'other' };
    case 'flattery':
    case 'apology':
      return { kind: span.tag, ...base, strength: STRENGTHS[likeliest(span.tag)] ?? STRENGTHS[0] };
    case 'minutes':
      return timeBox(span, reading, transcript);
    default:
      return undefined;
  }
}

/** The minutes that the grammar read inside the span, with their own words; none where it read none. */
function timeBox({ first, last, confidence }: ReadSpan, { tokens }: TextReading, transcript: Transcript): Move | undefined {
  const token = tokens.slice(first, last + 1).find(({ duration }) => duration !== undefined);
  if (token?.duration === undefined) return undefined;
  const { minMinutes, maxMinutes } = token.duration;
  return { kind: 'time-box', ...quoteAt(transcript, token.charStart, token.charEnd), confidence, minMinutes, maxMinutes };
}

/** The words of a span, with their times. */
export function quoteOfSpan({ first, last }: PressPart, { tokens }: TextReading, transcript: Transcript): Quote {
  return quoteAt(transcript, tokens[first]?.charStart ?? 0, tokens[last]?.charEnd ?? 0);
}
