import { z } from '@hono/zod-openapi';
import type { Review, Script, Take, TakeSummary } from '@ringback/core';

/** Longest name of a script or a take, characters. House rule. */
const LONGEST_NAME = 200;
/** Longest script, characters: an hour of speech, the limit of core. */
const LONGEST_SCRIPT = 60_000;

/** A name a person gave. */
export const nameSchema = z.string().trim().min(1).max(LONGEST_NAME);

/** Path with an id. */
export const idParam = z.object({
  id: z.uuid().openapi({ param: { name: 'id', in: 'path' }, example: '0f8fad5b-d9cb-469f-a165-70867728950e' }),
});

/** What the page sends to keep a script. */
export const scriptInput = z.object({ name: nameSchema, text: z.string().max(LONGEST_SCRIPT) }).openapi('ScriptInput');

/** {@link Script} */
export const scriptSchema: z.ZodType<Script> = z
  .object({ id: z.uuid(), name: z.string(), text: z.string(), createdAt: z.iso.datetime(), updatedAt: z.iso.datetime() })
  .openapi('Script');

const decision = z.enum(['return', 'toss-up', 'delete']);

const summaryShape = {
  id: z.uuid(),
  scriptId: z.uuid().nullable(),
  name: z.string(),
  state: z.enum(['recording', 'hearing', 'reviewed', 'failed']),
  createdAt: z.iso.datetime(),
  durationSec: z.number().nullable(),
  decision: decision.nullable(),
  score: z.number().min(0).max(1).nullable(),
  kept: z.boolean(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
};

/** {@link TakeSummary} */
export const takeSummarySchema: z.ZodType<TakeSummary> = z.object(summaryShape).openapi('TakeSummary');

/** How the browser captured a take. */
export const captureSchema = z
  .object({
    sampleRate: z.number().int().min(8_000).max(192_000),
    automaticGain: z.boolean().nullable(),
    noiseSuppression: z.boolean().nullable(),
    echoCancellation: z.boolean().nullable(),
  })
  .openapi('CaptureSettings');

const tip = z.looseObject({
  id: z.string(),
  status: z.string(),
  score: z.number().nullable(),
  headline: z.string(),
  findings: z.array(z.looseObject({})),
});

/** {@link Review}; the frame of it, since more fields are allowed. */
export const reviewSchema = z
  .looseObject({
    reviewVersion: z.literal(1),
    source: z.looseObject({ kind: z.enum(['script', 'recording']), name: z.string(), durationSec: z.number(), estimated: z.boolean() }),
    transcript: z.looseObject({ text: z.string(), words: z.array(z.looseObject({})) }),
    message: z.looseObject({}),
    facts: z.record(z.string(), z.boolean()),
    delivery: z.looseObject({}),
    tips: z.array(tip).length(7),
    notes: z.array(z.looseObject({})),
    verdict: z.looseObject({ decision, score: z.number(), reasons: z.array(z.string()), firstFix: z.string().nullable() }),
  })
  .openapi('Review') as unknown as z.ZodType<Review>;

/** {@link Take} */
export const takeSchema = z
  .object({
    ...summaryShape,
    capture: captureSchema.nullable(),
    review: reviewSchema.nullable(),
    sound: z.looseObject({}).nullable(),
    progress: z.number().min(0).max(1),
  })
  .openapi('Take') as unknown as z.ZodType<Take>;

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ example: 'about:blank' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().openapi({ description: 'Stable, for programs.' }),
  })
  .openapi('Problem');
