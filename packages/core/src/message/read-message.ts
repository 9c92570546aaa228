import type { EmailAddress, Message, Move, PhoneNumber } from '../documents/message.ts';
import type { Transcript } from '../documents/transcript.ts';
import { findEmails } from './addresses/index.ts';
import { languageOf } from './language.ts';
import { findBridges } from './moves/bridge.ts';
import { READ_DEFAULTS, type Reading, type ReadOptions } from './moves/context.ts';
import { findCourtesies } from './moves/courtesy.ts';
import { findDeadlines } from './moves/deadline.ts';
import { findPeople } from './moves/people.ts';
import { findReplyOptions } from './moves/reply-options.ts';
import { findRequests } from './moves/requests.ts';
import { findTimeBoxes } from './moves/time-box.ts';
import { findTone } from './moves/tone.ts';
import { findPhoneNumbers, type PhoneNumberOptions } from './phone-numbers/index.ts';
import { expandContractions } from './stream/contractions.ts';
import { dropFillers } from './stream/fillers.ts';
import { collapseNames } from './stream/names.ts';
import { createStream, type Stream } from './stream/stream.ts';
import { type Mask, tokenise } from './stream/tokens.ts';
import { createWordList, type WordList } from './words/lexicon.ts';

/** How to read: bounds, and the caller's country for numbers that do not name theirs. */
export interface ReadMessageOptions extends Partial<ReadOptions>, PhoneNumberOptions {}

/** Reads a transcript as moves, people, numbers and addresses. Pure; linear in the length of the text. */
export function readMessage(transcript: Transcript, options: ReadMessageOptions = {}): Message {
  const phoneNumbers = findPhoneNumbers(transcript, options);
  const emails = findEmails(transcript);
  const { stream, language } = streamOf(transcript.text, masksOf(phoneNumbers, emails), createWordList());
  const base = { phoneNumbers, emails, wordCount: transcript.words.length, language };
  if (language !== 'en') return { ...base, moves: phoneMoves(phoneNumbers), people: { caller: null, recipient: null } };
  const reading: Reading = { stream, words: transcript.words, options: { ...READ_DEFAULTS, ...options } };
  const people = findPeople(reading);
  const moves = [
    ...people.moves,
    ...findBridges(reading),
    ...findRequests(reading),
    ...findTimeBoxes(reading),
    ...findDeadlines(reading),
    ...findReplyOptions(reading),
    ...findTone(reading),
    ...findCourtesies(reading),
    ...phoneMoves(phoneNumbers),
  ];
  moves.sort((a, b) => a.charStart - b.charStart || a.charEnd - b.charEnd);
  return { ...base, moves, people: people.names };
}

/** Characters of a message that are read as moves: some twenty minutes of speech. House rule. */
const LONGEST_READ_CHARS = 20_000;

function streamOf(text: string, masks: readonly Mask[], list: WordList): { stream: Stream; language: Message['language'] } {
  const read = text.slice(0, LONGEST_READ_CHARS);
  const tokens = tokenise(
    read,
    masks.filter((mask) => mask.charEnd <= read.length),
  );
  const language = languageOf(read, tokens);
  const named = collapseNames(dropFillers(expandContractions(tokens)), list);
  return { stream: createStream(text, named), language };
}

function masksOf(phoneNumbers: readonly PhoneNumber[], emails: readonly EmailAddress[]): Mask[] {
  const of = (mentions: readonly { charStart: number; charEnd: number }[], placeholder: string): Mask[] =>
    mentions.map(({ charStart, charEnd }) => ({ charStart, charEnd, placeholder }));
  return [...emails.flatMap((email) => of(email.mentions, 'EMAIL')), ...phoneNumbers.flatMap((number) => of(number.mentions, 'PHONE'))];
}

const phoneMoves = (phoneNumbers: readonly PhoneNumber[]): Move[] =>
  phoneNumbers.flatMap((number) =>
    number.mentions.map(({ digits: _, ...quote }): Move => ({ kind: 'phone-number', ...quote, confidence: number.confidence })),
  );
