import { type Artifacts, type Review, type ReviewOptions, review, scriptArtifacts } from '@ringback/core';
import { type GatherOptions, gatherRecording } from './gather.ts';

/** How a script is reviewed. */
export interface ReviewScriptOptions {
  /** File name without folders, or "stdin"; one that ends in .md is read as Markdown. */
  name: string;
  review?: ReviewOptions;
}

/** Reviews a script. @param text The words as they would be said, plain or Markdown. */
export function reviewScript(text: string, options: ReviewScriptOptions): { review: Review; artifacts: Artifacts } {
  const pace = options.review?.paceWordsPerMinute;
  const artifacts = scriptArtifacts(text, { name: options.name, ...(pace && { pace }) });
  return { review: review(artifacts, options.review), artifacts };
}

/**
 * Reviews a recording: hears it on this machine, then judges what was heard.
 * @throws RingbackError when the bytes are no recording that can be decoded.
 */
export async function reviewRecording(
  bytes: Uint8Array,
  options: GatherOptions & { review?: ReviewOptions },
): Promise<{ review: Review; artifacts: Artifacts }> {
  const { artifacts } = await gatherRecording(bytes, options);
  return { review: review(artifacts, options.review), artifacts };
}
