import { type Artifacts, type Review, type ReviewOptions, review, scriptArtifacts } from '@ringback/core';

/** How a script is reviewed. */
export interface ReviewScriptOptions {
  /** File name without folders, or "stdin"; one that ends in .md is read as Markdown. */
  name: string;
  /** With which reader, and what the person set. */
  review: ReviewOptions;
}

/** Reviews a script. @param text The words as they would be said, plain or Markdown. */
export function reviewScript(text: string, options: ReviewScriptOptions): { review: Review; artifacts: Artifacts } {
  const pace = options.review.paceWordsPerMinute;
  const artifacts = scriptArtifacts(text, { name: options.name, ...(pace && { pace }) });
  return { review: review(artifacts, options.review), artifacts };
}
