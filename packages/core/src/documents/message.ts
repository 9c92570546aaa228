import type { Quote } from './span.ts';
import type { TimedDigit } from './transcript.ts';

/** The kinds of move a voicemail is made of, in no order. */
export const MOVE_KINDS = [
  'greeting',
  'caller-name',
  'affiliation',
  'bridge',
  'purpose',
  'pitch',
  'request',
  'time-box',
  'deadline',
  'phone-number',
  'reply-option',
  'flattery',
  'apology',
  'thanks',
  'sign-off',
] as const;

/** One of {@link MOVE_KINDS}. */
export type MoveKind = (typeof MOVE_KINDS)[number];

/** What a request asks the listener to do. */
export type RequestKind =
  | 'callback'
  | 'email-reply'
  | 'text-reply'
  | 'answer'
  | 'confirm'
  | 'meeting'
  | 'talk'
  | 'information'
  | 'favour'
  | 'other';

/** What ties caller and called. `false-tie` is one that only sounds like a tie ("executives like yourself"). */
export type BridgeKind =
  | 'referrer'
  | 'mutual-contact'
  | 'shared-organisation'
  | 'shared-school'
  | 'shared-event'
  | 'earlier-contact'
  | 'false-tie';

/** How the listener can answer other than by calling the number. */
export type ReplyChannel = 'email' | 'text' | 'assistant' | 'calendar' | 'web' | 'other';

interface MoveBase extends Quote {
  /** 0..1: how sure the reader is. */
  confidence: number;
}

/** One move: a stretch of the message that does one thing. Moves are ordered by `charStart` and may overlap. */
export type Move =
  | (MoveBase & {
      kind: 'request';
      ask: RequestKind /** One limited, specific thing (a question, a slot, minutes with a topic). */;
      narrow: boolean /** Why it is not narrow, when it is not. */;
      openBecause?: 'no-topic' | 'no-bound' | 'open-range' | 'vague';
    })
  | (MoveBase & { kind: 'bridge'; tie: BridgeKind /** The person or organisation named, if any. */; via?: string })
  | (MoveBase & { kind: 'time-box'; minMinutes: number; maxMinutes: number })
  | (MoveBase & { kind: 'reply-option'; channel: ReplyChannel })
  | (MoveBase & { kind: 'flattery' | 'apology' /** 0..1: from courtesy to grovelling. */; strength: number })
  | (MoveBase & {
      kind: 'greeting' | 'caller-name' | 'affiliation' | 'purpose' | 'pitch' | 'deadline' | 'phone-number' | 'thanks' | 'sign-off';
    });

/** One time a phone number was said. */
export interface PhoneMention extends Quote {
  /** Every digit said, in order; empty when the message has no times. */
  digits?: TimedDigit[];
}

/** A phone number of the message, with every time it was said. */
export interface PhoneNumber {
  /** E.164 such as "+14155550142"; null when incomplete or not valid in form. */
  e164: string | null;
  /** The digits as understood, after corrections, without extension. */
  digits: string;
  /** The first that was said. */
  extension?: string;
  /** All of them, where more than one was said. */
  extensions?: string[];
  mentions: PhoneMention[];
  /** 0..1: how sure the reader is that this is the number meant. */
  confidence: number;
}

/** An e-mail address of the message, written or spoken. */
export interface EmailAddress {
  /** Lower case, such as "jim@example.com". */
  address: string;
  mentions: Quote[];
  /** 0..1: how sure a careful listener could be of the spelling. */
  confidence: number;
}

/** Words that beg or press: told and weighed beside the moves. */
export interface Plea extends Quote {
  kind: 'begging' | 'pressure';
  /** 0..1: how sure the reader is. */
  confidence: number;
}

/** Facts that are read with doubt; the others follow from grammars. */
export const READ_FACTS = [
  'goal',
  'bridge',
  'obsequious',
  'narrowRequest',
  'timeBox',
  'deadline',
  'replyOption',
  'callerName',
  'recipientName',
] as const;

/** One of {@link READ_FACTS}. */
export type ReadFact = (typeof READ_FACTS)[number];

/** The message as read. Every quote is an exact substring of the transcript. */
export interface Message {
  moves: Move[];
  people: {
    /** The caller's name as said, or null. */
    caller: string | null;
    /** The called person's name as said, or null. */
    recipient: string | null;
  };
  phoneNumbers: PhoneNumber[];
  emails: EmailAddress[];
  /** Begging and pressure, in order. */
  pleas: Plea[];
  /** Calibrated chance of each fact, 0..1; empty when nothing was read. */
  chances: Partial<Record<ReadFact, number>>;
  /** Number of words as spoken. */
  wordCount: number;
  /** "en" or what it seems to be when it is not English ("other"); "none" when there is nothing to read. */
  language: 'en' | 'other' | 'none';
}

/** Yes-or-no facts of the message. */
export interface Facts {
  /** Exactly one ask, in words, for a reply. */
  goal: boolean;
  /** A concrete tie. */
  bridge: boolean;
  /** Short enough to be heard out, in seconds as said. */
  brief: boolean;
  obsequious: boolean;
  narrowRequest: boolean;
  timeBox: boolean;
  deadline: boolean;
  /** A complete number. */
  phone: boolean;
  phoneRepeated: boolean;
  replyOption: boolean;
  callerName: boolean;
  recipientName: boolean;
}
