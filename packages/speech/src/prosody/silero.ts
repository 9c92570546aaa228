import type { InferenceRuntime, InferenceSession } from '../recognise/moonshine/session.ts';
import { resample } from '../resample/resample.ts';
import type { Waveform } from '../waveform.ts';
import { decibels } from './level.ts';
import type { SpeechDetector } from './speech-detector.ts';
import { quantile } from './statistics.ts';

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
  const session = await runtime.open(model);
  return {
    id: 'silero-vad-5',
    async speechProbability(waveform, { signal } = {}) {
      const shape = waveform.sampleRate < WIDE.rate ? NARROW : WIDE;
      const sound = levelled(await resample(waveform, shape.rate), shape.step);
      const values = await runNetwork(runtime, session, sound.samples, shape, signal);
      const stepSec = shape.step / shape.rate;
      return { startSec: stepSec / 2, stepSec, values };
    },
    close: () => session.release(),
  };
}

async function runNetwork(
  runtime: InferenceRuntime,
  session: InferenceSession,
  samples: Float32Array,
  { rate, step, context }: Shape,
  signal: AbortSignal | undefined,
): Promise<Float32Array> {
  const values = new Float32Array(Math.ceil(samples.length / step));
  const sr = runtime.int64(BigInt64Array.of(BigInt(rate)), []);
  let state = runtime.float32(new Float32Array(STATE_DIMS.reduce((product, dim) => product * dim, 1)), STATE_DIMS);
  for (let i = 0; i < values.length; i += 1) {
    signal?.throwIfAborted();
    const frame = new Float32Array(context + step);
    const from = i * step - context;
    frame.set(samples.subarray(Math.max(0, from), Math.min(samples.length, from + frame.length)), Math.max(0, -from));
    const input = runtime.float32(frame, [1, frame.length]);
    const result = await session.run({ input, state, sr }, ['output', 'stateN']);
    const [output, next] = [result.output, result.stateN];
    if (output === undefined || next === undefined) throw new Error('the speech detector gave no output');
    values[i] = (output.data as Float32Array)[0] ?? 0;
    state = next;
  }
  return values;
}

/** Brings the sound to one level, so that the answer does not depend on it. */
function levelled(waveform: Waveform, step: number): Waveform {
  const levels: number[] = [];
  for (let at = 0; at < waveform.samples.length; at += step) {
    const part = waveform.samples.subarray(at, at + step);
    levels.push(decibels(part.reduce((sum, value) => sum + value * value, 0) / part.length));
  }
  const gain = 10 ** (Math.min(MAX_GAIN_DB, TARGET_DB - quantile(levels, LOUD_SHARE)) / 20);
  return { ...waveform, samples: waveform.samples.map((value) => value * gain) };
}
