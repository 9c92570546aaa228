import { describe, expect, it } from 'vitest';
import { PitchFollower } from './follow-pitch.ts';
import { SoundFollower } from './follow-sound.ts';
import { trackPitch } from './pitch.ts';
import type { SpeechDetector } from './speech-detector.ts';
import { voice } from './synthetic.fixture.ts';

const STEP_SEC = 0.032;

/** Takes loud steps for speech, whole or followed; counts the samples that it looks at. */
function loudnessDetector(followedRate: number): SpeechDetector & { looked: () => number } {
  let looked = 0;
  const values = (samples: Float32Array, step: number): number[] =>
    Array.from({ length: Math.floor(samples.length / step) }, (_, i) => {
      looked += step;
      return samples.subarray(i * step, (i + 1) * step).some((sample) => Math.abs(sample) > 0.05) ? 1 : 0;
    });
  return {
    id: 'loudness',
    looked: () => looked,
    async speechProbability({ samples, sampleRate }) {
      return { startSec: STEP_SEC / 2, stepSec: STEP_SEC, values: values(samples, STEP_SEC * sampleRate) };
    },
    follow(sampleRate) {
      if (sampleRate !== followedRate) return null;
      const step = STEP_SEC * sampleRate;
      const found: number[] = [];
      return {
        async follow(samples) {
          found.push(...values(samples.subarray(found.length * step), step));
        },
        get track() {
          return { startSec: STEP_SEC / 2, stepSec: STEP_SEC, values: found };
        },
      };
    },
    async close() {},
  };
}

/** The sound as it comes in: ever more of it. */
async function inBlocks(samples: Float32Array, take: (soFar: Float32Array) => void | Promise<void>): Promise<void> {
  for (let end = 2048; end < samples.length; end += 2048) await take(samples.subarray(0, end));
}

describe('PitchFollower', () => {
  it('finds in blocks what is found in the whole', async () => {
    // Quiet at first, so that the loudest sample so far is not the loudest of all; then louder, then silent.
    const loud = voice({ seconds: 2.5, noise: 0.001, pitch: (t) => (t < 0.4 || t > 2 ? 0 : 110 + 40 * t) });
    const sound = { ...loud, samples: loud.samples.map((sample, i) => sample * Math.min(1, i / loud.samples.length)) };
    const follower = new PitchFollower(sound.sampleRate);
    await inBlocks(sound.samples, (soFar) => follower.follow(soFar));
    const followed = follower.finish(sound.samples);
    const whole = trackPitch(sound);
    expect(followed.values.length).toBe(whole.values.length);
    expect(Math.abs(followed.startSec - whole.startSec)).toBeLessThan(followed.stepSec / 2 + 1e-9);
    for (const [i, hz] of Array.from(whole.values).entries()) {
      const other = followed.values[i] ?? Number.NaN;
      // The frames stand up to half a step beside each other, so an edge may fall into either.
      if (hz !== null && hz > 0 && other > 0) expect(Math.abs(12 * Math.log2(other / hz))).toBeLessThan(0.2);
    }
    const voiced = (values: ArrayLike<number | null>) => Array.from(values).filter((hz) => hz !== null && hz > 0).length;
    expect(voiced(whole.values)).toBeGreaterThan(100);
    expect(Math.abs(voiced(followed.values) - voiced(whole.values))).toBeLessThan(6);
  });

  it('has no frames of less sound than a window', () => {
    expect(new PitchFollower(16_000).finish(new Float32Array(100)).values).toHaveLength(0);
  });
});

describe('SoundFollower', () => {
  it('leaves nothing to the end of a recording that it followed', async () => {
    const sound = voice({ seconds: 3, pitch: () => 120 });
    const detector = loudnessDetector(16_000);
    const follower = new SoundFollower(16_000, detector);
    await inBlocks(sound.samples, (soFar) => follower.follow(soFar));
    const before = detector.looked();
    const { pitchTrack, speechProbability } = await follower.finish(sound);
    expect(detector.looked() - before).toBeLessThan(4096);
    expect(speechProbability?.values.length).toBe(Math.floor(3 / STEP_SEC));
    expect(pitchTrack?.values.length).toBeGreaterThan(250);
  });

  it('measures at the end what cannot be followed at this rate', async () => {
    const sound = voice({ seconds: 1, sampleRate: 48_000, pitch: () => 120 });
    const follower = new SoundFollower(48_000, loudnessDetector(16_000));
    await inBlocks(sound.samples, (soFar) => follower.follow(soFar));
    expect(follower.speechProbability).toBeUndefined();
    const { pitchTrack, speechProbability } = await follower.finish(sound);
    expect(pitchTrack).toBeUndefined();
    expect(speechProbability?.values.length).toBe(Math.floor(1 / STEP_SEC));
  });
});
