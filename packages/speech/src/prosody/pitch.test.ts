import { describe, expect, it } from 'vitest';
import { median } from '../signal/statistics.ts';
import { trackPitch } from './pitch.ts';
import { amplified, voice } from './synthetic.fixture.ts';

const semitones = (a: number, b: number): number => 12 * Math.log2(a / b);

function errors(
  waveform: Parameters<typeof trackPitch>[0],
  expected: (t: number) => number,
): { median: number; gross: number; voiced: number } {
  const track = trackPitch(waveform);
  const off = [...track.values].flatMap((hz, i) =>
    hz !== null && hz > 0 ? [Math.abs(semitones(hz, expected(track.startSec + i * track.stepSec)))] : [],
  );
  return { median: median(off), gross: off.filter((value) => value > 3).length / off.length, voiced: off.length / track.values.length };
}

describe('trackPitch', () => {
  it.each([80, 110, 220, 440])('finds a steady %i Hz within a fiftieth of a semitone', (hz) => {
    const found = errors(voice({ seconds: 1, pitch: () => hz }), () => hz);
    expect(found.median).toBeLessThan(0.02);
    expect(found.gross).toBe(0);
    expect(found.voiced).toBeGreaterThan(0.95);
  });

  it('follows a glide', () => {
    const glide = (t: number): number => 120 * 2 ** (t / 2);
    expect(errors(voice({ seconds: 2, pitch: glide }), glide).median).toBeLessThan(0.05);
  });

  it('finds the pitch on a telephone line, where the fundamental is missing', () => {
    const found = errors(voice({ seconds: 1, sampleRate: 8000, lowestHz: 300, pitch: () => 110 }), () => 110);
    expect(found.median).toBeLessThan(0.05);
    expect(found.gross).toBe(0);
  });

  it('gives the same from 48 kHz', () => {
    expect(errors(voice({ seconds: 1, sampleRate: 48_000, pitch: () => 180 }), () => 180).median).toBeLessThan(0.02);
  });

  it('calls silence and noise unvoiced', () => {
    const half = voice({ seconds: 2, noise: 0.002, pitch: (t) => (t < 1 ? 150 : 0) });
    const track = trackPitch(half);
    const voicedLate = [...track.values].filter((hz, i) => track.startSec + i * track.stepSec > 1.05 && hz !== null && hz > 0);
    expect(voicedLate).toHaveLength(0);
  });

  it('does not depend on the level', () => {
    const sound = voice({ seconds: 1, pitch: (t) => 100 + 60 * t, noise: 0.003 });
    const quiet = trackPitch(amplified(sound, -24)).values;
    const loud = trackPitch(sound).values;
    expect([...quiet].map((hz) => Math.round(hz ?? 0))).toEqual([...loud].map((hz) => Math.round(hz ?? 0)));
  });

  it('gives no value for a recording shorter than a window', () => {
    expect(trackPitch(voice({ seconds: 0.02, pitch: () => 100 })).values).toHaveLength(0);
  });
});
