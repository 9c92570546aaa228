import { type OnnxRuntimeWeb, type ServedModels, webRuntime } from '@ringback/speech/browser';

/**
 * The runtime is served beside the page, not bundled: it finds its WebAssembly beside itself.
 * @param root Address of the folder that the page is served from.
 * @param threads How many it may use, in a page that is isolated.
 */
export async function openRuntime(root: string, threads: number) {
  const ort = (await import(/* @vite-ignore */ new URL('ort/ort.wasm.min.mjs', root).href)) as OnnxRuntimeWeb;
  // Threads share memory, which a browser allows to an isolated page alone.
  ort.env.wasm.numThreads = self.crossOriginIsolated ? threads : 1;
  return webRuntime(ort);
}

/** Where the models are served. */
export const modelsAt = (root: string): ServedModels => ({
  models: new URL('models/', root),
  digitHead: new URL('models/digit-head.onnx', root),
});
