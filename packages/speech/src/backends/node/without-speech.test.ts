import { readFile } from 'node:fs/promises';
import { type Artifacts, leftOutOf, messageSeconds, nobodySpeaks, scriptArtifacts } from '@ringback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noSpeech, noSpeechRecordings } from '../../gather/sounds/no-speech.fixture.ts';
import { gatherSound } from '../../gather/whole.ts';
import { speakScript } from '../../preview/preview.ts';
import type { SpeechDetector } from '../../prosody/speech-detector.ts';
import type { Recogniser } from '../../recognise/recogniser.ts';
import { throughMuLaw } from '../../signal/g711.ts';
import { seededRandom } from '../../signal/random.ts';
import { resample } from '../../signal/resample.ts';
import { durationOf, sliceOf, type Waveform } from '../../signal/waveform.ts';
import { decodeRecording } from './decode.ts';
import { openNodeVoice } from './flite.ts';
import { pullModels } from './models/models.ts';
import { createMoonshine } from './moonshine.ts';
import { createSpeechDetector } from './silero.ts';

const RATE = 16_000;
let recogniser: Recogniser;
let detector: SpeechDetector;
beforeAll(async () => {
  await pullModels();
  [recogniser, detector] = await Promise.all([createMoonshine(), createSpeechDetector()]);
});
afterAll(() => Promise.all([recogniser.close(), detector.close()]));

function gather(waveform: Waveform): Promise<Artifacts> {
  const facts = { container: 'wav', codec: 'pcm_s16le', channels: 1, automaticGain: null, warnings: [] };
  const recording = { ...facts, sampleRate: waveform.sampleRate, durationSec: durationOf(waveform) };
  return gatherSound({ waveform, recording }, { name: 'a.wav', recogniser, detector, legibility: 'none' });
}

const textOf = ({ transcript }: Artifacts): string => (transcript.ok ? transcript.value.text : `(${transcript.reason})`);

describe('where nobody speaks', () => {
  it('no word is heard in 200 recordings of noise, tones, music, silence, breath and machines', { timeout: 600_000 }, async () => {
    const heard: string[] = [];
    let told = 0;
    for (const { kind, waveform } of noSpeechRecordings(200, 3)) {
      const { transcript, sound, source } = await gather(waveform);
      if (transcript.ok && transcript.value.words.length > 0) heard.push(`${kind}: ${transcript.value.text}`);
      if (transcript.ok && /^Nobody speaks in this recording: .+\.$/.test(nobodySpeaks({ sound, source } as Artifacts))) told += 1;
    }
    expect(heard.length, heard.join('\n')).toBeLessThanOrEqual(2);
    expect(told).toBeGreaterThanOrEqual(195);
  });

  it.each([
    ['dialTone', 'a dial tone'],
    ['busy', 'a busy tone'],
    ['ringing', 'ringing'],
    ['information', 'the three tones'],
    ['keys', 'keys being pressed'],
    ['beep', 'a beep'],
    ['melody', 'music'],
    ['band', 'music'],
    ['hum', 'a hum'],
    ['pink', 'noise'],
    ['silence', 'only silence'],
  ])('%s is told as %s, seven times of eight', async (kind, words) => {
    let right = 0;
    for (let seed = 0; seed < 8; seed += 1) if (nobodySpeaks(await gather(noSpeech(kind, 500 + seed))).includes(words)) right += 1;
    expect(right).toBeGreaterThanOrEqual(7);
  });
});

async function sample(name: string): Promise<Waveform> {
  const bytes = await readFile(new URL(`../../../../../fixtures/recordings/${name}.wav`, import.meta.url));
  return resample((await decodeRecording(new Uint8Array(bytes))).waveform, RATE);
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];

/** Words of `before` that are not in `after`, in order: the longest sequence that both have is kept. */
function lost(before: readonly string[], after: readonly string[]): number {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = 1; i <= before.length; i += 1)
    for (let k = 1; k <= after.length; k += 1)
      (rows[i] as Uint16Array)[k] =
        before[i - 1] === after[k - 1] ? (rows[i - 1]?.[k - 1] ?? 0) + 1 : Math.max(rows[i - 1]?.[k] ?? 0, rows[i]?.[k - 1] ?? 0);
  return before.length - (rows[before.length]?.[after.length] ?? 0);
}

const louder = ({ samples, sampleRate }: Waveform, decibels: number): Waveform => ({
  samples: samples.map((value) => value * 10 ** (decibels / 20)),
  sampleRate,
});

function noisy({ samples, sampleRate }: Waveform, amplitude: number): Waveform {
  const random = seededRandom(11);
  return { samples: samples.map((value) => value + amplitude * random.gaussian()), sampleRate };
}

async function phone(waveform: Waveform): Promise<Waveform> {
  const { samples, sampleRate } = await resample(waveform, 8000);
  return { samples: throughMuLaw(samples), sampleRate };
}

describe('where someone speaks', () => {
  const lines: [string, (sound: Waveform) => Waveform | Promise<Waveform>][] = [
    ['as it is', (sound) => sound],
    ['40 dB quieter', (sound) => louder(sound, -40)],
    ['with noise', (sound) => noisy(sound, 0.01)],
    ['over a telephone', phone],
  ];
  it.each(lines)('no word is lost of the samples %s', { timeout: 180_000 }, async (_line, carry) => {
    for (const name of ['reference', 'alumnus', 'consultant']) {
      const sound = await carry(sliceOf(await sample(name), 0, 12));
      const without = (await recogniser.recognise(sound)).text;
      expect(lost(words(without), words(textOf(await gather(sound)))), name).toBe(0);
    }
  });
});

async function said(text: string): Promise<Waveform> {
  const { transcript } = scriptArtifacts(text, { name: 'script' });
  if (!transcript.ok) throw new Error(transcript.reason);
  return resample((await speakScript(transcript.value, await openNodeVoice())).waveform, RATE);
}

const rest = (seconds: number): Waveform => ({ samples: new Float32Array(seconds * RATE), sampleRate: RATE });
const tone = (hz: readonly number[], seconds: number): Waveform => ({
  samples: Float32Array.from(
    { length: seconds * RATE },
    (_, i) => hz.reduce((sum, each) => sum + Math.sin((2 * Math.PI * each * i) / RATE), 0) / 8,
  ),
  sampleRate: RATE,
});
const joined = (...parts: Waveform[]): Waveform => ({
  samples: Float32Array.from(parts.flatMap(({ samples }) => [...samples])),
  sampleRate: RATE,
});

const GREETING = 'You have reached the office of Martin Hill. Please leave a message after the tone.';

describe('around a message', () => {
  let message: Waveform;
  let alone: string;
  beforeAll(async () => {
    message = sliceOf(await sample('reference'), 0, 9);
    alone = textOf(await gather(message));
  });
  /** What is left of the message, what was left out, and the seconds that count more than those of the message. */
  async function heard(sound: Waveform) {
    const artifacts = await gather(sound);
    const kinds = leftOutOf(artifacts).map(({ kind }) => kind);
    return { text: textOf(artifacts), kinds, moreSec: messageSeconds(artifacts) - durationOf(message) };
  }
  // The voice is a machine's and some of its words are misheard; these are not.
  const WHOLE = /^Hello, .*this is Joan Miller at .*last spring.*your name as a wreck\.$/;

  it('a greeting recorded before it is left out with its beep', async () => {
    const found = await heard(joined(await said(GREETING), rest(0.4), tone([1000], 0.5), rest(0.4), message));
    expect(found).toMatchObject({ text: expect.stringMatching(WHOLE), kinds: ['greeting', 'beep'] });
    expect(Math.abs(found.moreSec)).toBeLessThan(1);
  });

  it('a dial tone after it is left out', async () => {
    const found = await heard(joined(message, rest(0.4), tone([350, 440], 5)));
    expect(found).toMatchObject({ text: alone, kinds: ['dial-tone'] });
    expect(Math.abs(found.moreSec)).toBeLessThan(1);
  });

  it('music on hold before it is left out', async () => {
    const found = await heard(joined(await resample(noSpeech('band', 4), RATE), rest(0.5), message));
    expect(found).toMatchObject({ text: expect.stringMatching(WHOLE), kinds: ['music'] });
    expect(Math.abs(found.moreSec)).toBeLessThan(1);
  });

  it('a prompt after it is left out', async () => {
    const prompt = await said('To send your message, press the pound key. For more options, press one.');
    expect(await heard(joined(message, rest(1.5), prompt))).toMatchObject({ text: alone, kinds: ['prompt'] });
  });

  it('a beep in the middle of it leaves all of it', async () => {
    const more = await said('My number is the same as before. Thank you.');
    const { text, kinds } = await heard(joined(message, rest(0.3), tone([440], 0.3), rest(0.3), more));
    expect(kinds).toEqual(['beep']);
    expect(text).toMatch(/^Hello, .*your name as a wreck\. My number is the same as before/);
  });

  it('a greeting and nothing after its beep is no message', async () => {
    const artifacts = await gather(joined(await said(GREETING), rest(0.4), tone([1000], 0.5), rest(3)));
    expect(textOf(artifacts)).toBe('');
    expect(nobodySpeaks(artifacts)).toMatch(/^Nobody leaves a message in this recording: a recorded greeting for \d s, then a beep/);
  });
});
