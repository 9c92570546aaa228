import { z } from 'zod';

/** {@link Span} */
export const spanSchema = z.object({ start: z.number(), end: z.number() });

/** A stretch of time in seconds from the start of the original recording; `end >= start`. */
export type Span = z.infer<typeof spanSchema>;

/** {@link CharRange} */
export const charRangeSchema = z.object({ charStart: z.int().nonnegative(), charEnd: z.int().nonnegative() });

/** A stretch of text in UTF-16 offsets into `Transcript.text`; `charEnd` is exclusive. */
export type CharRange = z.infer<typeof charRangeSchema>;

/** {@link Quote} */
export const quoteSchema = charRangeSchema.extend({
  /** Exactly `text.slice(charStart, charEnd)`. */
  quote: z.string(),
  /** Seconds; absent when no word of the quote has a time. */
  start: z.number().exactOptional(),
  end: z.number().exactOptional(),
});

/** Words of the message with their place in the text and, where the message has times, in the recording. */
export type Quote = z.infer<typeof quoteSchema>;
