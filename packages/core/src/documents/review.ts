import { z } from 'zod';
import { sourceSchema } from './artifacts.ts';
import { dictationSchema } from './dictation.ts';
import { scriptFollowingSchema } from './following.ts';
import { factsSchema, messageSchema } from './message.ts';
import { spanSchema } from './span.ts';
import { NOTE_IDS, TIP_IDS } from './tip-ids.ts';
import { transcriptSchema } from './transcript.ts';

export * from './tip-ids.ts';

const tipStatusSchema = z.enum(['pass', 'improve', 'fail', 'notApplicable', 'error']);

/** `error`: an artifact it needs failed. `notApplicable`: out of scope here. Neither counts. */
export type TipStatus = z.infer<typeof tipStatusSchema>;

const measureSchema = z.object({
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  expected: z.string(),
  /** A paper, our own figure, or "house rule". */
  source: z.string(),
});

/** A measure with what was expected of it and where the expectation comes from. */
export type Measure = z.infer<typeof measureSchema>;

const findingSchema = z.object({
  message: z.string(),
  /** The words quoted, the measure with unit and expected range, or what was looked for and not found. */
  evidence: z.string(),
  /** What to say or do instead; empty when the finding is good. */
  fix: z.string(),
  /** True for something done well. */
  good: z.boolean(),
  /** True where the reader could not tell, and says so instead of judging. */
  doubt: z.literal(true).exactOptional(),
  /** How much it matters; absent for something done well. A hint never changes the tip's status or score. */
  severity: z.enum(['hint', 'improve', 'fail']).exactOptional(),
  measure: measureSchema.exactOptional(),
  charStart: z.number().exactOptional(),
  charEnd: z.number().exactOptional(),
  /** Seconds. */
  start: z.number().exactOptional(),
  end: z.number().exactOptional(),
  /** The person's reason for not minding, when waived. A waived finding does not count. */
  waived: z.string().exactOptional(),
});

/** One thing that helps or hurts, with its evidence and a fix that could be said aloud. */
export type Finding = z.infer<typeof findingSchema>;

const tipResultSchema = z.object({
  id: z.enum(TIP_IDS),
  status: tipStatusSchema,
  /** 0..1; null for `notApplicable` and `error`. */
  score: z.number().nullable(),
  headline: z.string(),
  findings: z.array(findingSchema),
});

/** What one tip says. */
export type TipResult = z.infer<typeof tipResultSchema>;

const noteResultSchema = z.object({
  id: z.enum(NOTE_IDS),
  status: tipStatusSchema,
  headline: z.string(),
  findings: z.array(findingSchema),
});

/** What one note says; notes never enter the verdict. */
export type NoteResult = z.infer<typeof noteResultSchema>;

const deliverySchema = z.object({
  durationSec: z.number(),
  speechSec: z.number().nullable(),
  /** Words per minute over the whole duration. */
  wordsPerMinute: z.number(),
  /** Syllables per second of speech time. */
  articulationRate: z.number().nullable(),
  pauses: z.array(spanSchema),
  fillers: z.array(spanSchema),
  pitch: z.object({ medianHz: z.number(), sdSemitones: z.number() }).nullable(),
  /** dB full scale. */
  levelDb: z.number().nullable(),
  /** dB by which the last third of the speech is quieter than the first; absent or null where not measured. */
  levelFallDb: z.number().nullable().exactOptional(),
  /** Digits per second over the clearest mention of the number. */
  digitsPerSecond: z.number().nullable(),
  quality: z.object({
    clippedShare: z.number().nullable(),
    snrDb: z.number().nullable(),
    bandwidthHz: z.number().nullable(),
    withheld: z.array(z.object({ measure: z.string(), reason: z.string() })),
  }),
});

/** How it was said. Null where not measured or withheld; `quality.withheld` says why. */
export type Delivery = z.infer<typeof deliverySchema>;

/** {@link Verdict} */
export const verdictSchema = z.object({
  decision: z.enum(['return', 'toss-up', 'delete']),
  /** 0..1: ranks messages; not a probability. */
  score: z.number(),
  reasons: z.array(z.string()),
  firstFix: z.enum(TIP_IDS).nullable(),
});

/** What the message reads like. Never a chance of a callback. */
export type Verdict = z.infer<typeof verdictSchema>;

const dictatedNumberSchema = z.object({
  /** Null when it is not complete. */
  e164: z.string().nullable(),
  dictation: dictationSchema,
  /** For each digit of the clearest mention what a listener in a car would write, "?" for a lost one; absent without a drive test. */
  written: z.array(z.string()).exactOptional(),
});

/** The number that the tip judges, as it was said in a recording. */
export type DictatedNumber = z.infer<typeof dictatedNumberSchema>;

/** {@link Review} */
export const reviewSchema = z.object({
  reviewVersion: z.literal(1),
  source: sourceSchema,
  transcript: transcriptSchema,
  message: messageSchema.pick({ moves: true, people: true, phoneNumbers: true, emails: true, pleas: true }),
  facts: factsSchema,
  /** Calibrated chance of each fact that is read with doubt, 0..1. */
  chances: messageSchema.shape.chances,
  delivery: deliverySchema,
  /** How the number was said; absent where there is none, where its digits have no times or where they may not be judged. */
  number: dictatedNumberSchema.exactOptional(),
  /** How the take followed its script; absent where no script is known. */
  following: scriptFollowingSchema.exactOptional(),
  /** Always all seven, in the order of {@link TIP_IDS}. */
  tips: z.array(tipResultSchema).length(TIP_IDS.length),
  notes: z.array(noteResultSchema),
  verdict: verdictSchema,
});

/** The whole review of one script or recording. */
export type Review = z.infer<typeof reviewSchema>;
