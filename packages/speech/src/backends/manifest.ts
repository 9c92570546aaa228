/** One file of a model, pinned by its hash. */
export interface ModelFile {
  /** Name in the model cache. */
  name: string;
  /** Path inside the package's tarball, below its top folder. */
  path: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

/** A model that is fetched once and verified, then read from the cache. */
export interface ModelEntry {
  /** Folder name in the cache. */
  id: string;
  /** What it is for, for the person who waits. */
  title: string;
  licence: string;
  /** The npm package whose tarball holds the files; it is never installed. */
  source: { name: string; version: string; integrity: string; bytes: number };
  files: readonly ModelFile[];
}

/** Moonshine Tiny, English: an encoder and a decoder of 27 million parameters. */
export const MOONSHINE_TINY: ModelEntry = {
  id: 'moonshine-tiny-en',
  title: 'Moonshine Tiny speech model (English)',
  licence: 'MIT',
  source: {
    name: '@moonshine-ai/moonshine-js',
    version: '0.1.29',
    integrity: 'sha512-Gx1B3mJcbM68ihSy/LyJEuEkGq7sYMqTb04zNdcIeidU0URVlSmXP0GyiQOTTAqDZQXlIC7k+bky+FdXk0UPlg==',
    bytes: 21_514_347,
  },
  files: [
    {
      name: 'encoder_model.onnx',
      path: 'dist/model/tiny/quantized/encoder_model.onnx',
      bytes: 7_937_661,
      sha256: 'c6fc4b7bc5af75c0591fd157a1f3829b533d18e9769a888fd95a62e470dd4f4a',
    },
    {
      name: 'decoder_model_merged.onnx',
      path: 'dist/model/tiny/quantized/decoder_model_merged.onnx',
      bytes: 20_243_286,
      sha256: 'eed87831c3a6103534aae7d47a5d485025c659a1323901513961c39fe8a1a367',
    },
  ],
};

/** Silero VAD 5: tells speech from other sound. */
export const SILERO_VAD: ModelEntry = {
  id: 'silero-vad-5',
  title: 'Silero speech detector',
  licence: 'MIT',
  source: {
    name: '@ricky0123/vad-web',
    version: '0.0.31',
    integrity: 'sha512-ePVq8TvB21sdHSxVMZOEIf9JVa7MAYpaIaNXeGgsPOiMCN8xbPCdF2LS5aYj7VRR3ZxzutedgV9ZplV65IA1Fg==',
    bytes: 5_471_324,
  },
  files: [
    {
      name: 'silero_vad_v5.onnx',
      path: 'dist/silero_vad_v5.onnx',
      bytes: 2_327_524,
      sha256: '2623a2953f6ff3d2c1e61740c6cdb7168133479b267dfef114a4a3cc5bdd788f',
    },
  ],
};

/** Every model the product may fetch. */
export const MODELS: readonly ModelEntry[] = [MOONSHINE_TINY, SILERO_VAD];
