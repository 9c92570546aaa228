import type { Review } from '@ringback/core';

/** How much a finding on a word matters. */
export type WordFlag = 'improve' | 'fail';

/** The words that findings are about, by their place in the transcript; the worst of several counts. */
export function flaggedWords(review: Review): Map<number, WordFlag> {
  const flags = new Map<number, WordFlag>();
  for (const { findings } of review.tips) {
    for (const { good, waived, severity, charStart, charEnd } of findings) {
      if (good || waived !== undefined || charStart === undefined || charEnd === undefined) continue;
      if (severity !== 'improve' && severity !== 'fail') continue;
      review.transcript.words.forEach((word, i) => {
        if (word.charEnd > charStart && word.charStart < charEnd && flags.get(i) !== 'fail') flags.set(i, severity);
      });
    }
  }
  return flags;
}
