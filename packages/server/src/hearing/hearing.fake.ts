import { review, scriptArtifacts } from '@ringback/core';
import type { Hearing } from './hearing.ts';

/** What the fake understands in any sound. */
export const FAKE_WORDS =
  'Hello Ms. Calder, this is Theo Lindgren. Professor Adair said I should call you. Could you give me five minutes on one question? My number is 617-555-0123. Again, 617-555-0123.';

/** Hears the same words in every sound; counts the samples that it was given. */
export function fakeHearing(): Hearing & { liveSamples: () => number } {
  let samples = 0;
  const heard = (name: string) => {
    const artifacts = scriptArtifacts(FAKE_WORDS, { name });
    return { artifacts, review: review(artifacts) };
  };
  return {
    liveSamples: () => samples,
    async prepare() {},
    live(_rate, onHeard) {
      return {
        push(block) {
          samples += block.length;
          onHeard({ text: 'Hello', heardSec: 1, checklist: [] });
        },
        finish: async (_recording, name) => heard(name),
        drop() {},
      };
    },
    hear: async ({ name }) => heard(name),
    speak: async (text) => ({ samples: new Float32Array(text.length), sampleRate: 16_000 }),
    async judge(artifacts, options) {
      return { artifacts, review: review(artifacts, options) };
    },
    async close() {},
  };
}
