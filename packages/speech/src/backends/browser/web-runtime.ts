import type { Env, InferenceSessionFactory, TensorConstructor } from 'onnxruntime-common';
import type { InferenceRuntime } from '../../recognise/moonshine/session.ts';

/** The module onnxruntime-web (1.30), as the page imports it: "onnxruntime-web/wasm" is enough and the smallest. */
export interface OnnxRuntimeWeb {
  readonly InferenceSession: InferenceSessionFactory;
  readonly Tensor: TensorConstructor;
  readonly env: Env;
}

/**
 * ONNX graphs in WebAssembly, in a page or a worker. The module is handed in, so that whoever recognises on a server carries none of its
 * 14 MB. It fetches its .wasm from beside itself; `ort.env.wasm.wasmPaths` says otherwise.
 *
 * @example
 * const runtime = webRuntime(await import('onnxruntime-web/wasm'));
 */
export function webRuntime(ort: OnnxRuntimeWeb): InferenceRuntime {
  return {
    async open(model) {
      const session = await ort.InferenceSession.create(model, {
        executionProviders: ['wasm'],
        graphOptimizationLevel: 'all',
        // Decoding grows its tensors step by step: an arena keeps every size it ever saw.
        enableCpuMemArena: false,
        // Errors come as exceptions; what the runtime would print is noise in a person's console.
        logSeverityLevel: 4,
      });
      return {
        run: (feeds, fetches) => session.run(feeds as Parameters<typeof session.run>[0], fetches),
        release: () => session.release(),
      };
    },
    float32: (data, dims) => new ort.Tensor('float32', data, dims),
    int64: (data, dims) => new ort.Tensor('int64', data, dims),
  };
}
