import type { Artifacts, Gathered } from '@ringback/core';
import { z } from 'zod';

const span = z.object({ start: z.number(), end: z.number() });

const gathered = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), reason: z.string() }),
  ]) as unknown as z.ZodType<Gathered<z.output<T>>>;

const timedDigit = span.extend({ digit: z.string().regex(/^\d$/), confidence: z.number().optional() });

const word = span.extend({
  text: z.string(),
  charStart: z.int().nonnegative(),
  charEnd: z.int().nonnegative(),
  confidence: z.number(),
  method: z.enum(['attention', 'refined', 'aligned', 'estimated']),
  digits: z.array(timedDigit).optional(),
});

const heardNumber = z.object({
  charStart: z.int().nonnegative(),
  charEnd: z.int().nonnegative(),
  digits: z.array(timedDigit),
  otherwise: z.array(z.object({ place: z.int().nonnegative(), digit: z.string().regex(/^\d$/) })),
});

const track = z.object({ startSec: z.number(), stepSec: z.number().positive(), values: z.array(z.number().nullable()) });

const sound = z.looseObject({
  recording: z.looseObject({
    container: z.string(),
    codec: z.string(),
    sampleRate: z.number(),
    channels: z.number(),
    durationSec: z.number(),
    automaticGain: z.boolean().nullable(),
    warnings: z.array(z.string()),
  }),
  activity: gathered(z.looseObject({ segments: z.array(span), pauses: z.array(span), fillers: z.array(span), minPauseSec: z.number() })),
  pitch: gathered(track.extend({ floorHz: z.number(), ceilingHz: z.number() })),
  level: gathered(track),
  quality: gathered(z.looseObject({ withheld: z.array(z.object({ measure: z.string(), reason: z.string() })) })),
  legibility: gathered(z.looseObject({})).optional(),
});

/** Artifacts as saved: the edge where saved files enter. */
export const artifactsSchema = z.object({
  artifactsVersion: z.literal(1),
  source: z.object({
    kind: z.enum(['script', 'recording']),
    name: z.string(),
    durationSec: z.number().nonnegative(),
    estimated: z.boolean(),
  }),
  transcript: gathered(z.object({ text: z.string(), words: z.array(word), numbers: z.array(heardNumber).optional() })),
  sound: sound.optional(),
}) as unknown as z.ZodType<Artifacts>;
