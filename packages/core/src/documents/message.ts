import { z } from 'zod';
import { quoteSchema } from './span.ts';
import { timedDigitSchema } from './transcript.ts';

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

const requestKindSchema = z.enum([
  'callback',
  'email-reply',
  'text-reply',
  'answer',
  'confirm',
  'meeting',
  'talk',
  'information',
  'favour',
  'other',
]);

/** What a request asks the listener to do. */
export type RequestKind = z.infer<typeof requestKindSchema>;

const bridgeKindSchema = z.enum([
  'referrer',
  'mutual-contact',
  'shared-organisation',
  'shared-school',
  'shared-event',
  'earlier-contact',
  'false-tie',
]);

/** What ties caller and called. `false-tie` is one that only sounds like a tie ("executives like yourself"). */
export type BridgeKind = z.infer<typeof bridgeKindSchema>;

const replyChannelSchema = z.enum(['email', 'text', 'assistant', 'calendar', 'web', 'other']);

/** How the listener can answer other than by calling the number. */
export type ReplyChannel = z.infer<typeof replyChannelSchema>;

const moveBaseSchema = quoteSchema.extend({
  /** 0..1: how sure the reader is. */
  confidence: z.number(),
});

/** {@link Move} */
export const moveSchema = z.union([
  moveBaseSchema.extend({
    kind: z.literal('request'),
    ask: requestKindSchema,
    /** One limited, specific thing (a question, a slot, minutes with a topic). */
    narrow: z.boolean(),
    /** Why it is not narrow, when it is not. */
    openBecause: z.enum(['no-topic', 'no-bound', 'open-range', 'vague']).exactOptional(),
  }),
  moveBaseSchema.extend({
    kind: z.literal('bridge'),
    tie: bridgeKindSchema,
    /** The person or organisation named, if any. */
    via: z.string().exactOptional(),
  }),
  moveBaseSchema.extend({ kind: z.literal('time-box'), minMinutes: z.number(), maxMinutes: z.number() }),
  moveBaseSchema.extend({ kind: z.literal('reply-option'), channel: replyChannelSchema }),
  moveBaseSchema.extend({
    kind: z.enum(['flattery', 'apology']),
    /** 0..1: from courtesy to grovelling. */
    strength: z.number(),
  }),
  moveBaseSchema.extend({
    kind: z.enum(['greeting', 'caller-name', 'affiliation', 'purpose', 'pitch', 'deadline', 'phone-number', 'thanks', 'sign-off']),
  }),
]);

/** One move: a stretch of the message that does one thing. Moves are ordered by `charStart` and may overlap. */
export type Move = z.infer<typeof moveSchema>;

const phoneMentionSchema = quoteSchema.extend({
  /** Every digit said, in order; empty when the message has no times. */
  digits: z.array(timedDigitSchema).exactOptional(),
});

/** One time a phone number was said. */
export type PhoneMention = z.infer<typeof phoneMentionSchema>;

/** {@link PhoneNumber} */
export const phoneNumberSchema = z.object({
  /** E.164 such as "+14155550142"; null when incomplete or not valid in form. */
  e164: z.string().nullable(),
  /** The digits as understood, after corrections, without extension. */
  digits: z.string(),
  /** The first that was said. */
  extension: z.string().exactOptional(),
  /** All of them, where more than one was said. */
  extensions: z.array(z.string()).exactOptional(),
  mentions: z.array(phoneMentionSchema),
  /** 0..1: how sure the reader is that this is the number meant. */
  confidence: z.number(),
});

/** A phone number of the message, with every time it was said. */
export type PhoneNumber = z.infer<typeof phoneNumberSchema>;

/** {@link EmailAddress} */
export const emailAddressSchema = z.object({
  /** Lower case, such as "jim@example.com". */
  address: z.string(),
  mentions: z.array(quoteSchema),
  /** 0..1: how sure a careful listener could be of the spelling. */
  confidence: z.number(),
});

/** An e-mail address of the message, written or spoken. */
export type EmailAddress = z.infer<typeof emailAddressSchema>;

/** {@link Plea} */
export const pleaSchema = quoteSchema.extend({
  kind: z.enum(['begging', 'pressure']),
  /** 0..1: how sure the reader is. */
  confidence: z.number(),
});

/** Words that beg or press: told and weighed beside the moves. */
export type Plea = z.infer<typeof pleaSchema>;

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

/** {@link Message} */
export const messageSchema = z.object({
  moves: z.array(moveSchema),
  people: z.object({
    /** The caller's name as said, or null. */
    caller: z.string().nullable(),
    /** The called person's name as said, or null. */
    recipient: z.string().nullable(),
  }),
  phoneNumbers: z.array(phoneNumberSchema),
  emails: z.array(emailAddressSchema),
  /** Begging and pressure, in order. */
  pleas: z.array(pleaSchema),
  /** Calibrated chance of each fact, 0..1; empty when nothing was read. */
  chances: z.partialRecord(z.enum(READ_FACTS), z.number()),
  /** Number of words as spoken. */
  wordCount: z.number(),
  /** "en" or what it seems to be when it is not English ("other"); "none" when there is nothing to read. */
  language: z.enum(['en', 'other', 'none']),
});

/** The message as read. Every quote is an exact substring of the transcript. */
export type Message = z.infer<typeof messageSchema>;

/** {@link Facts} */
export const factsSchema = z.object({
  /** Exactly one ask, in words, for a reply. */
  goal: z.boolean(),
  /** A concrete tie. */
  bridge: z.boolean(),
  /** Short enough to be heard out, in seconds as said. */
  brief: z.boolean(),
  obsequious: z.boolean(),
  narrowRequest: z.boolean(),
  timeBox: z.boolean(),
  deadline: z.boolean(),
  /** A complete number. */
  phone: z.boolean(),
  phoneRepeated: z.boolean(),
  replyOption: z.boolean(),
  callerName: z.boolean(),
  recipientName: z.boolean(),
});

/** Yes-or-no facts of the message. */
export type Facts = z.infer<typeof factsSchema>;
