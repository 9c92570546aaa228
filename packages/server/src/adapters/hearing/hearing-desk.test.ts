import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { capturedFacts, failureOf, openReader, scriptArtifacts } from '@ringback/core';
import { fakeRecogniser, type Recogniser } from '@ringback/speech';
import { expect, test } from 'vitest';
import { HearingDesk } from './hearing-desk.ts';
import type { HearingAnswer, HearingRequest } from './messages.ts';

const RATE = 16_000;
const reader = openReader(await readFile(fileURLToPath(import.meta.resolve('@ringback/core/reader.bin'))));
const samples = Float32Array.from({ length: RATE }, (_, i) => 0.3 * Math.sin((2 * Math.PI * 220 * i) / RATE));
const recording = capturedFacts({ sampleRate: RATE, automaticGain: false, noiseSuppression: false, echoCancellation: false }, 1);
const words = { text: 'Hello there, Ms. Calder.', words: [] };

/** What the desk answers at last to one question. */
async function answerTo(request: HearingRequest, recogniser: Partial<Recogniser>): Promise<HearingAnswer> {
  return await new Promise((resolve) => {
    const desk = new HearingDesk({
      reader,
      answer: (message) => message.kind !== 'progress' && resolve(message),
      openEar: async () => ({ recogniser: { ...fakeRecogniser(words), ...recogniser }, detector: undefined }),
      speak: async () => ({ samples, sampleRate: RATE }),
    });
    desk.take(request);
  });
}

test('a fault of ours while hearing is told as ours, and never in its own words', async () => {
  const recognise = () => Promise.reject(new TypeError("Cannot read properties of undefined (reading 'Calder')"));
  const answer = await answerTo({ kind: 'hear', id: '1', samples, recording, name: 'take', script: null, options: {} }, { recognise });
  expect(answer).toMatchObject({ kind: 'failed', failure: { code: 'hearing-failed', kind: 'internal' } });
  expect(JSON.stringify(answer)).not.toContain('Calder');
});

test('what is known of a take is told to the ear: its script, else the names that may come up', async () => {
  const told: unknown[] = [];
  const recognise: Recogniser['recognise'] = async (_waveform, options) => {
    told.push(options?.expected);
    return words;
  };
  const known = { terms: ['Moorfield'], corrections: [] };
  const take = { kind: 'hear' as const, id: '1', samples, recording, name: 'take', options: {} };
  await answerTo({ ...take, script: null, known }, { recognise });
  await answerTo({ ...take, script: 'Hello.', known }, { recognise });
  await answerTo({ ...take, script: null }, { recognise });
  expect(told).toEqual([known, { script: 'Hello.' }, undefined]);
});

test('a failure keeps its kind between the threads', async () => {
  const { source } = scriptArtifacts('Hello.', { name: 'a' });
  const artifacts = { artifactsVersion: 1 as const, source, transcript: { ok: true as const, value: { text: '', words: [] } } };
  const answer = await answerTo({ kind: 'judge', id: '1', artifacts, options: {} }, {});
  expect(answer).toMatchObject({ failure: { code: 'nothing-to-review', kind: 'input' } });
  const broken = { ...artifacts, transcript: undefined } as unknown as typeof artifacts;
  const ours = await answerTo({ kind: 'judge', id: '2', artifacts: broken, options: {} }, {});
  expect(ours.kind === 'failed' && failureOf(ours.failure)).toMatchObject({ code: 'hearing-failed', kind: 'internal' });
});
