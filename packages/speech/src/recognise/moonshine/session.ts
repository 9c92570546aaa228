/** A tensor as ONNX runtimes take and give it. */
export interface Tensor {
  readonly type: string;
  readonly dims: readonly number[];
  readonly data: unknown;
}

/** One loaded graph. onnxruntime-node and onnxruntime-web both fit. */
export interface InferenceSession {
  /** Runs the graph and returns the outputs named in `fetches`. */
  run(feeds: Record<string, Tensor>, fetches: readonly string[]): Promise<Record<string, Tensor>>;
  release(): Promise<void>;
}

/** What a backend supplies: it loads graphs and makes tensors. */
export interface InferenceRuntime {
  open(model: Uint8Array): Promise<InferenceSession>;
  float32(data: Float32Array, dims: readonly number[]): Tensor;
  int64(data: BigInt64Array, dims: readonly number[]): Tensor;
}
