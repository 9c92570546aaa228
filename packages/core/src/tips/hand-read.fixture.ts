import { deriveDelivery } from '../delivery/delivery.ts';
import type { Artifacts } from '../documents/artifacts.ts';
import { type EmailAddress, type Facts, type Message, type Move, type PhoneNumber, type Plea, READ_FACTS } from '../documents/message.ts';
import type { TimedDigit, Transcript } from '../documents/transcript.ts';
import { isBrief } from '../facts/index.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import type { Reading } from '../verdict/judge-message.ts';
import type { JudgingInput } from './judge.ts';
import { quoteAt } from './place.ts';

/** A move without its place; `quote` must be in the text. */
type Distribute<T> = T extends Move ? Omit<T, 'charStart' | 'charEnd' | 'start' | 'end' | 'confidence'> & { confidence?: number } : never;
export type HandMove = Distribute<Move>;

export interface HandPhone {
  e164: string | null;
  digits: string;
  said: string[];
  /** Times of the digits of each mention. */
  times?: TimedDigit[][];
}

/** What a person reads in a text, for tests of the judges alone. */
export interface HandReading {
  text: string;
  moves?: HandMove[];
  phones?: HandPhone[];
  emails?: { address: string; said: string; confidence?: number }[];
  caller?: string;
  recipient?: string;
  facts?: Partial<Facts>;
  /** Chances of facts that are not plainly so or not so. */
  chances?: Message['chances'];
  pleas?: { kind: Plea['kind']; quote: string }[];
  artifacts?: (made: Artifacts) => Artifacts;
}

/** The artifacts, message and facts of a text read by hand. */
export function handRead(hand: HandReading): Reading {
  const made = scriptArtifacts(hand.text, { name: 'call.txt' });
  const artifacts = hand.artifacts?.(made) ?? made;
  if (!artifacts.transcript.ok) throw new Error('a hand reading needs a transcript');
  const transcript = artifacts.transcript.value;
  const message = messageOf(hand, transcript);
  const facts = { ...factsOf(message), brief: isBrief(artifacts.source.durationSec), ...hand.facts };
  const sure = Object.fromEntries(READ_FACTS.map((fact) => [fact, facts[fact] ? 0.95 : 0.05]));
  return { artifacts, transcript, message: { ...message, chances: { ...sure, ...hand.chances } }, facts };
}

/** The same as the input of a tip. */
export function handInput(hand: HandReading): JudgingInput {
  const reading = handRead(hand);
  const delivery = deriveDelivery(reading.artifacts, reading.message);
  return { ...reading, delivery, preferences: { goal: 'either', otherTakes: [], paceWordsPerMinute: null } };
}

function messageOf(hand: HandReading, transcript: Transcript): Message {
  const from = { at: 0 };
  const find = (quote: string) => {
    const later = transcript.text.indexOf(quote, from.at);
    const start = later >= 0 ? later : transcript.text.indexOf(quote);
    if (start < 0) throw new Error(`"${quote}" is not in the text`);
    from.at = start + quote.length;
    return quoteAt(transcript, start, start + quote.length);
  };
  const moves = (hand.moves ?? []).map((move): Move => {
    from.at = 0;
    return { confidence: 0.9, ...move, ...find(move.quote) };
  });
  const phoneNumbers = (hand.phones ?? []).map(({ e164, digits, said, times }): PhoneNumber => {
    from.at = 0;
    const mentions = said.map((quote, index) => ({ ...find(quote), ...(times?.[index] === undefined ? {} : { digits: times[index] }) }));
    return { e164, digits, mentions, confidence: 1 };
  });
  const emails = (hand.emails ?? []).map(({ address, said, confidence }): EmailAddress => {
    from.at = 0;
    return { address, mentions: [find(said)], confidence: confidence ?? 0.95 };
  });
  return {
    moves: moves.sort((a, b) => a.charStart - b.charStart),
    people: { caller: hand.caller ?? null, recipient: hand.recipient ?? null },
    phoneNumbers,
    emails,
    pleas: (hand.pleas ?? []).map(({ kind, quote }) => {
      from.at = 0;
      return { kind, ...find(quote), confidence: 0.9 };
    }),
    chances: {},
    wordCount: transcript.words.length,
    language: 'en',
  };
}

function factsOf({ moves, people, phoneNumbers, pleas }: Message): Omit<Facts, 'brief'> {
  const has = (kind: Move['kind']) => moves.some((move) => move.kind === kind);
  return {
    goal: moves.filter((move) => move.kind === 'request').length === 1,
    bridge: moves.some((move) => move.kind === 'bridge' && move.tie !== 'false-tie'),
    obsequious:
      pleas.some((plea) => plea.kind === 'begging') ||
      moves.some((move) => (move.kind === 'flattery' || move.kind === 'apology') && move.strength > 0.7),
    narrowRequest: moves.some((move) => move.kind === 'request' && move.narrow),
    timeBox: has('time-box'),
    deadline: has('deadline'),
    phone: phoneNumbers.some((phone) => phone.e164 !== null || phone.digits.length >= 7),
    phoneRepeated: phoneNumbers.some((phone) => phone.mentions.length > 1),
    replyOption: has('reply-option'),
    callerName: people.caller !== null,
    recipientName: people.recipient !== null,
  };
}
