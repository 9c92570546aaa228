import { type Artifacts, type Review, type ReviewOptions, review } from '@ringback/core';
import { type FileGatherOptions, gatherRecording } from './gather.ts';

/**
 * Reviews a recording: hears it on this machine, then judges what was heard.
 * @throws RingbackError when the bytes are no recording that can be decoded.
 */
export async function reviewRecording(
  bytes: Uint8Array,
  options: FileGatherOptions & { review: ReviewOptions },
): Promise<{ review: Review; artifacts: Artifacts }> {
  const { artifacts } = await gatherRecording(bytes, options);
  return { review: review(artifacts, options.review), artifacts };
}
