import type { Transcript, Word } from '@ringback/core';
import { expect, test } from 'vitest';
import { FAKE_CAPABILITIES } from '../recognise/fake.ts';
import type { Recogniser } from '../recognise/recogniser.ts';
import type { Waveform } from '../signal/waveform.ts';
import { LiveHearing } from './live.ts';

const RATE = 8_000;
/** Words of the take: each is a tone whose pitch names it, so that the fake hears from the sound alone. */
const WORDS = ['hello', 'this', 'is', 'theo', 'call', 'me', 'six', 'one', 'seven', 'five', 'again', 'thanks'];
const WORD_SEC = 0.3;
const GAP_SEC = 0.08;
const BASE_HZ = 300;
const STEP_HZ = 100;

interface Said {
  word: number;
  start: number;
}

/** Seconds of silence before a word where it is more than the usual gap. */
function speak(pauses: Readonly<Record<number, number>>): { samples: Float32Array; said: Said[] } {
  const said: Said[] = [];
  let at = 0.3;
  WORDS.forEach((_, word) => {
    at += pauses[word] ?? GAP_SEC;
    said.push({ word, start: at });
    at += WORD_SEC;
  });
  const samples = new Float32Array(Math.round((at + 0.5) * RATE));
  for (const { word, start } of said) {
    for (let i = 0; i < WORD_SEC * RATE; i++) {
      samples[Math.round(start * RATE) + i] = 0.3 * Math.sin((2 * Math.PI * (BASE_HZ + word * STEP_HZ) * i) / RATE);
    }
  }
  return { samples, said };
}

/** Hears the tones, counting crossings of zero; also counts the seconds that it was made to hear. */
function toneRecogniser(): Recogniser & { heardSec: () => number } {
  let seconds = 0;
  return {
    capabilities: FAKE_CAPABILITIES,
    heardSec: () => seconds,
    async recognise({ samples, sampleRate }: Waveform): Promise<Transcript> {
      seconds += samples.length / sampleRate;
      const words: Word[] = [];
      let text = '';
      for (let i = 0; i < samples.length; ) {
        if (samples[i] === 0) {
          i += 1;
          continue;
        }
        const first = i;
        let crossings = 0;
        // A tone ends where several samples in a row are silent.
        while (i < samples.length && samples.subarray(i, i + 8).some((value) => value !== 0)) {
          if ((samples[i] ?? 0) < 0 !== (samples[i + 1] ?? 0) < 0) crossings += 1;
          i += 1;
        }
        const name = WORDS[Math.round((((crossings / (i - first)) * sampleRate) / 2 - BASE_HZ) / STEP_HZ)];
        if (i - first < (WORD_SEC * sampleRate) / 2 || name === undefined) continue;
        const charStart = text === '' ? 0 : text.length + 1;
        text = text === '' ? name : `${text} ${name}`;
        words.push({
          text: name,
          charStart,
          charEnd: text.length,
          start: first / sampleRate,
          end: i / sampleRate,
          confidence: 1,
          method: 'attention',
        });
      }
      return { text, words };
    },
    async close() {},
  };
}

/** Feeds a take in blocks as a microphone does, hearing in between. */
async function live(samples: Float32Array) {
  const recogniser = toneRecogniser();
  const hearing = new LiveHearing({ recogniser }, RATE);
  for (let at = 0; at < samples.length; at += 1024) {
    hearing.push(samples.subarray(at, at + 1024));
    while (await hearing.step());
  }
  const before = recogniser.heardSec();
  const transcript = await hearing.finish();
  return { transcript, afterStopSec: recogniser.heardSec() - before };
}

test('what is heard in pieces is what was said, each word at its time', async () => {
  const { samples, said } = speak({ 4: 0.7, 10: 0.6 });
  const { transcript } = await live(samples);
  expect(transcript.text).toBe(WORDS.join(' '));
  said.forEach(({ start }, i) => {
    expect(transcript.words[i]?.start).toBeCloseTo(start, 1);
  });
  for (const word of transcript.words) expect(transcript.text.slice(word.charStart, word.charEnd)).toBe(word.text);
});

test('after the last word and a rest nothing is left to hear', async () => {
  const { samples } = speak({ 4: 0.7 });
  expect((await live(samples)).afterStopSec).toBe(0);
});

test('a pause inside a number does not cut it in two', async () => {
  const { samples } = speak({ 8: 0.9 });
  const { transcript } = await live(samples);
  expect(transcript.text).toContain('six one seven five');
});

test('a take that is a number alone, with pauses, comes to an end', async () => {
  const { samples } = speak({ 6: 3, 8: 0.6, 9: 0.6, 10: 2 });
  const { transcript } = await live(samples);
  expect(transcript.text).toContain('six one seven five');
});

test('names that may come up are told to the ear with every piece', async () => {
  const known = { terms: ['Moorfield'], corrections: [] };
  const recogniser = toneRecogniser();
  const told = new Set<unknown>();
  const listening: Recogniser = {
    ...recogniser,
    recognise(waveform, options) {
      told.add(options?.expected);
      return recogniser.recognise(waveform, options);
    },
  };
  const hearing = new LiveHearing({ recogniser: listening, known }, RATE);
  hearing.push(speak({ 4: 0.7 }).samples);
  while (await hearing.step());
  await hearing.finish();
  expect([...told]).toEqual([known]);
});

test('a stop right after a word leaves only what comes after the last pause to hear, with the whole of a number', async () => {
  const { samples, said } = speak({ 2: 0.3, 4: 0.5, 6: 0.4, 9: 0.3, 10: 0.6 });
  const stop = Math.round(((said[11]?.start ?? 0) + WORD_SEC) * RATE);
  const { transcript, afterStopSec } = await live(samples.subarray(0, stop));
  expect(transcript.text).toBe(WORDS.join(' '));
  expect(afterStopSec).toBeGreaterThan(0);
  const number = said[6]?.start ?? 0;
  expect(afterStopSec).toBeLessThan(stop / RATE - number + 0.3);
});

/** A recogniser that hears until it is told to, or until it is given up. */
function slowRecogniser() {
  const asked: { draft: boolean; given: () => void }[] = [];
  const recogniser: Recogniser = {
    capabilities: FAKE_CAPABILITIES,
    recognise: (_waveform, { draft = false, signal } = {}) =>
      new Promise((resolve, reject) => {
        asked.push({ draft, given: () => resolve({ text: '', words: [] }) });
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
    async close() {},
  };
  return { recogniser, asked };
}

test('a look for the checklist is given up at the stop and the tail heard in full', async () => {
  const { samples } = speak({});
  const { recogniser, asked } = slowRecogniser();
  const hearing = new LiveHearing({ recogniser }, RATE);
  hearing.push(samples.subarray(0, 1.5 * RATE));
  const step = hearing.step();
  await expect.poll(() => asked.length).toBe(1);
  expect(asked[0]?.draft).toBe(true);
  hearing.push(samples.subarray(1.5 * RATE, 2.5 * RATE));
  hearing.hurry();
  expect(await step).toBe(false);
  const finished = hearing.finish();
  await expect.poll(() => asked.length).toBe(2);
  expect(asked[1]?.draft).toBe(false);
  asked[1]?.given();
  await finished;
});

test('silence gives no words and no failure', async () => {
  expect((await live(new Float32Array(RATE * 12))).transcript).toEqual({ text: '', words: [] });
});
