import { z } from 'zod';
import { MOVE_KINDS } from './message.ts';
import { charRangeSchema, quoteSchema } from './span.ts';

/** {@link ScriptWordState} */
export const scriptWordStateSchema = z.enum(['said', 'otherwise', 'left-out', 'unsure']);

/** What became of a word of the script: `unsure` where the recording does not tell. */
export type ScriptWordState = z.infer<typeof scriptWordStateSchema>;

/** {@link ScriptWord} */
export const scriptWordSchema = charRangeSchema.extend({
  text: z.string(),
  state: scriptWordStateSchema,
  /** Seconds at which it was said, or what was said instead of it; absent where nothing was. */
  start: z.number().exactOptional(),
  end: z.number().exactOptional(),
});

/** One word of the script. */
export type ScriptWord = z.infer<typeof scriptWordSchema>;

/** {@link ScriptDifference} */
export const scriptDifferenceSchema = z.object({
  kind: z.enum(['otherwise', 'left-out', 'added']),
  /** One sentence to the person: "You left out the deadline: …". */
  message: z.string(),
  /** Words of the script; null for something added. Offsets count in the script. */
  script: quoteSchema.nullable(),
  /** What was said; null for something left out. Offsets count in the transcript. */
  heard: quoteSchema.nullable(),
  /** What the words of the script do in it, the weightiest first. */
  moves: z.array(z.enum(MOVE_KINDS)),
});

/** A difference between script and take that is sure enough to be told. */
export type ScriptDifference = z.infer<typeof scriptDifferenceSchema>;

/** {@link ScriptFollowing} */
export const scriptFollowingSchema = z.object({
  /** Every word of the script, in order. */
  words: z.array(scriptWordSchema),
  /** In the order of the script. */
  differences: z.array(scriptDifferenceSchema),
});

/** How a take followed its script, word by word. */
export type ScriptFollowing = z.infer<typeof scriptFollowingSchema>;
