import type { RecordingFacts, Transcript } from '@ringback/core';
import { RingbackError } from '@ringback/core';
import { expect, test } from 'vitest';
import type { SpeechDetector } from '../prosody/speech-detector.ts';
import { fakeRecogniser } from '../recognise/fake.ts';
import { LiveHearing } from './live.ts';
import { gatherSound } from './whole.ts';

const RATE = 16_000;
const WORDS: Transcript = {
  text: 'Hello.',
  words: [{ text: 'Hello.', charStart: 0, charEnd: 6, start: 0.2, end: 0.7, confidence: 1, method: 'attention' }],
};
const FACTS: RecordingFacts = {
  container: 'wav',
  codec: 'pcm_s16le',
  sampleRate: RATE,
  channels: 1,
  durationSec: 1,
  automaticGain: false,
  warnings: [],
};
const samples = Float32Array.from({ length: RATE }, (_, i) => 0.3 * Math.sin((2 * Math.PI * 220 * i) / RATE));
const sound = { waveform: { samples, sampleRate: RATE }, recording: FACTS };
const faulty = () => {
  const nothing = undefined as unknown as { name: string };
  return nothing.name;
};

/** A detector with a fault of ours in it. */
const brokenDetector: SpeechDetector = {
  id: 'broken',
  speechProbability: async () => faulty() as never,
  follow: () => ({ follow: async () => void faulty(), track: { startSec: 0, stepSec: 1, values: [] } }),
  close: async () => {},
};

test('a fault of ours in the recogniser is no artifact: it comes through as it is', async () => {
  const recogniser = { ...fakeRecogniser(WORDS), recognise: async () => faulty() as never };
  await expect(gatherSound(sound, { name: 'take.wav', recogniser })).rejects.toBeInstanceOf(TypeError);
});

test('what the recogniser cannot understand is an artifact that says so, beside the other measures', async () => {
  const recogniser = { ...fakeRecogniser(WORDS), recognise: () => Promise.reject(new RingbackError('not-understood', 'Say it again.')) };
  const artifacts = await gatherSound(sound, { name: 'take.wav', recogniser });
  expect(artifacts).toMatchObject({ transcript: { ok: false, reason: 'Say it again.' }, sound: { level: { ok: true } } });
});

test('speech is told by its energy where the detector breaks, in a whole recording and in a live one', async () => {
  const recogniser = fakeRecogniser(WORDS);
  const without = await gatherSound(sound, { name: 'take.wav', recogniser });
  expect(await gatherSound(sound, { name: 'take.wav', recogniser, detector: brokenDetector })).toEqual(without);
  const live = new LiveHearing({ recogniser, detector: brokenDetector }, RATE);
  live.push(samples);
  await live.step();
  expect((await live.finish()).text).toBe('Hello.');
  expect(await live.measures()).not.toHaveProperty('speechProbability');
});
