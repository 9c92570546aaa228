import * as ort from 'onnxruntime-node';
import type { InferenceRuntime } from '../../recognise/moonshine/session.ts';

/** Options of the runtime. */
export interface OnnxRuntimeOptions {
  /** Threads inside one operation; default 1, which leaves other cores to other work. */
  threads?: number;
}

/** ONNX graphs on this machine's processor. */
export function onnxRuntime({ threads = 1 }: OnnxRuntimeOptions = {}): InferenceRuntime {
  return {
    async open(model) {
      const session = await ort.InferenceSession.create(model, {
        executionProviders: ['cpu'],
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        graphOptimizationLevel: 'all',
        // Decoding grows its tensors step by step: an arena keeps every size it ever saw, and was slower (npm run bench).
        enableCpuMemArena: false,
        // Errors come as exceptions; what the runtime would print is noise on a person's terminal.
        logSeverityLevel: 4,
        // Silence decays into denormal numbers, with which processors are slow.
        extra: { session: { set_denormal_as_zero: '1' } },
      });
      return {
        run: (feeds, fetches) => session.run(feeds as Record<string, ort.Tensor>, fetches),
        release: () => session.release(),
      };
    },
    float32: (data, dims) => new ort.Tensor('float32', data, dims),
    int64: (data, dims) => new ort.Tensor('int64', data, dims),
  };
}
