import { describe, expect, it } from 'vitest';
import { findSpeech } from './activity.ts';
import { ACTIVITY_OPTIONS } from './activity-options.ts';
import { amplified, noiseSource, voice } from './synthetic.fixture.ts';

/** Speech from 0.5 to 1.2 s and from 1.9 to 2.6 s. */
const twoPhrases = (noise: number) =>
  voice({ seconds: 3.2, noise, pitch: (t) => ((t >= 0.5 && t < 1.2) || (t >= 1.9 && t < 2.6) ? 140 : 0) });

describe('findSpeech', () => {
  it.each([0, 0.001, 0.01])('finds both phrases to 10 ms with noise of %d', (noise) => {
    const { segments, pauses } = findSpeech(twoPhrases(noise));
    expect(segments).toHaveLength(2);
    for (const [i, [start, end]] of [[0.5, 1.2] as const, [1.9, 2.6] as const].entries()) {
      expect(Math.abs((segments[i]?.start ?? 0) - start)).toBeLessThanOrEqual(0.0101);
      expect(Math.abs((segments[i]?.end ?? 0) - end)).toBeLessThanOrEqual(0.0101);
    }
    expect(pauses).toHaveLength(1);
  });

  it.each([-30, -12, 6])('finds the same at %i dB', (gain) => {
    const sound = twoPhrases(0.002);
    expect(findSpeech(amplified(sound, gain))).toEqual(findSpeech(sound));
  });

  it('does not part speech at the closure of a stop', () => {
    const closure = voice({ seconds: 1.5, noise: 0.001, pitch: (t) => (t > 0.3 && t < 1.2 && (t < 0.7 || t > 0.77) ? 140 : 0) });
    expect(findSpeech(closure).segments).toHaveLength(1);
  });

  it('counts a short silence as no pause', () => {
    const gap = voice({ seconds: 2, noise: 0.001, pitch: (t) => (t > 0.3 && t < 1.6 && (t < 0.8 || t > 1.0) ? 140 : 0) });
    expect(findSpeech(gap)).toMatchObject({ segments: [{}, {}], pauses: [] });
  });

  it('finds nothing in digital silence', () => {
    expect(findSpeech({ samples: new Float32Array(16_000), sampleRate: 16_000 }).segments).toEqual([]);
  });
});

describe('findSpeech with a detector', () => {
  const detector = (spoken: (t: number) => boolean, seconds: number) => ({
    startSec: 0.016,
    stepSec: 0.032,
    values: Float32Array.from({ length: Math.ceil(seconds / 0.032) }, (_, i) => (spoken(0.016 + i * 0.032) ? 0.95 : 0.02)),
  });
  const options = ACTIVITY_OPTIONS;

  it('keeps the edges of the energy, which are finer', () => {
    const late = detector((t) => (t > 0.6 && t < 1.25) || (t > 2 && t < 2.7), 3.2);
    const { segments } = findSpeech(twoPhrases(0.001), options, late);
    expect(segments).toEqual(findSpeech(twoPhrases(0.001)).segments);
  });

  it('leaves out sound that is no speech', () => {
    const { segments } = findSpeech(
      twoPhrases(0.001),
      options,
      detector((t) => t > 1.85 && t < 2.6, 3.2),
    );
    expect(segments).toHaveLength(1);
    expect(segments[0]?.start).toBeCloseTo(1.9, 1);
  });

  it('finds speech in noise that covers it', () => {
    const random = noiseSource(5);
    const quiet = amplified(twoPhrases(0), -20);
    const noisy = { ...quiet, samples: quiet.samples.map((value) => value + 0.1 * random()) };
    const { segments } = findSpeech(
      noisy,
      options,
      detector((t) => (t > 0.5 && t < 1.2) || (t > 1.9 && t < 2.6), 3.2),
    );
    expect(segments).toHaveLength(2);
    expect(segments[0]?.start).toBeCloseTo(0.5, 1);
    expect(segments[1]?.end).toBeCloseTo(2.6, 1);
  });
});
