import { z } from 'zod';
import { spanSchema } from './span.ts';
import { timedDigitSchema } from './transcript.ts';

const digitGroupSchema = spanSchema.extend({
  digits: z.array(timedDigitSchema),
  /** Rate inside the group; null for a single digit. */
  digitsPerSec: z.number().nullable(),
  /** Length of the last digit over the mean of the others; null for a single digit. */
  finalLengthening: z.number().nullable(),
  /** Semitones by which pitch moves over the last digit: above zero a rise; null where there is too little voice or no pitch. */
  endPitchMove: z.number().nullable(),
  /** Seconds of silence between this group and the next; null for the last. */
  gapAfterSec: z.number().nullable(),
  /** Whether a listener hears that a group ends here: the gap stands out and is long enough, or the voice rises. False: only the usual writing says so. */
  gapHeard: z.boolean(),
});

/** Digits said together. */
export type DigitGroup = z.infer<typeof digitGroupSchema>;

const mentionDictationSchema = spanSchema.extend({
  digits: z.array(timedDigitSchema),
  groups: z.array(digitGroupSchema),
  /** Digits over the time from the first one's start to the last one's end. */
  digitsPerSec: z.number(),
  /** Rate inside the fastest group of two digits or more; null when there is none. */
  fastestGroupDigitsPerSec: z.number().nullable(),
  /** Silences inside a group, and "um"s anywhere in the number. */
  hesitations: z.array(spanSchema.extend({ kind: z.enum(['silence', 'filler']) })),
  /** Digits that were said and taken back, in order. */
  corrected: z.array(timedDigitSchema),
  /** Whether every digit of the number was said this time (a second time may be only the last four). */
  complete: z.boolean(),
});

/** One time the number was said. */
export type MentionDictation = z.infer<typeof mentionDictationSchema>;

/** {@link Dictation} */
export const dictationSchema = z.object({
  /** Every time it was said with known times, in order. */
  mentions: z.array(mentionDictationSchema),
  /** Sizes of the groups in which its country says it, such as [5, 3, 3]; absent where the number is of none that is known. */
  usualGroups: z.array(z.number()).exactOptional(),
  /** Index of the mention a listener would write from: complete, then slowest. */
  clearest: z.number(),
  /** Times it was said, complete, whether timed or not. */
  timesSaid: z.number(),
  /** Seconds from the end of one mention to the start of the next. */
  apartSec: z.array(z.number()),
  /** Seconds of recording after the end of the first mention, and of the last. */
  afterFirstSec: z.number(),
  afterLastSec: z.number(),
});

/** How a number was dictated. */
export type Dictation = z.infer<typeof dictationSchema>;
