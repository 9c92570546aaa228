import type { Review } from '@ringback/core';

/** How much a finding on a word matters. */
export type WordFlag = 'improve' | 'fail';

/** Words: a finding about more than these is about the message, and a mark under all of them would say nothing. House rule. */
const MOST_MARKED = 40;

/** The words that findings are about, by their place in the transcript; the worst of several counts. */
export function flaggedWords(review: Review): Map<number, WordFlag> {
  const flags = new Map<number, WordFlag>();
  for (const { findings } of review.tips) {
    for (const { good, waived, severity, charStart, charEnd } of findings) {
      if (good || waived !== undefined || charStart === undefined || charEnd === undefined) continue;
      if (severity !== 'improve' && severity !== 'fail') continue;
      const about = review.transcript.words.flatMap((word, i) => (word.charEnd > charStart && word.charStart < charEnd ? [i] : []));
      if (about.length > MOST_MARKED) continue;
      for (const i of about) if (flags.get(i) !== 'fail') flags.set(i, severity);
    }
  }
  return flags;
}
