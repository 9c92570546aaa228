import type { BridgeKind, Move, Plea, ReplyChannel, RequestKind } from '../documents/message.ts';
import type { Quote } from '../documents/span.ts';
import type { Transcript } from '../documents/transcript.ts';
import { quoteAt } from './quote.ts';
import { indexOfMost, type ReadSpan, type TextPart, type TextReading, type WeightsHeader } from './reader/index.ts';

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
  const quotable = moves.filter(
    ({ kind, quote }) =>
      (kind !== 'bridge' || !SAYS_NOTHING.test(quote)) && (kind !== 'request' || !(NO_ASK.test(quote) || ONLY_WORDS.test(quote))),
  );
  return joinedOptions(questionsAlone(quotable, transcript), transcript).sort((a, b) => a.charStart - b.charStart || a.charEnd - b.charEnd);
}

/** Words of grammar alone: "We'd", "Kindly". */
const ONLY_WORDS =
  /^(?:(?:(?:i|we|you|he|she|it|they)(?:['’](?:d|ll|m|re|s|ve))?|kindly|please|maybe|perhaps|just|so|and|or|but|the|a|an|my|your|our)(?:\s+|$)){1,3}$/i;
/** Words that tie nobody by themselves: those, and "Can you bring". */
const SAYS_NOTHING = new RegExp(`${ONLY_WORDS.source}|^(?:can|could|will|would) you \\w+$`, 'i');
/** The caller's own number or address, said or only begun. */
const LINE = '(?:my|our|the)(?: \\w+)? (?:number|phone|telephone|cell|mobile|line|address|e-?mail)';
const DIGIT = '(?:\\d|plus|area code|oh|zero|one|two|three|four|five|six|seven|eight|nine|double|triple)';
/** What the caller will do. */
const PLANS = '(?:see|try|call|ring|phone|catch|be in touch|talk to|speak to|get back|drop by|pop by|come by|swing by)';
/** "My number is six one seven" asks for nothing, and neither does what the caller will do: "I'll see you Thursday". */
const NO_ASK = new RegExp(
  [
    `^(?:${LINE}(?:(?:['’]s| is)(?: ${DIGIT}\\b[^?]*)?)?|questions|(?:i|we)(?:['’]m|['’]re| am| are) (?:at|on)|it(?:['’]s| is))$`,
    `^(?:or |and |so )?(?:i|we)(?:['’]ll| will| shall) (?:just )?${PLANS}\\b[^?,;]*$`,
  ].join('|'),
  'i',
);

/** Whether words that were taken for an ask tell of the caller's own number or plans. */
export const asksNothing = (quote: string): boolean => NO_ASK.test(quote);

/** A question behind a colon, in words that ask. */
const QUESTION =
  /^(?:am|is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|who|what|when|where|which|why|how|whose)\b[^?]*\?$/i;

/** What leads to a question by a colon is no ask besides, and no part of it: "I need to know one thing before I order: [left or right?]". */
function questionsAlone(moves: readonly Move[], transcript: Transcript): Move[] {
  const { text } = transcript;
  const asks = moves.filter(({ kind }) => kind === 'request');
  /** The question that begins behind the colon nearest to `from` in its sentence, if an ask reaches into it. */
  const questionBehind = (from: number): { start: number; end: number } | undefined => {
    const colon = /^[^.?!:]{0,80}:\s+(?=\S)/.exec(text.slice(from, from + LONGEST_LEAD));
    if (colon === null) return undefined;
    const start = from + colon[0].length;
    const end = asks.find(
      ({ charStart, charEnd, quote }) => charStart <= start + NEAR_CHARS && charEnd > start && quote.endsWith('?'),
    )?.charEnd;
    return end !== undefined && QUESTION.test(text.slice(start, end)) ? { start, end } : undefined;
  };
  const questions = asks.flatMap(({ charStart }) => questionBehind(charStart) ?? []);
  const out: Move[] = [];
  for (const move of moves) {
    // Of a question that was read in two the end is told from where it begins: "[did the county] ever receive a second bid?"
    const question =
      move.kind === 'request'
        ? (questionBehind(move.charStart) ?? questions.find(({ start, end }) => start < move.charStart && move.charEnd === end))
        : undefined;
    if (question === undefined) out.push(move);
    else if (move.charEnd >= question.end) out.push({ ...move, ...quoteAt(transcript, question.start, question.end) });
    // Words that end at the colon or before only lead to the question.
  }
  return out;
}

/** Characters from where an ask begins to the colon behind it. House rule. */
const LONGEST_LEAD = 90;
/** Characters of a question that the tagger may have left out at its beginning. House rule. */
const NEAR_CHARS = 24;

/** One way to answer that a number stands in the midst of is told whole: "a text to 614 555 0137 is plenty". */
function joinedOptions(moves: readonly Move[], transcript: Transcript): Move[] {
  const out: Move[] = [];
  const options = moves.filter((move) => move.kind === 'reply-option').sort((a, b) => a.charStart - b.charStart);
  for (const option of options) {
    const before = out.at(-1);
    if (before?.kind === 'reply-option' && isNumberOnly(transcript.text.slice(before.charEnd, option.charStart))) {
      const confidence = Math.max(before.confidence, option.confidence);
      out[out.length - 1] = { ...before, ...quoteAt(transcript, before.charStart, option.charEnd), confidence };
    } else out.push(option);
  }
  return [...moves.filter((move) => move.kind !== 'reply-option'), ...out];
}

const isNumberOnly = (between: string): boolean => /^[\s\d()+-]*$/.test(between);

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

function withoutStops({ first, last }: TextPart, { tokens }: TextReading): TextPart {
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
export function quoteOfSpan({ first, last }: TextPart, { tokens }: TextReading, transcript: Transcript): Quote {
  return quoteAt(transcript, tokens[first]?.charStart ?? 0, tokens[last]?.charEnd ?? 0);
}
