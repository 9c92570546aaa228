import { describe, expect, it } from 'vitest';
import type { SoundArtifacts } from '../documents/artifacts.ts';
import { syllablesOf } from '../spoken/syllables.ts';
import { handRead } from '../tips/hand-read.fixture.ts';
import { deriveDelivery } from './delivery.ts';

const READING = handRead({ text: 'Hello Ann, please call me.' });

function withSound(changes: Partial<SoundArtifacts> = {}) {
  const sound: SoundArtifacts = {
    recording: { container: 'wav', codec: 'pcm_s16le', sampleRate: 8000, channels: 1, durationSec: 10, automaticGain: null, warnings: [] },
    activity: {
      ok: true,
      value: {
        segments: [
          { start: 1, end: 3 },
          { start: 4, end: 6 },
        ],
        pauses: [{ start: 3, end: 4 }],
        fillers: [{ start: 5, end: 5.3 }],
        minPauseSec: 0.25,
      },
    },
    pitch: {
      ok: true,
      value: {
        startSec: 0,
        stepSec: 0.01,
        floorHz: 60,
        ceilingHz: 400,
        values: Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 100 : 200)),
      },
    },
    level: { ok: true, value: { startSec: 0, stepSec: 0.01, values: [] } },
    quality: { ok: true, value: { clippedShare: 0, speechLevelDb: -20, noiseLevelDb: -60, snrDb: 40, bandwidthHz: 3400, withheld: [] } },
    ...changes,
  };
  const source = { kind: 'recording' as const, name: 'a.wav', durationSec: 10, estimated: false };
  return deriveDelivery({ ...READING.artifacts, source, sound }, READING.message);
}

describe('delivery', () => {
  it('of a script measures nothing that needs sound', () => {
    expect(deriveDelivery(READING.artifacts, READING.message)).toMatchObject({
      speechSec: null,
      articulationRate: null,
      pitch: null,
      levelDb: null,
    });
  });

  it('measures speech time, rate over speech, and rate over everything', () => {
    const delivery = withSound();
    expect(delivery.speechSec).toBe(4);
    expect(delivery.articulationRate).toBeCloseTo(6 / 4);
    expect(delivery.wordsPerMinute).toBe(30);
    expect(delivery.pauses).toHaveLength(1);
    expect(delivery.fillers).toHaveLength(1);
  });

  it('gives the spread of pitch in semitones: an octave up and down is six around its middle', () => {
    expect(withSound().pitch?.medianHz).toBe(150);
    expect(withSound().pitch?.sdSemitones).toBeCloseTo(6);
  });

  it('withholds what the recording spoils, and keeps the reason', () => {
    const value = { clippedShare: 0.2, speechLevelDb: -3, noiseLevelDb: null, snrDb: null, bandwidthHz: 3400 };
    const withheld = [
      { measure: 'level' as const, reason: 'automatic gain' },
      { measure: 'pitch' as const, reason: 'clipped' },
    ];
    const delivery = withSound({ quality: { ok: true, value: { ...value, withheld } } });
    expect(delivery).toMatchObject({ levelDb: null, levelFallDb: null, pitch: null });
    expect(delivery.quality.withheld).toEqual(withheld);
  });

  it('says why a measure is missing when its gathering failed', () => {
    const delivery = withSound({ activity: { ok: false, reason: 'no speech found' } });
    expect(delivery.speechSec).toBeNull();
    expect(delivery.quality.withheld).toContainEqual({ measure: 'rate', reason: 'no speech found' });
  });
});

it.each([
  ['voicemail', 3],
  ['please', 1],
  ['called', 1],
  ['wanted', 2],
  ['table', 2],
  ['seven', 2],
  ['7', 2],
  ['0142', 4],
  ['O’Neil', 2],
  ['—', 0],
])('%s has %i syllables', (word, syllables) => {
  expect(syllablesOf(word)).toBe(syllables);
});
