import type { InferenceRuntime, Tensor } from '../moonshine/session.ts';
import { floats } from '../moonshine/tensors.ts';
import { LABEL_COUNT } from './labels.ts';
import type { Posteriors } from './posteriors.ts';

/** A small trained network on the encoder's states: which digit is said, frame by frame, and where each begins. */
export interface DigitHead {
  /** Of states [takes, frames, 288], one for each take. */
  hear(states: Tensor): Promise<Posteriors[]>;
  close(): Promise<void>;
}

/** Opens the weights (an ONNX graph from `states` to `labels` and `onset`) on a runtime. */
export async function openDigitHead(runtime: InferenceRuntime, weights: Uint8Array): Promise<DigitHead> {
  const session = await runtime.open(weights);
  return {
    async hear(states) {
      const outputs = await session.run({ states }, ['labels', 'onset']);
      const [takes = 1, frames = 0] = states.dims;
      const [logs, onset] = [floats(outputs.labels), floats(outputs.onset)];
      return Array.from({ length: takes }, (_, take) => ({
        frames,
        logs: logs.subarray(take * frames * LABEL_COUNT, (take + 1) * frames * LABEL_COUNT),
        onset: onset.subarray(take * frames, (take + 1) * frames),
      }));
    },
    close: () => session.release(),
  };
}
