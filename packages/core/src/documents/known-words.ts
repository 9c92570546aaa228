import { z } from 'zod';

/** {@link CorrectedWords} */
export const correctedWordsSchema = z.object({
  /** As the recogniser wrote them. */
  heard: z.string().min(1),
  /** As the person put them right. */
  meant: z.string().min(1),
});

/** A name, a firm or an address that was misheard and put right by hand. */
export type CorrectedWords = z.infer<typeof correctedWordsSchema>;

/** What a person may speak of where no script tells, as far as it is known. */
export interface KnownWords {
  /** Names, firms, numbers and addresses, each as it would be said or written. */
  terms: readonly string[];
  /** Of earlier takes, the latest first. */
  corrections: readonly CorrectedWords[];
}
