import { type Artifacts, type Review, type ReviewOptions, review } from '@ringback/core';
import { type DecodedRecording, type GatherOptions, gatherSound } from '@ringback/speech';
import { type FileGatherOptions, gatherRecording } from './gather.ts';

/** What a message was judged to be, and what it was judged by. */
export interface Reviewed {
  review: Review;
  artifacts: Artifacts;
}

/**
 * Reviews a recording: hears it on this machine, then judges what was heard.
 * @throws RingbackError when the bytes are no recording that can be decoded.
 */
export async function reviewRecording(bytes: Uint8Array, options: FileGatherOptions & { review: ReviewOptions }): Promise<Reviewed> {
  const { artifacts } = await gatherRecording(bytes, options);
  return { review: review(artifacts, options.review), artifacts };
}

/** Reviews a recording that is decoded. */
export async function reviewSound(sound: DecodedRecording, options: GatherOptions & { review: ReviewOptions }): Promise<Reviewed> {
  const artifacts = await gatherSound(sound, options);
  return { review: review(artifacts, options.review), artifacts };
}
