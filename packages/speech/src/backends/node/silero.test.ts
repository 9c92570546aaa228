import { beforeAll, describe, expect, it } from 'vitest';
import type { SpeechDetector } from '../../prosody/speech-detector.ts';
import { amplified, noiseSource, voice } from '../../prosody/synthetic.fixture.ts';
import { wholeSteps } from '../../prosody/whole-steps.ts';
import { SILERO_VAD } from '../manifest.ts';
import { modelsFolder } from './models/cache-folder.ts';
import { modelBytes, pullModels } from './models/models.ts';
import { onnxRuntime } from './onnx-runtime.ts';
import { createSpeechDetector } from './silero.ts';

let detector: SpeechDetector;
beforeAll(async () => {
  await pullModels({ models: [SILERO_VAD] });
  detector = await createSpeechDetector();
});

const highest = (values: ArrayLike<number | null>): number => Array.from(values, (value) => value ?? 0).reduce((a, b) => Math.max(a, b), 0);

describe('the Silero speech detector', () => {
  it.each([8000, 16_000, 44_100])('gives a probability every 32 ms of the whole recording at %i Hz', async (sampleRate) => {
    const track = await detector.speechProbability(voice({ seconds: 2, sampleRate, pitch: () => 140 }));
    expect(track.stepSec).toBe(0.032);
    expect(track.values.length).toBe(Math.ceil(2 / 0.032));
    expect(Array.from(track.values).every((value) => value !== null && value >= 0 && value <= 1)).toBe(true);
  });

  it('takes neither silence nor noise for speech', async () => {
    const random = noiseSource(11);
    const noise = { samples: Float32Array.from({ length: 32_000 }, () => 0.1 * random()), sampleRate: 16_000 };
    const silence = { samples: new Float32Array(32_000), sampleRate: 16_000 };
    expect(highest((await detector.speechProbability(noise)).values)).toBeLessThan(0.5);
    expect(highest((await detector.speechProbability(silence)).values)).toBeLessThan(0.5);
  });

  it('does not depend on the level', async () => {
    const sound = voice({ seconds: 1.5, noise: 0.01, pitch: (t) => (t > 0.5 ? 120 + 40 * t : 0) });
    const loud = await detector.speechProbability(sound);
    const quiet = await detector.speechProbability(amplified(sound, -20));
    for (const [i, value] of Array.from(loud.values).entries()) expect(quiet.values[i]).toBeCloseTo(value ?? 0, 2);
  });

  it('finds in blocks what it finds in the whole', async () => {
    const sound = voice({ seconds: 4, noise: 0.005, pitch: (t) => (t % 2 > 1 ? 120 + 20 * t : 0) });
    const whole = await detector.speechProbability(sound);
    const follower = detector.follow(sound.sampleRate);
    for (let end = 2048; end <= sound.samples.length; end += 2048) await follower?.follow(sound.samples.subarray(0, end));
    const spoken = (values: ArrayLike<number | null>) => Array.from(values, (value) => (value ?? 0) > 0.5);
    const [one, other] = [spoken(whole.values), spoken(follower?.track.values ?? [])];
    expect(other.length).toBeGreaterThan(one.length - 5);
    expect(other.filter((value, i) => value !== one[i]).length).toBeLessThan(6);
  });

  it('follows only at its own rates', () => {
    expect(detector.follow(44_100)).toBeNull();
    expect(detector.follow(8000)).not.toBeNull();
  });

  it('stops when asked to', async () => {
    await expect(detector.speechProbability(voice({ seconds: 1, pitch: () => 120 }), { signal: AbortSignal.abort() })).rejects.toThrow();
  });

  it('hears in one run what it hears step by step, to the last bit', async () => {
    const [steps, samples] = [40, 576];
    const model = await modelBytes(SILERO_VAD, 'silero_vad_v5.onnx', modelsFolder(process.env));
    const runtime = onnxRuntime();
    const { samples: sound } = voice({ seconds: 2, sampleRate: 16_000, pitch: () => 140 });
    const inputs = sound.slice(0, steps * samples);
    const sr = runtime.int64(BigInt64Array.of(16_000n), []);
    let state = runtime.float32(new Float32Array(256), [2, 1, 128]);
    const whole = await runtime.open(wholeSteps(model));
    const { outputs } = await whole.run({ inputs: runtime.float32(inputs, [steps, 1, samples]), state, sr }, ['outputs']);
    const one = await runtime.open(model);
    const heard: number[] = [];
    for (let i = 0; i < steps; i++) {
      const input = runtime.float32(inputs.slice(i * samples, (i + 1) * samples), [1, samples]);
      const { output, stateN } = await one.run({ input, state, sr }, ['output', 'stateN']);
      heard.push((output?.data as Float32Array | undefined)?.[0] ?? Number.NaN);
      state = stateN ?? state;
    }
    expect(Array.from(outputs?.data as Float32Array)).toEqual(heard);
    expect(Math.max(...heard)).toBeGreaterThan(0.01);
    await Promise.all([whole.release(), one.release()]);
  });
});
