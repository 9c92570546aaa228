import type { Span } from '@ringback/core';
import { describe, expect, it } from 'vitest';
import type { Waveform } from '../signal/waveform.ts';
import { findSpeech } from './activity.ts';
import { ACTIVITY_OPTIONS } from './activity-options.ts';
import { noiseRiseOf } from './noise-rise.ts';
import { amplified, noiseSource, voice } from './synthetic.fixture.ts';

const RATE = 16_000;
const PHRASES: readonly Span[] = [
  { start: 0.5, end: 2.1 },
  { start: 3.3, end: 4.6 },
  { start: 5.6, end: 7.5 },
  { start: 8.5, end: 10 },
];
const speaks = (t: number): boolean => PHRASES.some(({ start, end }) => t > start && t < end);

/** Four phrases and the pauses between them; `noise` gives the factor of its loudness at each time. */
function message(noise: (t: number) => number = () => 1, noiseDb = -50): Waveform {
  const { samples } = voice({ seconds: 11, pitch: (t) => (speaks(t) ? 110 + 10 * Math.sin(3 * t) : 0) });
  const random = noiseSource(11);
  const loudness = 10 ** (noiseDb / 20);
  return { sampleRate: RATE, samples: samples.map((value, i) => value + loudness * noise(i / RATE) * random()) };
}

/** A device that keeps the level: falls at once, rises by `riseDb` a second up to `maxDb`. */
function withAutomaticGain({ samples, sampleRate }: Waveform, riseDb: number, maxDb = 25): Waveform {
  const step = sampleRate / 100;
  const out = new Float32Array(samples.length);
  let gainDb = 0;
  for (let at = 0; at < samples.length; at += step) {
    const piece = samples.subarray(at, at + step);
    const level = 10 * Math.log10(piece.reduce((sum, value) => sum + value * value, 0) / piece.length);
    gainDb = Math.min(maxDb, -18 - level, gainDb + riseDb / 100);
    for (const [i, value] of piece.entries()) out[at + i] = value * 10 ** (gainDb / 20);
  }
  return { samples: out, sampleRate };
}

const riseOf = (waveform: Waveform): number | null => noiseRiseOf(waveform, findSpeech(waveform, ACTIVITY_OPTIONS).segments);

describe('noiseRiseOf', () => {
  it.each([4, 8])('finds a gain that rises by %i dB a second, and how fast', (rise) => {
    expect(Math.abs((riseOf(withAutomaticGain(message(), rise)) ?? 0) - rise)).toBeLessThan(0.15 * rise);
  });

  it('finds it at any level', () => {
    const processed = withAutomaticGain(message(), 8);
    for (const decibels of [-12, 6]) expect(riseOf(amplified(processed, decibels))).toBeCloseTo(riseOf(processed) ?? 0, 1);
  });

  it.each([-30, -40, -50, -70])('finds nothing over steady noise of %i dB', (noiseDb) => {
    expect(riseOf(message(undefined, noiseDb))).toBeNull();
  });

  it('takes a car that comes nearer for what it is: its noise does not start anew', () => {
    expect(riseOf(message((t) => 10 ** ((4 * t - 20) / 20)))).toBeNull();
  });

  it('takes a gain that fades in once, in one pause, for nothing', () => {
    expect(riseOf(message((t) => (t > 2.1 && t < 3.3 ? 10 ** ((10 * (t - 2.1)) / 20) : 1)))).toBeNull();
  });

  it('takes breaths before phrases for what they are: they are not alike in all bands', () => {
    const breath = (t: number): number => PHRASES.reduce((sum, { start }) => sum + Math.max(0, 1 - Math.abs(t - start + 0.25) / 0.2), 0);
    const plain = message();
    const random = noiseSource(5);
    let before = 0;
    const breathing = plain.samples.map((value, i) => {
      const now = random();
      const high = now - before;
      before = now;
      return value + 0.01 * breath(i / RATE) * high;
    });
    expect(riseOf({ ...plain, samples: breathing })).toBeNull();
  });

  it('says nothing of a recording with one pause, with none, and of digital silence', () => {
    const processed = withAutomaticGain(message(), 8);
    expect(riseOf({ ...processed, samples: processed.samples.subarray(0, 4.4 * RATE) })).toBeNull();
    expect(noiseRiseOf(processed, [{ start: 0, end: 11 }])).toBeNull();
    expect(noiseRiseOf(processed, [])).toBeNull();
    expect(riseOf(message(() => 0))).toBeNull();
  });
});
