import { z } from 'zod';
import { OBJECTIVES } from '../brief/brief.ts';
import { briefSchema } from '../brief/schema.ts';
import { RingbackError } from '../documents/failure.ts';
import { PLAINLY, placesOf } from '../documents/plain-issues.ts';
import { TIP_IDS } from '../documents/tip-ids.ts';
import type { ElementId } from '../verdict/weights.ts';

/** What can come of a call. The first three are returns; `declined` is an answer and no return; `nothing` ends the wait. */
export const OUTCOME_KINDS = ['phone', 'email', 'met', 'declined', 'nothing'] as const;

/** One of {@link OUTCOME_KINDS}. */
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** Longest name and longest note, characters. House rule. */
const LONGEST = { name: 200, note: 2_000 } as const;

/** A moment in UTC, to the millisecond, so that the same moment is always written the same. */
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const name = z.string().trim().min(1).max(LONGEST.name);
const share = z.number().min(0).max(1);

const outcomeSchema = z.strictObject({ kind: z.enum(OUTCOME_KINDS), at: moment });

/** What the message that was left read like, kept with the call: the script may change afterwards. */
export const messageReadSchema = z.strictObject({
  decision: z.enum(['return', 'toss-up', 'delete']),
  score: share,
  durationSec: z.number().min(0),
  tips: z.partialRecord(z.enum(TIP_IDS), z.enum(['pass', 'improve', 'fail', 'notApplicable', 'error'])),
  /** The kind of tie that was said; null when none was. */
  bridge: z.string().max(LONGEST.name).nullable(),
  /** How the message did on each element of the verdict, 0..1; elements that could not be judged are left out. */
  elements: z.record(z.string(), share) as unknown as z.ZodType<Partial<Record<ElementId, number>>>,
});

/** {@link messageReadSchema} */
export type MessageRead = z.infer<typeof messageReadSchema>;

/** What a person says of a call; the rest is kept for them. */
const told = {
  whom: z.strictObject({
    name,
    organisation: name.exactOptional(),
    number: z.string().max(LONGEST.name).exactOptional(),
    email: z.string().max(LONGEST.name).exactOptional(),
  }),
  leftAt: moment,
  objective: z.enum(OBJECTIVES),
  scriptId: z.uuid().nullable(),
  takeId: z.uuid().nullable(),
  read: messageReadSchema.nullable(),
  /** What the message was composed from, for the next one. */
  brief: briefSchema.nullable(),
  /** In order of time; empty while nothing came of it yet. */
  outcomes: z.array(outcomeSchema).max(100),
  /** False for a call of which nobody noted what came: it is kept and counts in no statistics. */
  followed: z.boolean(),
  note: z.string().max(LONGEST.note),
};

const changeSchema = z.strictObject(told).partial();

/** The schema of a call, version 1. */
export const callSchema = z
  .strictObject({
    callVersion: z.literal(1),
    id: z.uuid(),
    ...told,
    /** The program an import came from and what makes the call one and the same there. */
    source: z.strictObject({ program: name, key: z.string().min(1).max(LONGEST.name) }).nullable(),
    /** What fields held before each change, oldest first. */
    history: z.array(z.strictObject({ at: moment, before: changeSchema })),
  })
  .refine(inOrder, { path: ['outcomes'], message: 'must not be earlier than the call itself' });

/** A message that was left, and what came of it. */
export type Call = z.infer<typeof callSchema>;

/** What can be changed of a call. */
export type CallChange = Partial<Pick<Call, keyof typeof told>>;

/** A call as a person enters it; only the name is needed. */
export const newCallSchema = z.strictObject({
  ...changeSchema.omit({ outcomes: true, followed: true }).shape,
  whom: told.whom,
});

/** {@link newCallSchema} */
export type NewCall = z.infer<typeof newCallSchema>;

/** The schema of what can be changed. */
export const callChangeSchema = changeSchema;

function inOrder({ leftAt, outcomes }: { leftAt: string; outcomes: readonly { at: string }[] }): boolean {
  return outcomes.every(({ at }) => at >= leftAt);
}

/**
 * Reads one call from JSON.
 * @throws RingbackError "bad-call" naming the fields that are off.
 */
export function parseCall(value: unknown): Call {
  const result = callSchema.safeParse(value, PLAINLY);
  if (result.success) return result.data;
  throw new RingbackError('bad-call', `The call cannot be kept: ${placesOf(result.error, 'call')}.`);
}

/** A call as it is first kept. @param now ISO 8601; when it was left, unless it says so itself. */
export function beginCall(id: string, told: NewCall, now: string): Call {
  return parseCall({
    callVersion: 1,
    id,
    leftAt: now,
    objective: told.brief?.objective ?? 'other',
    scriptId: null,
    takeId: null,
    read: null,
    brief: null,
    note: '',
    ...told,
    outcomes: [],
    followed: true,
    source: null,
    history: [],
  });
}

/** The call with a change made and what was there before added to its history; the very same call when nothing changes. */
export function changeCall(call: Call, change: CallChange, now: string): Call {
  const fields = (Object.keys(change) as (keyof CallChange)[]).filter(
    (field) => JSON.stringify(call[field]) !== JSON.stringify(change[field]),
  );
  if (fields.length === 0) return call;
  const before = Object.fromEntries(fields.map((field) => [field, call[field]]));
  return parseCall({ ...call, ...change, history: [...call.history, { at: now, before }] });
}

/** The call with one more thing that came of it; anything after `nothing` takes its place, for it was not nothing. */
export function addOutcome(call: Call, kind: OutcomeKind, at: string, now: string): Call {
  const others = call.outcomes.filter((outcome) => outcome.kind !== kind && outcome.kind !== 'nothing');
  const outcomes = [...others, { kind, at: new Date(at).toISOString() }].sort((a, b) => a.at.localeCompare(b.at));
  return changeCall(call, { outcomes, followed: true }, now);
}

/** The JSON Schema of a call (draft 2020-12). */
export function callJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(callSchema, { io: 'input', unrepresentable: 'any' });
}
