import { z } from 'zod';
import { charRangeSchema, spanSchema } from './span.ts';

const timingMethodSchema = z.enum(['attention', 'refined', 'aligned', 'estimated']);

/** How a time was found: from the decoder's attention, refined on the signal, agreed by two methods, or estimated from text. */
export type TimingMethod = z.infer<typeof timingMethodSchema>;

/** {@link TimedDigit} */
export const timedDigitSchema = spanSchema.extend({
  /** '0' to '9'. */
  digit: z.string().regex(/^\d$/),
  /** 0..1, absent when unknown. */
  confidence: z.number().exactOptional(),
});

/** One spoken digit with its time in seconds. */
export type TimedDigit = z.infer<typeof timedDigitSchema>;

/** {@link WeighedPlace} */
export const weighedPlaceSchema = z.object({
  text: z.string(),
  /** Natural logarithm: how much likelier the sound makes those of its words that have a meaning of their own than silence would. */
  gain: z.number(),
  /** The same of the one of them that gains least. */
  least: z.number(),
});

/** All that the script has in a place, weighed over the same sound at its own pace, a little slower and a little faster: the mean. */
export type WeighedPlace = z.infer<typeof weighedPlaceSchema>;

/** {@link RefusedWords} */
export const refusedWordsSchema = z.object({
  /** As the script has them. */
  text: z.string(),
  /** Natural logarithm: how much less likely the sound makes them than what was heard. */
  log: z.number(),
  /** Natural logarithm: how much likelier the sound makes them than silence would; absent where nobody asked. Misheard words gain, others lose. */
  gain: z.number().exactOptional(),
  /** Parts in which the recogniser writes them: the longer they are, the less a logarithm says. */
  tokens: z.int().nonnegative(),
  /** `before` and `after`: nothing was heard in their place, which is before or after this word. */
  place: z.enum(['here', 'before', 'after']),
  /** Of all that was refused in one place, on the first of it; absent where nobody asked. */
  together: weighedPlaceSchema.exactOptional(),
});

/** Words that were expected and that the sound does not bear out. */
export type RefusedWords = z.infer<typeof refusedWordsSchema>;

/** {@link Word} */
export const wordSchema = z.object({
  text: z.string(),
  ...charRangeSchema.shape,
  ...spanSchema.shape,
  /** 0..1: how sure the recogniser is of the word; 1 for a script. */
  confidence: z.number(),
  /** How `start` and `end` were found. */
  method: timingMethodSchema,
  /** One entry for each digit character of `text`, in order; absent when the word has none or their times are unknown. */
  digits: z.array(timedDigitSchema).exactOptional(),
  /** What was expected at this word and weighed; absent where nothing else was. */
  refused: refusedWordsSchema.exactOptional(),
});

/** One word as written in the transcript, with its punctuation. */
export type Word = z.infer<typeof wordSchema>;

/** {@link HeardNumber} */
export const heardNumberSchema = charRangeSchema.extend({
  /** In order, each with its time and with how sure it is. */
  digits: z.array(timedDigitSchema),
  /** Where another time the same number was said sounds otherwise: the place (0 is the first digit), and as which digit this time sounded by itself; null where it sounded as none. */
  otherwise: z.array(
    z.object({
      place: z.int().nonnegative(),
      digit: z.string().regex(/^\d$/).nullable(),
    }),
  ),
});

/** A number as it was decided from the sound, at its place in the text. */
export type HeardNumber = z.infer<typeof heardNumberSchema>;

/** {@link HeardBy} */
export const heardBySchema = z.object({
  /** The engine's own name, "moonshine-tiny" or "remote:whisper-1". */
  engine: z.string(),
  /** Whether the sound left this machine for it. */
  remote: z.boolean(),
  /** The service that was asked first and gave nothing that could be used. */
  insteadOf: z.string().exactOptional(),
});

/** Who heard a recording, where more than one could have. */
export type HeardBy = z.infer<typeof heardBySchema>;

/** {@link Transcript} */
export const transcriptSchema = z.object({
  text: z.string(),
  words: z.array(wordSchema),
  /** Numbers that were decided from the sound; absent where nobody decided any. */
  numbers: z.array(heardNumberSchema).exactOptional(),
  /** Absent where nobody but this machine was ever asked. */
  heardBy: heardBySchema.exactOptional(),
});

/** What was said. `words` cover every non-blank character of `text`, in order and without overlap. */
export type Transcript = z.infer<typeof transcriptSchema>;
