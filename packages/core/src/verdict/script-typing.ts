import { RingbackError } from '../documents/failure.ts';
import type { Review, TipId } from '../documents/review.ts';
import { type ScriptOptions, scriptArtifacts } from '../spoken/script-artifacts.ts';
import { type ReviewOptions, review } from './review.ts';

/** The review of a script that is being written. */
export interface TypingReview {
  /** Null while there is nothing that could be reviewed. */
  review: Review | null;
  /** Why there is no review, in a sentence; null when there is one. */
  reason: string | null;
  /** Tips whose status or headline is another than the time before; all seven the first time. */
  changed: TipId[];
}

/**
 * Reviews a script as it is typed: call the result with the whole text after each change. Text that is the same as before
 * gives the very same object, so that an editor redraws only what `changed` names. Half a message is no error here.
 *
 * The whole text is read again each time: a word at the end can change what a word at the beginning means, and reading a
 * script takes a few milliseconds (`docs/speed.md`).
 */
export function reviewWhileTyping(script: ScriptOptions, options: ReviewOptions): (text: string) => TypingReview {
  let last: { text: string; result: TypingReview } | null = null;
  return (text) => {
    if (last?.text === text) return last.result;
    const result = reviewed(text, script, options, last?.result.review ?? null);
    last = { text, result };
    return result;
  };
}

function reviewed(text: string, script: ScriptOptions, options: ReviewOptions, before: Review | null): TypingReview {
  try {
    const now = review(scriptArtifacts(text, script), options);
    return { review: now, reason: null, changed: changedTips(before, now) };
  } catch (error) {
    if (!(error instanceof RingbackError) || error.kind !== 'input') throw error;
    return { review: null, reason: error.message, changed: [] };
  }
}

function changedTips(before: Review | null, now: Review): TipId[] {
  return now.tips
    .filter((tip) => {
      const was = before?.tips.find((candidate) => candidate.id === tip.id);
      return was === undefined || was.status !== tip.status || was.headline !== tip.headline;
    })
    .map((tip) => tip.id);
}
