import { capturedFacts, type Legibility, review, scriptArtifacts } from '@ringback/core';
import { measureSound } from '@ringback/speech';
import { loadReader } from 'ringback';
import type { Hearing } from './hearing.ts';

/** What the fake understands in any sound. */
const FAKE_WORDS =
  'Hello Ms. Calder, this is Theo Lindgren. Professor Adair said I should call you. Could you give me five minutes on one question? My number is 617-555-0123. Again, 617-555-0123.';
/** What its drive test always finds. */
export const FAKE_LEGIBILITY: Legibility = { method: 'fake', thresholdDb: 0, digits: [], written: '617-555-01?3' };

const RATE = 16_000;
const CAPTURE = { sampleRate: RATE, automaticGain: false, noiseSuppression: false, echoCancellation: false };

/** The artifacts of a take in which {@link FAKE_WORDS} were said, every digit with a time. */
function fakeArtifacts(name: string) {
  const artifacts = scriptArtifacts(FAKE_WORDS, { name });
  if (!artifacts.transcript.ok) throw new TypeError('a script always has words');
  const words = artifacts.transcript.value.words.map((word) => {
    const figures = word.text.match(/\d/g) ?? [];
    const step = (word.end - word.start) / Math.max(1, figures.length);
    const digits = figures.map((digit, i) => ({ digit, start: word.start + i * step, end: word.start + (i + 1) * step }));
    return digits.length === 0 ? word : { ...word, digits };
  });
  const { durationSec } = artifacts.source;
  return {
    ...artifacts,
    source: { ...artifacts.source, kind: 'recording' as const, estimated: false },
    transcript: { ok: true as const, value: { text: FAKE_WORDS, words } },
    sound: measureSound({ samples: new Float32Array(RATE), sampleRate: RATE }, capturedFacts(CAPTURE, durationSec), null),
  };
}

/** Hears the same words in every sound; counts the samples that it was given. */
export async function fakeHearing(): Promise<Hearing & { liveSamples: () => number }> {
  const reader = await loadReader();
  let samples = 0;
  const heard = (name: string, script: string | null) => {
    const artifacts = { ...fakeArtifacts(name), ...(script !== null && { script }) };
    return { artifacts, review: review(artifacts, { reader }) };
  };
  return {
    liveSamples: () => samples,
    async prepare() {},
    live({ script }, onHeard) {
      return {
        push(block) {
          samples += block.length;
          onHeard({ text: 'Hello', heardSec: 1, checklist: [] });
        },
        finish: async (_recording, name) => heard(name, script),
        drop() {},
      };
    },
    hear: async ({ name, script }) => heard(name, script),
    async grade(_samples, artifacts, options) {
      const { sound } = artifacts;
      const graded = { ...artifacts, ...(sound && { sound: { ...sound, legibility: { ok: true as const, value: FAKE_LEGIBILITY } } }) };
      return { artifacts: graded, review: review(graded, { ...options, reader }) };
    },
    speak: async (text) => ({ samples: new Float32Array(text.length), sampleRate: RATE }),
    async judge(artifacts, options) {
      return { artifacts, review: review(artifacts, { ...options, reader }) };
    },
    async close() {},
  };
}
