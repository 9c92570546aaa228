import type { RecordingFacts, Transcript } from '@ringback/core';
import { describe, expect, it } from 'vitest';
import type { Waveform } from '../signal/waveform.ts';
import { measureSound } from './measure.ts';
import { amplified, noiseSource, voice } from './synthetic.fixture.ts';

const recording = (facts: Partial<RecordingFacts> = {}): RecordingFacts => ({
  container: 'wav',
  codec: 'pcm_s16le',
  sampleRate: 16_000,
  channels: 1,
  durationSec: 3,
  automaticGain: null,
  warnings: [],
  ...facts,
});

const phrase = voice({ seconds: 3, noise: 0.001, pitch: (t) => (t > 0.5 && t < 2.5 ? 150 : 0) });

function qualityOf(waveform: Waveform, facts: Partial<RecordingFacts> = {}) {
  const { quality } = measureSound(waveform, recording(facts), null);
  if (!quality.ok) throw new Error(quality.reason);
  return quality.value;
}

const withheldOf = (waveform: Waveform, facts: Partial<RecordingFacts> = {}) =>
  qualityOf(waveform, facts).withheld.map(({ measure }) => measure);

function transcript(...words: [start: number, end: number][]): Transcript {
  const text = words.map(() => 'word').join(' ');
  return {
    text,
    words: words.map(([start, end], i) => ({
      text: 'word',
      start,
      end,
      charStart: i * 5,
      charEnd: i * 5 + 4,
      confidence: 1,
      method: 'attention',
    })),
  };
}

describe('the quality gate', () => {
  it('withholds nothing of a clean recording', () => {
    expect(withheldOf(phrase)).toEqual([]);
  });

  it.each([-18, -6, 6])('measures the same noise ratio at %i dB', (gain) => {
    expect(qualityOf(amplified(phrase, gain)).snrDb).toBeCloseTo(qualityOf(phrase).snrDb ?? 0, 1);
  });

  it('withholds the level of a clipped recording, with the share', () => {
    const clipped = { ...phrase, samples: phrase.samples.map((value) => Math.max(-1, Math.min(1, value * 12))) };
    const quality = qualityOf(clipped);
    expect(quality.clippedShare).toBeGreaterThan(0.1);
    expect(quality.withheld).toContainEqual({ measure: 'level', reason: expect.stringMatching(/% of the samples are clipped/) });
  });

  it('withholds the level where the device kept it', () => {
    expect(withheldOf(phrase, { automaticGain: true })).toEqual(['level']);
  });

  it('withholds the level where the noise gives an automatic gain away, with how fast it rises', () => {
    const phrases = voice({ seconds: 9, noise: 0.003, pitch: (t) => (t % 2.5 > 1.2 ? 140 : 0) });
    // The gain goes down in a phrase and up by 8 dB a second in the 1.2 s after it.
    const kept = {
      ...phrases,
      samples: phrases.samples.map((value, i) => value * 10 ** ((0.4 * Math.min(20 * ((i / 16_000) % 2.5), 24)) / 20)),
    };
    expect(withheldOf(phrases)).toEqual([]);
    expect(qualityOf(kept).withheld).toEqual([
      { measure: 'level', reason: 'the noise rises by 8 dB a second in every pause, so the device changed the level by itself' },
    ]);
  });

  it('withholds level and pauses, and not pitch, in loud noise', () => {
    const random = noiseSource(3);
    const noisy = { ...phrase, samples: phrase.samples.map((value) => value + 0.13 * random()) };
    expect(withheldOf(noisy)).toEqual(expect.arrayContaining(['level', 'pauses']));
    expect(withheldOf(noisy)).not.toContain('pitch');
  });

  it('withholds everything of a recording without speech, and says so', () => {
    const silence = { samples: new Float32Array(16_000), sampleRate: 16_000 };
    const sound = measureSound(silence, recording(), null);
    expect(sound.activity).toEqual({ ok: false, reason: 'no speech was found in the recording' });
    expect(sound.pitch.ok).toBe(false);
    expect(withheldOf(silence)).toEqual(['pitch', 'level', 'pauses', 'rate', 'digits']);
  });

  it('sees the band of a telephone line', () => {
    const telephone = voice({ seconds: 2, sampleRate: 8000, pitch: () => 120 });
    expect(qualityOf(telephone).bandwidthHz).toBeGreaterThan(3200);
    expect(qualityOf(telephone).bandwidthHz).toBeLessThanOrEqual(4000);
  });
});

it('gives tracks that JSON keeps as they are', () => {
  const sound = measureSound(phrase, recording(), null);
  expect(JSON.parse(JSON.stringify(sound))).toEqual(sound);
});

describe('fillers', () => {
  const fillersOf = (words: Transcript, sound = phrase) => {
    const { activity } = measureSound(sound, recording(), words);
    return activity.ok ? activity.value.fillers : null;
  };
  /** Voice from 0.5 to 1.2, from 1.7 to 2.1 and from 2.6 to 3 s. */
  const threeStretches = voice({
    seconds: 3.5,
    noise: 0.001,
    pitch: (t) => ((t > 0.5 && t < 1.2) || (t > 1.7 && t < 2.1) || (t > 2.6 && t < 3) ? 130 : 0),
  });

  it('is voiced sound that no word covers', () => {
    const fillers = fillersOf(transcript([0.5, 0.9], [0.9, 1.2], [2.0, 2.5]));
    expect(fillers).toHaveLength(1);
    expect(fillers?.[0]?.start).toBeCloseTo(1.3, 1);
    expect(fillers?.[0]?.end).toBeCloseTo(1.9, 1);
  });

  it('is not there where words cover the voice, give or take their uncertainty', () => {
    expect(fillersOf(transcript([0.5, 1.0], [1.0, 1.4], [1.6, 2.1], [2.1, 2.5]))).toEqual([]);
  });

  it('is a stretch alone between two pauses over which a word was stretched', () => {
    const fillers = fillersOf(transcript([0.5, 0.8], [0.8, 1.2], [1.7, 3]), threeStretches);
    expect(fillers).toHaveLength(1);
    expect(fillers?.[0]?.start).toBeCloseTo(1.7, 1);
    expect(fillers?.[0]?.end).toBeCloseTo(2.1, 1);
  });

  it('is the start of a word after a pause that is too long for its syllables', () => {
    const fillers = fillersOf(transcript([0.5, 1.2], [1.7, 2.1], [2.6, 3]), threeStretches);
    expect(fillers).toHaveLength(1);
    expect(fillers?.[0]?.start).toBeCloseTo(0.5, 1);
    expect(fillers?.[0]?.end).toBeCloseTo(0.95, 1);
  });

  it('is not told next to a number, where it may be a digit that was left out', () => {
    const words = transcript([0.5, 0.9], [0.9, 1.2], [2.0, 2.5]);
    const [first, second, third] = words.words;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three words');
    expect(fillersOf({ ...words, words: [first, second, { ...third, text: 'five,' }] })).toEqual([]);
  });

  it('is not told without a transcript', () => {
    const { activity } = measureSound(phrase, recording(), null);
    expect(activity.ok && activity.value.fillers).toEqual([]);
  });
});
