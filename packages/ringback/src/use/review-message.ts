import { type Artifacts, type ReviewOptions, review } from '@ringback/core';
import { loadArtifacts } from '../files/artifact-folder.ts';
import type { Input } from '../files/input.ts';
import type { Reviewed } from './review-recording.ts';
import { reviewScript } from './review-script.ts';

/** How whoever calls has a recording heard: here, or in a thread. */
export type Hear<Recording> = (recording: Recording) => Promise<Artifacts>;

/**
 * Reviews a message of any kind: a script, a recording, or what was gathered before.
 * @param script What a recording was to say, as it would be said; null where nobody knows.
 */
export async function reviewMessage<Recording extends { kind: 'recording' }>(
  input: Exclude<Input, { kind: 'recording' }> | Recording,
  hear: Hear<Recording>,
  options: ReviewOptions,
  script: string | null = null,
): Promise<Reviewed> {
  if (input.kind === 'script') return reviewScript(input.text, { name: input.name, review: options });
  const gathered = input.kind === 'artifacts' ? await loadArtifacts(input.folder) : await hear(input);
  const artifacts = script === null ? gathered : { ...gathered, script };
  return { review: review(artifacts, options), artifacts };
}
