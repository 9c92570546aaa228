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

/** {@link ScriptAddress} */
export const scriptAddressSchema = quoteSchema.pick({ quote: true, charStart: true, charEnd: true }).extend({
  /** As it is written, "jim@example.com" or "example.com/jim". */
  address: z.string(),
  state: z.enum(['said', 'otherwise', 'unsure']),
});

/** An e-mail or web address of the script, where it is first in it, and what became of it. */
export type ScriptAddress = z.infer<typeof scriptAddressSchema>;

/** {@link ScriptDoubt} */
export const scriptDoubtSchema = z.object({
  /** One sentence to the person: "It could not be told whether you said “Thursday”." */
  message: z.string(),
  /** Words of the script. Offsets count in it. */
  script: quoteSchema,
});

/** Words of the script that matter, of which the recording does not tell whether they were said. */
export type ScriptDoubt = z.infer<typeof scriptDoubtSchema>;

/** {@link ScriptFollowing} */
export const scriptFollowingSchema = z.object({
  /** Every word of the script, in order. */
  words: z.array(scriptWordSchema),
  /** In the order of the script. */
  differences: z.array(scriptDifferenceSchema),
  /** Names, days, numbers and addresses in doubt, in the order of the script; absent in a review of an earlier version. */
  doubts: z.array(scriptDoubtSchema).exactOptional(),
  /** In the order of the script; absent in a review of an earlier version. */
  addresses: z.array(scriptAddressSchema).exactOptional(),
});

/** How a take followed its script, word by word. */
export type ScriptFollowing = z.infer<typeof scriptFollowingSchema>;
