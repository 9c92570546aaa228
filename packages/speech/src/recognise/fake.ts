import type { Transcript } from '@ringback/core';
import type { Recogniser, RecogniserCapabilities } from './recogniser.ts';

/** What the fake says of itself: everything, as the real one does. */
export const FAKE_CAPABILITIES: RecogniserCapabilities = {
  id: 'fake',
  remote: false,
  languages: ['en'],
  wordTimes: true,
  digitTimes: true,
  confidence: true,
};

/** A recogniser for tests: hands out the given transcript for any waveform that is not silent. */
export function fakeRecogniser(transcript: Transcript, capabilities: Partial<RecogniserCapabilities> = {}): Recogniser {
  return {
    capabilities: { ...FAKE_CAPABILITIES, ...capabilities },
    async recognise(waveform, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      onProgress?.(1);
      return waveform.samples.some((sample) => sample !== 0) ? structuredClone(transcript) : { text: '', words: [] };
    },
    async close() {},
  };
}
