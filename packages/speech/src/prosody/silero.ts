import type { Track } from '@ringback/core';
import type { InferenceRuntime, InferenceSession, Tensor } from '../recognise/moonshine/session.ts';
import { decibels } from '../signal/level.ts';
import { resample } from '../signal/resample.ts';
import { quantile } from '../signal/statistics.ts';
import type { SpeechDetector, SpeechFollower } from './speech-detector.ts';
import { wholeSteps } from './whole-steps.ts';

/** What the network takes at one of its two rates. */
interface Shape {
  rate: number;
  /** New samples of one step. */
  step: number;
  /** Samples of the step before that go in once more. */
  context: number;
}

const WIDE: Shape = { rate: 16_000, step: 512, context: 64 };
const NARROW: Shape = { rate: 8000, step: 256, context: 32 };
const STATE_DIMS = [2, 1, 128];
/** Steps of one run: 8 s of sound, between which one who gives up is heard. */
const MOST_STEPS = 256;
/** dB full scale to which the loudest tenth of the sound is brought: what the network was trained on is about this loud. House rule. */
const TARGET_DB = -18;
/** dB: digital silence is not blown up to speech. House rule. */
const MAX_GAIN_DB = 60;
const LOUD_SHARE = 0.9;

/**
 * Silero VAD 5 (MIT, https://github.com/snakers4/silero-vad): a small recurrent network that gives a probability of speech every 32 ms.
 * `model` is the ONNX file; the runtime is the backend's.
 */
export async function sileroDetector(runtime: InferenceRuntime, model: Uint8Array): Promise<SpeechDetector> {
  const session = await runtime.open(wholeSteps(model));
  return {
    id: 'silero-vad-5',
    async speechProbability(waveform, { signal } = {}) {
      const shape = waveform.sampleRate < WIDE.rate ? NARROW : WIDE;
      const { samples } = await resample(waveform, shape.rate);
      const network = new Network(runtime, session, shape);
      const padded = new Float32Array(Math.ceil(samples.length / shape.step) * shape.step);
      padded.set(samples);
      await network.listen(padded, gainOf(levelsOf(samples, shape.step)), signal);
      return network.track;
    },
    follow(sampleRate) {
      const shape = [WIDE, NARROW].find(({ rate }) => rate === sampleRate);
      return shape === undefined ? null : followed(new Network(runtime, session, shape), shape);
    },
    close: () => session.release(),
  };
}

function followed(network: Network, shape: Shape): SpeechFollower {
  const levels: number[] = [];
  return {
    async follow(samples) {
      levels.push(...levelsOf(samples.subarray(levels.length * shape.step, samples.length - (samples.length % shape.step)), shape.step));
      // Too little says nothing of how loud the speech is.
      if (levels.length * shape.step >= shape.rate) await network.listen(samples, gainOf(levels));
    },
    get track() {
      return network.track;
    },
  };
}

/** The network with what it remembers of one recording. */
class Network {
  readonly #runtime: InferenceRuntime;
  readonly #session: InferenceSession;
  readonly #shape: Shape;
  readonly #values: number[] = [];
  #state: Tensor;

  constructor(runtime: InferenceRuntime, session: InferenceSession, shape: Shape) {
    this.#runtime = runtime;
    this.#session = session;
    this.#shape = shape;
    this.#state = runtime.float32(new Float32Array(STATE_DIMS.reduce((product, dim) => product * dim, 1)), STATE_DIMS);
  }

  get track(): Track {
    const stepSec = this.#shape.step / this.#shape.rate;
    return { startSec: stepSec / 2, stepSec, values: Float32Array.from(this.#values) };
  }

  /** Goes on through the whole steps of `samples`, which are all so far, made louder by the factor `gain`. */
  async listen(samples: Float32Array, gain: number, signal?: AbortSignal): Promise<void> {
    const { rate, step, context } = this.#shape;
    const sr = this.#runtime.int64(BigInt64Array.of(BigInt(rate)), []);
    for (;;) {
      signal?.throwIfAborted();
      const begin = this.#values.length * step;
      const steps = Math.min(MOST_STEPS, Math.floor((samples.length - begin) / step));
      if (steps <= 0) return;
      const width = context + step;
      const frames = new Float32Array(steps * width);
      for (let i = 0; i < steps; i++) {
        const first = begin + i * step - context;
        for (let at = Math.max(0, -first); at < width; at++) frames[i * width + at] = (samples[first + at] ?? 0) * gain;
      }
      const inputs = this.#runtime.float32(frames, [steps, 1, width]);
      const { outputs, stateN } = await this.#session.run({ inputs, state: this.#state, sr }, ['outputs', 'stateN']);
      if (outputs === undefined || stateN === undefined) throw new Error('the speech detector gave no output');
      this.#values.push(...(outputs.data as Float32Array));
      this.#state = stateN;
    }
  }
}

/** Level of each step, dB full scale. */
function levelsOf(samples: Float32Array, step: number): number[] {
  const levels: number[] = [];
  for (let at = 0; at < samples.length; at += step) {
    const part = samples.subarray(at, at + step);
    levels.push(decibels(part.reduce((sum, value) => sum + value * value, 0) / part.length));
  }
  return levels;
}

/** The factor that brings the sound to one level, so that the answer does not depend on it. */
function gainOf(levels: readonly number[]): number {
  return 10 ** (Math.min(MAX_GAIN_DB, TARGET_DB - quantile(levels, LOUD_SHARE)) / 20);
}
