import { z } from 'zod';
import { RingbackError } from '../documents/failure.ts';
import { PLAINLY, placesOf } from '../documents/plain-issues.ts';
import { type Brief, type BriefBridge, type BriefDraft, GOALS, OBJECTIVES, REGISTERS } from './brief.ts';
import { LONGEST_TALK_MIN, readMinutes } from './typed/minutes.ts';

/** Longest text of one part, characters: a part is one sentence at most, and half a minute is the whole budget. House rule. */
const LONGEST_PART = 300;
/** Longest name, characters. House rule. */
const LONGEST_NAME = 100;

/** Minutes as a number, or as someone would type them. */
const minutes = z.union([
  z.number().int().min(1).max(LONGEST_TALK_MIN),
  z
    .string()
    .max(LONGEST_NAME)
    .transform((typed, context) => {
      const read = readMinutes(typed);
      if (read && 'minutes' in read) return read.minutes;
      context.addIssue({ code: 'custom', message: 'must be one number of minutes, such as 5' });
      return z.NEVER;
    }),
]);

const SPACES = /\s+/g;
const oneLine = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => text.replace(SPACES, ' ').trim())
    .refine((text) => text.length > 0, 'must not be blank');
const part = oneLine(LONGEST_PART);
const name = oneLine(LONGEST_NAME);

const bridgeSchema: z.ZodType<BriefBridge> = z.discriminatedUnion('tie', [
  z.strictObject({ tie: z.literal('referrer'), person: name, organisation: name.exactOptional() }),
  z.strictObject({ tie: z.literal('mutual-contact'), person: name, organisation: name.exactOptional() }),
  z.strictObject({ tie: z.literal('known-colleague'), person: name, organisation: name, formerly: z.boolean().exactOptional() }),
  z.strictObject({
    tie: z.literal('shared-organisation'),
    organisation: name,
    as: z.literal('members').exactOptional(),
    together: z.boolean().exactOptional(),
    when: name.exactOptional(),
  }),
  z.strictObject({
    tie: z.literal('shared-school'),
    organisation: name,
    together: z.boolean().exactOptional(),
    when: name.exactOptional(),
  }),
  z.strictObject({ tie: z.literal('shared-event'), event: name, when: name.exactOptional() }),
  z.strictObject({
    tie: z.literal('earlier-contact'),
    how: z.enum(['met', 'spoke', 'wrote', 'worked', 'connected']),
    event: name.exactOptional(),
    when: name.exactOptional(),
  }),
  z.strictObject({ tie: z.literal('own-words'), sentence: part }),
]);

const numberSchema = z.strictObject({
  number: z
    .string()
    .max(LONGEST_NAME)
    .regex(/\d(?:\D*\d){5,}/, 'must hold at least six digits'),
  extension: z
    .string()
    .regex(/^\d{1,8}$/, 'must be one to eight digits')
    .exactOptional(),
  label: name.exactOptional(),
});

const channelSchema = z
  .strictObject({
    channel: z.enum(['email', 'text', 'assistant', 'calendar', 'web']),
    address: name.exactOptional(),
    name: name.exactOptional(),
  })
  .superRefine((option, context) => {
    const missing = (what: string) => context.addIssue({ code: 'custom', path: ['address'], message: `needs ${what}` });
    if (option.channel === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(option.address ?? ''))
      missing('an address such as jo@example.com');
    if ((option.channel === 'calendar' || option.channel === 'web') && !option.address) missing('the address of the page');
  });

/** How the person speaks; some programs call casual "friendly". */
const register = z.enum([...REGISTERS, 'friendly']).transform((given) => (given === 'friendly' ? ('casual' as const) : given));

/** The schema of a brief, also printed as JSON Schema by `ringback compose --schema`. */
export const briefSchema = z.strictObject({
  briefVersion: z.literal(1).default(1),
  objective: z.enum(OBJECTIVES).default('other'),
  caller: z.strictObject({ name, organisation: name.exactOptional(), role: name.exactOptional(), about: part.exactOptional() }),
  whom: z.strictObject({ name, title: name.exactOptional(), organisation: name.exactOptional() }),
  bridge: bridgeSchema.exactOptional(),
  topic: part.exactOptional(),
  question: part.exactOptional(),
  minutes: minutes.exactOptional(),
  deadline: z.strictObject({ by: name, because: part.exactOptional() }).exactOptional(),
  numbers: z.array(numberSchema).max(2).default([]),
  replyChannels: z.array(channelSchema).max(3).default([]),
  goal: z.enum(GOALS).default('call-back'),
  register: register.default('plain'),
  region: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters such as US')
    .default('US'),
});

const draftSchema = briefSchema.partial().extend({
  caller: briefSchema.shape.caller.partial().exactOptional(),
  whom: briefSchema.shape.whom.partial().exactOptional(),
});

/**
 * Reads a complete brief from parsed JSON.
 * @throws RingbackError `bad-brief` naming the first parts that are missing or wrong, never their values.
 */
export function parseBrief(value: unknown): Brief {
  const result = briefSchema.safeParse(value, PLAINLY);
  if (result.success) return result.data;
  throw new RingbackError(
    'bad-brief',
    `The brief cannot be used: ${placesOf(result.error, 'brief')}. Mend those parts; ringback compose --schema prints the schema.`,
  );
}

/**
 * Reads a brief of which parts may be missing.
 * @throws RingbackError `bad-brief` when a part that is there is wrong.
 */
export function parseBriefDraft(value: unknown): BriefDraft {
  const result = draftSchema.safeParse(value, PLAINLY);
  // Defaults must not look like answers: keep only what was there.
  if (result.success) {
    const given = new Set(Object.keys(value as object));
    return Object.fromEntries(Object.entries(result.data).filter(([key]) => given.has(key))) as BriefDraft;
  }
  throw new RingbackError(
    'bad-brief',
    `The brief cannot be used: ${placesOf(result.error, 'brief')}. Mend those parts; ringback compose --schema prints the schema.`,
  );
}

/** The brief's JSON Schema (draft 2020-12), for editors and other programs. */
export function briefJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(briefSchema, { io: 'input', unrepresentable: 'any' });
}
