import type { Message, Move, PhoneNumber, Plea } from '../documents/message.ts';
import type { Quote } from '../documents/span.ts';
import type { Transcript } from '../documents/transcript.ts';
import { findEmails, findWebAddresses } from './addresses/index.ts';
import { withoutHollowTies } from './hollow-ties.ts';
import { languageOf } from './language.ts';
import { asksNothing, movesOfReading, pleasOfReading } from './moves.ts';
import { withOpenRanges } from './open-ranges.ts';
import { peopleOfReading } from './people.ts';
import { findPhoneNumbers, type PhoneNumberOptions } from './phone-numbers/index.ts';
import { pressingForms } from './pressing.ts';
import { quoteAt } from './quote.ts';
import type { Reader, ReadSpan, TextReading } from './reader/index.ts';
import { withoutRefusedAsks } from './refused-asks.ts';
import { withSaidPlainly } from './said-plainly.ts';
import { type Mask, tokenise } from './tokens/index.ts';

/** How to read: with which reader, and the caller's country for numbers that do not name theirs. */
export interface ReadMessageOptions extends PhoneNumberOptions {
  /** The trained reader, opened once from its weights. */
  reader: Reader;
}

/** The phone numbers and addresses of a message: what grammars find, without the reader. */
export function findContacts(transcript: Transcript, options: PhoneNumberOptions = {}): Pick<Message, 'phoneNumbers' | 'emails'> {
  return { phoneNumbers: findPhoneNumbers(transcript, options), emails: findEmails(transcript) };
}

/** Characters of a message that are read as moves: some twenty minutes of speech. House rule. */
const LONGEST_READ_CHARS = 20_000;

/** Reads a transcript as moves, people, numbers and addresses, with the chance of each fact. Pure; linear in the length of the text. */
export function readMessage(transcript: Transcript, { reader, ...options }: ReadMessageOptions): Message {
  const { phoneNumbers, emails } = findContacts(transcript, options);
  const text = transcript.text.slice(0, LONGEST_READ_CHARS);
  const masks = masksOf({ ...transcript, text }, { phoneNumbers, emails }).filter((mask) => mask.charEnd <= text.length);
  const language = languageOf(text, tokenise(text, masks));
  const found = { phoneNumbers, emails, wordCount: transcript.words.length, language };
  const phoneMoves = phoneMovesOf(phoneNumbers);
  if (language !== 'en') return { ...found, moves: phoneMoves, people: { caller: null, recipient: null }, pleas: [], chances: {} };
  const reading = reader.read(text, masks);
  const told = withSaidPlainly(
    { moves: movesOfReading(reading, transcript, reader.header), chances: reading.chances },
    reading,
    transcript,
  );
  const moves = [...told.moves, ...phoneMoves];
  moves.sort((a, b) => a.charStart - b.charStart || a.charEnd - b.charEnd);
  const pressing = pleasOfReading(reading, transcript).map((plea) => withoutAskBegun(plea, moves, transcript));
  const pleas = together(pressingForms(transcript), pressing);
  // “I've left you three messages already” presses: it is no tie besides, true or false.
  const read = moves.filter((move) => move.kind !== 'bridge' || pleas.every((plea) => isApart(plea, move)));
  const asking = withoutAsks(withoutRefusedAsks(withoutHollowTies({ moves: read, chances: told.chances }, text), text), reading, text);
  return {
    ...found,
    ...withOpenRanges(asking, reading.tokens),
    people: peopleOfReading(reading, transcript),
    pleas,
  };
}

/** The most that one ask is believed where no words of it are left: not enough to hold. House rule: no finding without evidence. */
const WITHOUT_WORDS = 0.4;

/** Where what was taken for an ask was none ("I'll see you Thursday") and nothing is left that asks, an ask is in doubt. */
function withoutAsks(
  told: Pick<Message, 'moves' | 'chances'>,
  { spans, tokens }: TextReading,
  text: string,
): Pick<Message, 'moves' | 'chances'> {
  if (told.moves.some(({ kind }) => kind === 'request')) return told;
  const quoteOf = ({ first, last }: ReadSpan): string => text.slice(tokens[first]?.charStart ?? 0, tokens[last]?.charEnd ?? 0);
  if (!spans.some((span) => span.tag === 'ask' && asksNothing(quoteOf(span)))) return told;
  const { goal = 0, narrowRequest = 0 } = told.chances;
  const chances = { goal: Math.min(goal, WITHOUT_WORDS), narrowRequest: Math.min(narrowRequest, WITHOUT_WORDS) };
  return { ...told, chances: { ...told.chances, ...chances } };
}

/** Words that press, without the beginning of an ask behind them: what is to be left out leaves whole sentences. */
function withoutAskBegun(plea: Plea, moves: readonly Move[], transcript: Transcript): Plea {
  const ask = moves.find(
    ({ kind, charStart, charEnd }) =>
      kind === 'request' &&
      plea.charStart < charStart &&
      charStart < plea.charEnd &&
      plea.charEnd < charEnd &&
      plea.charEnd - charStart <= MOST_BEGUN_CHARS,
  );
  if (ask === undefined) return plea;
  const { text } = transcript;
  const charEnd = plea.charStart + text.slice(plea.charStart, ask.charStart).trimEnd().length;
  return charEnd - plea.charStart < FEWEST_PRESSING_CHARS ? plea : { ...plea, ...quoteAt(transcript, plea.charStart, charEnd) };
}

/** Characters of an ask that was begun. House rule. */
const MOST_BEGUN_CHARS = 12;
/** Fewest characters of words that press by themselves. House rule. */
const FEWEST_PRESSING_CHARS = 12;

/** Set forms of words and what the reader found beside them, in order. */
function together(forms: readonly Plea[], read: readonly Plea[]): Plea[] {
  const isOther = (plea: Plea): boolean => forms.every((form) => isApart(form, plea));
  return [...forms, ...read.filter(isOther)].sort((a, b) => a.charStart - b.charStart);
}

type Stretch = Pick<Quote, 'charStart' | 'charEnd'>;

const isApart = (a: Stretch, b: Stretch): boolean => a.charEnd <= b.charStart || b.charEnd <= a.charStart;

/** What the grammars found in a text, as the stretches that the reader sees as one token each. */
export function masksOf(transcript: Transcript, { phoneNumbers, emails }: Pick<Message, 'phoneNumbers' | 'emails'>): Mask[] {
  const of = (found: readonly { mentions: readonly Quote[] }[], placeholder: string): Mask[] =>
    found.flatMap(({ mentions }) => mentions.map(({ charStart, charEnd }) => ({ charStart, charEnd, placeholder })));
  return [...of(emails, 'EMAIL'), ...of(findWebAddresses(transcript), 'WEB'), ...of(phoneNumbers, 'PHONE')];
}

const phoneMovesOf = (phoneNumbers: readonly PhoneNumber[]): Move[] =>
  phoneNumbers.flatMap((number) =>
    number.mentions.map(({ digits: _, ...quote }): Move => ({ kind: 'phone-number', ...quote, confidence: number.confidence })),
  );
